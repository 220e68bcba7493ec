//! The one matrix that a linear autoencoder is, taken apart: its weights span the principal subspace
//! without being the components, and its singular vectors give them back (Plaut 2018).

use ndarray::{Array1, Array2, s};

use super::dot::dot;
use super::eigen::symmetric_eigen;
use crate::model::{Autoencoder, Dense};

/// The singular value decomposition of decoder∘encoder.
#[derive(Clone, Debug, PartialEq)]
pub struct HiddenComponents {
    /// The largest first: (rank).
    pub values: Array1<f64>,
    /// Unit rows in the space of the reconstruction: (rank, d).
    pub directions: Array2<f64>,
}

/// The product of layers' weights, biases and activations left aside.
pub(super) fn product(layers: &[Dense<f32>]) -> Option<Array2<f64>> {
    layers
        .iter()
        .map(|layer| layer.weight.mapv(f64::from))
        .reduce(|map, weight| dot(map.view(), weight.view()))
}

impl HiddenComponents {
    /// `None` where the network is not linear.
    pub fn of(network: &Autoencoder<f32>) -> Option<Self> {
        if !network.config().is_linear() {
            return None;
        }
        Self::of_product(&product(network.encoder())?, &product(network.decoder())?)
    }

    /// Of A·B with A (d, k) and B (k, d), by two eigenproblems of k × k: A·B has the same singular
    /// values and right vectors as (AᵀA)^½ B.
    pub fn of_product(encoder: &Array2<f64>, decoder: &Array2<f64>) -> Option<Self> {
        let (lengths, basis) = symmetric_eigen(&dot(encoder.t(), encoder.view()));
        let scaled = &basis * &lengths.mapv(|length| length.max(0.0).sqrt());
        let small = dot(scaled.t(), decoder.view());
        let (squares, left) = symmetric_eigen(&dot(small.view(), small.t()));
        let rank = squares.iter().filter(|&&square| square > 0.0).count();
        let values = squares.slice(s![..rank]).mapv(f64::sqrt);
        let mut directions = dot(left.slice(s![.., ..rank]).t(), small.view());
        for (mut row, &value) in directions.rows_mut().into_iter().zip(&values) {
            row /= value;
        }
        (rank > 0).then_some(Self { values, directions })
    }
}
