//! What the page learns of a run once.

use serde::{Deserialize, Serialize};

use super::Matrix;
use crate::settings::Shape;

/// What stays the same during a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub shape: Shape,
    /// Training samples come first, then those held out, then those of a kind never trained on.
    pub n_train: usize,
    pub n_novel: usize,
    /// One class per sample.
    pub labels: Vec<u8>,
    /// The samples' true coordinates, 0 … 1: (n, factors), without columns where they are unknown.
    pub factors: Matrix,
    /// x: (n, d).
    pub x: Matrix,
    pub pca: PcaFacts,
    /// Mean variance of a training feature.
    pub variance: f64,
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
