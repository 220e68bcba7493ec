//! What the code and the errors of a moment are good for: anomaly detection, retrieval, and the
//! components hidden in a linear network.

use ndarray::{ArrayView2, s};

use super::matrix::matrix;
use super::moment::Moment;
use super::uses::anomalies;
use crate::analysis::{HiddenComponents, precision_of_nearest};
use crate::protocol::Analyses;

/// How many neighbours the precision looks at.
const NEAREST: usize = 5;

pub fn analyses(moment: &Moment) -> Analyses {
    let code = moment.trace.code();
    let k = code.ncols();
    let hidden = HiddenComponents::of(moment.network());
    Analyses {
        auc: anomalies(moment, None).map(|found| found.auc),
        precision: precision(moment, code),
        pca_precision: precision(moment, moment.pca.transform(moment.inputs, k).view()),
        feature_precision: None,
        singular_values: hidden
            .as_ref()
            .map(|hidden| hidden.values.to_vec())
            .unwrap_or_default(),
        hidden_components: hidden
            .map(|hidden| matrix(hidden.directions.mapv(|v| v as f32).view()))
            .unwrap_or_default(),
    }
}

/// Among training samples, for the held-out ones; `None` where there is one class alone.
pub fn precision(moment: &Moment, codes: ArrayView2<f32>) -> Option<f64> {
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
