//! What the pictures on the page show of a run that is nowhere else, to be taken along.

use crate::protocol::{Facts, Matrix, Neighbours, Seen, Sight, Snapshot};

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
