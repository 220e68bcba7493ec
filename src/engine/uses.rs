//! What the code and the errors are good for, as far as the page looks at it.

use ndarray::{Array2, ArrayView2, Axis, s};

use super::matrix::matrix;
use super::moment::Moment;
use crate::analysis::{Confusion, Quantiser, Roc, nearest_codes, sample_errors, threshold};
use crate::protocol::{Anomalies, Grid, Matrix, Neighbours, Quantised, Uses, UsesView, View, Walk};
use crate::train::mse;

/// The part of the training samples that raise no alarm, where nobody says otherwise.
const QUIET: f64 = 0.95;
/// Neighbours of one sample.
const NEAREST: usize = 5;
/// Bits that a code number may be written with.
const MOST_BITS: u32 = 16;
/// Pictures of a walk, its ends among them.
const STEPS: usize = 7;
/// Places of the code's plane, a side.
const SIDE: usize = 11;
/// The part of the codes at each end of an axis that the grid leaves out.
const TAIL: f64 = 0.02;

pub fn uses(moment: &Moment, view: &View, axes: [usize; 2]) -> Uses {
    let asked: &UsesView = &view.uses;
    let wants = |is_wanted: bool| is_wanted.then_some(());
    Uses {
        anomalies: wants(asked.anomalies).and_then(|()| anomalies(moment, asked.threshold)),
        neighbours: wants(asked.neighbours).and_then(|()| neighbours(moment, view.sample?)),
        quantised: asked
            .bits
            .map(|bits| quantised(moment, bits, &moment.rows(&view.gallery))),
        rates: wants(asked.rates).map(|()| rates(moment)),
        walk: asked.walk.and_then(|ends| walk(moment, ends)),
        grid: wants(asked.grid).map(|()| grid(moment, axes)),
    }
}

/// `None` where there is no novel sample.
pub fn anomalies(moment: &Moment, named: Option<f32>) -> Option<Anomalies> {
    let dataset = moment.dataset;
    let held_out = dataset.held_out_rows();
    let errors = sample_errors(moment.trace.reconstruction(), dataset.x.view()).to_vec();
    let (familiar, novel) = (&errors[held_out.clone()], &errors[held_out.end..]);
    let roc = Roc::of(familiar, novel)?;
    let by_pca = moment.pca.reconstruct(moment.inputs, moment.k());
    let pca_errors = sample_errors(by_pca.view(), dataset.x.view()).to_vec();
    let by_pca = Roc::of(&pca_errors[held_out.clone()], &pca_errors[held_out.end..])?;
    let threshold = named.unwrap_or_else(|| threshold(&errors[..dataset.n_train], QUIET));
    let counts = Confusion::of(familiar, novel, threshold);
    Some(Anomalies {
        threshold,
        found: counts.found,
        missed: counts.missed,
        false_alarms: counts.false_alarms,
        passed: counts.passed,
        errors: Matrix {
            columns: errors.len() - held_out.start,
            values: errors[held_out.start..].to_vec(),
        },
        auc: roc.auc(),
        pca_auc: by_pca.auc(),
        roc: roc_points(&roc),
    })
}

/// (points, 2): false positive rate, true positive rate.
fn roc_points(roc: &Roc) -> Matrix {
    let values = roc
        .points
        .iter()
        .flatten()
        .map(|&rate| rate as f32)
        .collect();
    Array2::from_shape_vec((roc.points.len(), 2), values)
        .map(|points| matrix(points.view()))
        .unwrap_or_default()
}

/// Among the training samples; `None` where there is no such sample. A sample is not its own
/// neighbour.
fn neighbours(moment: &Moment, sample: u32) -> Option<Neighbours> {
    let row = *moment.rows(&[sample]).first()?;
    let n_train = moment.dataset.n_train;
    let nearest = |codes: ArrayView2<f32>| -> Vec<u32> {
        let (known, asked) = (
            codes.slice(s![..n_train, ..]),
            codes.slice(s![row..=row, ..]),
        );
        let found = nearest_codes(known, asked, NEAREST + 1)
            .into_iter()
            .flatten();
        found
            .filter(|&known| known != row)
            .take(NEAREST)
            .map(|known| known as u32)
            .collect()
    };
    let by_pca = moment.pca.transform(moment.inputs, moment.k());
    Some(Neighbours {
        sample,
        by_code: nearest(moment.trace.code()),
        by_pca: nearest(by_pca.view()),
        by_features: nearest(moment.inputs),
    })
}

/// Codes of the network and of PCA, and what is left of them with so many bits per number: the ranges
/// are those of the training samples.
struct Written<'m, 'a> {
    moment: &'m Moment<'a>,
    pca_codes: Array2<f32>,
    quantiser: Quantiser,
    pca_quantiser: Quantiser,
}

impl<'m, 'a> Written<'m, 'a> {
    fn of(moment: &'m Moment<'a>) -> Self {
        let train = s![..moment.dataset.n_train, ..];
        let pca_codes = moment.pca.transform(moment.inputs, moment.k());
        Self {
            quantiser: Quantiser::of(moment.trace.code().slice(train)),
            pca_quantiser: Quantiser::of(pca_codes.slice(train)),
            moment,
            pca_codes,
        }
    }

    /// Reconstructions of some rows, by the network and by PCA: (rows, d) each.
    fn rebuilt(&self, rows: &[usize], bits: u32) -> [Array2<f32>; 2] {
        let code = self.moment.trace.code().select(Axis(0), rows);
        let pca_code = self.pca_codes.select(Axis(0), rows);
        let network = self.moment.network();
        let quantised = self.quantiser.quantise(code.view(), bits);
        let of_pca = self.pca_quantiser.quantise(pca_code.view(), bits);
        [
            network.decode(quantised.view()),
            self.moment.pca.inverse_transform(of_pca.view()),
        ]
    }

    fn errors(&self, bits: u32) -> [f64; 2] {
        let rows: Vec<usize> = self.moment.dataset.held_out_rows().collect();
        let held_out = self.moment.dataset.held_out();
        self.rebuilt(&rows, bits)
            .map(|made| mse(made.view(), held_out))
    }
}

fn quantised(moment: &Moment, bits: u32, gallery: &[usize]) -> Quantised {
    let written = Written::of(moment);
    let bits = bits.clamp(1, MOST_BITS);
    let [network, pca] = written.rebuilt(gallery, bits);
    let [error, pca_error] = written.errors(bits);
    Quantised {
        bits,
        gallery: matrix(network.view()),
        gallery_pca: matrix(pca.view()),
        error,
        pca_error,
    }
}

fn rates(moment: &Moment) -> Matrix {
    let written = Written::of(moment);
    let errors = (1..=MOST_BITS).flat_map(|bits| written.errors(bits));
    Matrix {
        columns: 2,
        values: errors.map(|error| error as f32).collect(),
    }
}

/// `None` where one of the ends is missing.
fn walk(moment: &Moment, ends: [u32; 2]) -> Option<Walk> {
    let rows: [usize; 2] = moment.rows(&ends).try_into().ok()?;
    let between = |values: ArrayView2<f32>| -> Array2<f32> {
        let [from, to] = rows.map(|row| values.row(row));
        Array2::from_shape_fn((STEPS, values.ncols()), |(step, column)| {
            let part = step as f32 / (STEPS - 1) as f32;
            (1.0 - part) * from[column] + part * to[column]
        })
    };
    let by_pca = moment.pca.transform(moment.inputs, moment.k());
    let network = moment.network().decode(between(moment.trace.code()).view());
    let pca = moment.pca.inverse_transform(between(by_pca.view()).view());
    Some(Walk {
        ends,
        network: matrix(network.view()),
        pca: matrix(pca.view()),
        features: matrix(between(moment.inputs).view()),
    })
}

/// The code units that are not on an axis are at their training mean.
fn grid(moment: &Moment, axes: [usize; 2]) -> Grid {
    let k = moment.k();
    let code = moment
        .trace
        .code()
        .slice_move(s![..moment.dataset.n_train, ..]);
    let ranges = axes.map(|axis| {
        let values = code.column(axis).to_vec();
        [TAIL, 1.0 - TAIL].map(|part| threshold(&values, part))
    });
    let sides = [SIDE, if k == 1 { 1 } else { SIDE }];
    let mean = code.mean_axis(Axis(0)).unwrap_or_default();
    let at = |axis: usize, place: usize| {
        let part = place as f32 / (SIDE - 1) as f32;
        ranges[axis][0] + part * (ranges[axis][1] - ranges[axis][0])
    };
    let codes = Array2::from_shape_fn((sides[0] * sides[1], k), |(place, unit)| match unit {
        _ if unit == axes[0] => at(0, place % SIDE),
        _ if unit == axes[1] => at(1, SIDE - 1 - place / SIDE),
        _ => mean[unit],
    });
    Grid {
        sides: sides.map(|side| side as u32),
        ranges,
        decoded: matrix(moment.network().decode(codes.view()).view()),
    }
}
