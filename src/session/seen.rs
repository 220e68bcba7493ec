//! What the pictures on the page show of a run that is nowhere else, to be taken along.

use crate::protocol::{Facts, Grid, Matrix, Neighbours, Seen, Sight, Snapshot, Walk};

/// Of a run's facts and of the picture on the page.
pub fn seen(facts: &Facts, snapshot: &Snapshot) -> Vec<Seen> {
    let uses = &snapshot.uses;
    let anomalies = uses.anomalies.as_ref();
    let all = [
        (
            Sight::PcaCodes,
            Some(first_columns(&facts.pca.codes, snapshot.k as usize)),
        ),
        (Sight::Levels, snapshot.levels.clone()),
        (Sight::Rates, uses.rates.as_ref().map(rates)),
        (Sight::Roc, anomalies.map(|found| found.roc.clone())),
        (Sight::Neighbours, uses.neighbours.as_ref().map(neighbours)),
        (Sight::Walk, uses.walk.as_ref().map(walk)),
        (Sight::Grid, uses.grid.as_ref().map(grid)),
    ];
    let there = all
        .into_iter()
        .filter_map(|(what, rows)| Some((what, rows?)));
    there.map(|(what, rows)| Seen { what, rows }).collect()
}

fn first_columns(of: &Matrix, count: usize) -> Matrix {
    let columns = count.min(of.columns);
    let rows = (0..of.rows()).flat_map(|row| &of.row(row)[..columns]);
    Matrix {
        columns,
        values: rows.copied().collect(),
    }
}

/// A row for 1, 2, … bits, which it begins with.
fn rates(rates: &Matrix) -> Matrix {
    let rows = (0..rates.rows()).map(|row| (row + 1, rates.row(row)));
    let rows = rows.map(|(bits, errors)| [&[bits as f32], errors].concat());
    Matrix {
        columns: rates.columns + 1,
        values: rows.flatten().collect(),
    }
}

fn neighbours(found: &Neighbours) -> Matrix {
    let nearest = found.by_code.iter().zip(&found.by_pca);
    let nearest = nearest.zip(&found.by_features);
    let rows = nearest.map(|((&code, &pca), &features)| [found.sample, code, pca, features]);
    Matrix {
        columns: 4,
        values: rows.flatten().map(|sample| (sample + 1) as f32).collect(),
    }
}

fn walk(walk: &Walk) -> Matrix {
    let ways = [&walk.network, &walk.pca, &walk.features];
    let mut rows = Matrix {
        columns: 2 + walk.network.columns,
        values: Vec::new(),
    };
    for (way, places) in ways.into_iter().enumerate() {
        let last = places.rows().saturating_sub(1).max(1) as f32;
        for at in 0..places.rows() {
            rows.values.extend([way as f32, at as f32 / last]);
            rows.values.extend(places.row(at));
        }
    }
    rows
}

fn grid(grid: &Grid) -> Matrix {
    let across = (grid.sides[0] as usize).max(1);
    let mut rows = Matrix {
        columns: 2 + grid.decoded.columns,
        values: Vec::new(),
    };
    for at in 0..grid.decoded.rows() {
        let [code, other] = grid.code_of([at % across, at / across]);
        // There is no other where the places lie on a line.
        let other = if grid.sides[1] > 1 { other } else { f32::NAN };
        rows.values.extend([code, other]);
        rows.values.extend(grid.decoded.row(at));
    }
    rows
}
