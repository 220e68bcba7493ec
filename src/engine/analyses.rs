//! What the code and the errors of a moment are good for: anomaly detection, retrieval, and the
//! components hidden in a linear network.

use ndarray::{Array2, ArrayView2, s};

use super::matrix::matrix;
use super::moment::Moment;
use crate::analysis::{HiddenComponents, Roc, precision_of_nearest, sample_errors};
use crate::protocol::{Analyses, Matrix};

/// How many neighbours the precision looks at.
const NEAREST: usize = 5;

pub fn analyses(moment: &Moment) -> Analyses {
    let roc = roc(moment);
    let code = moment.trace.code();
    let k = code.ncols();
    let hidden = HiddenComponents::of(moment.network());
    Analyses {
        auc: roc.as_ref().map(Roc::auc),
        roc: roc.map(|roc| points(&roc)).unwrap_or_default(),
        precision: precision(moment, code),
        pca_precision: precision(moment, moment.pca.transform(moment.inputs, k).view()),
        singular_values: hidden
            .as_ref()
            .map(|hidden| hidden.values.to_vec())
            .unwrap_or_default(),
        hidden_components: hidden
            .map(|hidden| matrix(hidden.directions.mapv(|v| v as f32).view()))
            .unwrap_or_default(),
    }
}

/// Held-out samples against novel ones, by how badly they are rebuilt.
fn roc(moment: &Moment) -> Option<Roc> {
    let dataset = moment.dataset;
    let errors = sample_errors(moment.trace.reconstruction(), dataset.x.view()).to_vec();
    let held_out = dataset.held_out_rows();
    Roc::of(&errors[held_out.clone()], &errors[held_out.end..])
}

/// Among training samples, for the held-out ones; `None` where there is one class alone.
fn precision(moment: &Moment, codes: ArrayView2<f32>) -> Option<f64> {
    let dataset = moment.dataset;
    let (train, held_out) = (0..dataset.n_train, dataset.held_out_rows());
    let labels = |rows: &std::ops::Range<usize>| &dataset.labels[rows.clone()];
    let has_classes = labels(&train)
        .iter()
        .any(|&label| label != dataset.labels[0]);
    has_classes.then(|| {
        precision_of_nearest(
            (codes.slice(s![train.clone(), ..]), labels(&train)),
            (codes.slice(s![held_out.clone(), ..]), labels(&held_out)),
            NEAREST,
        )
    })
}

fn points(roc: &Roc) -> Matrix {
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
