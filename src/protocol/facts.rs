//! What the page learns of a run once.

use serde::{Deserialize, Serialize};

use super::Matrix;
use crate::data::record;
use crate::settings::{DataSet, Shape};

/// What stays the same during a run, until samples are put elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub shape: Shape,
    /// Training samples come first, then those held out, then those of a kind never trained on.
    pub n_train: usize,
    pub n_novel: usize,
    /// One class per sample.
    pub labels: Vec<u8>,
    /// What the classes are called, where the record of the data set does not say it.
    pub classes: Vec<String>,
    /// The samples' true coordinates, 0 … 1: (n, factors), without columns where they are unknown.
    pub factors: Matrix,
    /// x: (n, d).
    pub x: Matrix,
    pub pca: PcaFacts,
    /// Mean variance of a training feature.
    pub variance: f64,
}

impl Facts {
    pub(super) fn matrices(&mut self) -> [&mut Matrix; 5] {
        let pca = &mut self.pca;
        [
            &mut self.x,
            &mut self.factors,
            &mut pca.mean,
            &mut pca.components,
            &mut pca.codes,
        ]
    }

    /// Whether dark is below zero, as in whitened images; the first sample is enough to tell.
    pub fn is_signed(&self) -> bool {
        self.x.row(0).iter().any(|&x| x < 0.0)
    }

    /// What a class of these samples of a data set is called.
    pub fn class_name(&self, data: DataSet, class: u8) -> String {
        match self.classes.get(usize::from(class)) {
            Some(name) => name.clone(),
            None => record(data).class_name(class),
        }
    }
}

/// The principal components of the training part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PcaFacts {
    /// (1, d).
    pub mean: Matrix,
    /// (components, d), unit rows, the largest variance first.
    pub components: Matrix,
    /// Every sample's coordinates: (n, components).
    pub codes: Matrix,
    /// Parts of the total variance, one per component.
    pub explained_variance_ratio: Vec<f64>,
    /// The held-out error of clean samples with k = 1, 2, … components.
    pub heldout_mse: Vec<f64>,
}
