//! What the page must know of a run once.

use ndarray::Axis;

use super::matrix::matrix;
use super::yardstick::{MOST_COMPONENTS, Yardstick};
use crate::analysis::unless_rounding;
use crate::data::Dataset;
use crate::protocol::{Facts, PcaFacts};

pub fn facts(dataset: &Dataset, yardstick: &Yardstick) -> Facts {
    let pca = &yardstick.pca;
    let components = pca.first(MOST_COMPONENTS);
    Facts {
        shape: dataset.shape,
        n_train: dataset.n_train,
        n_novel: dataset.n_novel,
        labels: dataset.labels.clone(),
        classes: dataset.classes.clone(),
        variance: f64::from(dataset.train().var_axis(Axis(0), 0.0).mean().unwrap_or(0.0)),
        factors: matrix(dataset.factors.view()),
        x: matrix(dataset.x.view()),
        pca: PcaFacts {
            mean: matrix(pca.mean.view().insert_axis(Axis(0))),
            components: matrix(components),
            codes: matrix(pca.transform(dataset.x.view(), components.nrows()).view()),
            explained_variance_ratio: pca
                .explained_variance_ratio()
                .iter()
                .take(components.nrows())
                .copied()
                .collect(),
            heldout_mse: yardstick
                .clean
                .iter()
                .map(|&error| unless_rounding(error, pca.variance()))
                .collect(),
        },
    }
}
