//! The field r(x) − x: where a network would move each point of the plane. After denoising with
//! small σ it is σ² times the gradient of the log density (Alain & Bengio 2014).

use ndarray::{Array2, ArrayView2};

use crate::model::Autoencoder;

/// The centres of `side` × `side` cells over low … high in both coordinates: (side², 2).
pub fn grid(low: f32, high: f32, side: usize) -> Array2<f32> {
    let cell = (high - low) / side.max(1) as f32;
    let at = |i: usize| low + (i as f32 + 0.5) * cell;
    Array2::from_shape_fn((side * side, 2), |(i, axis)| {
        at(if axis == 0 { i % side } else { i / side })
    })
}

/// r(x) − x at points x (n, d): (n, d).
pub fn field(network: &Autoencoder<f32>, x: ArrayView2<f32>) -> Array2<f32> {
    network.forward(x).reconstruction().to_owned() - x
}

/// Where points x (n, d) are after each of so many passes through the network: x₀, r(x₀),
/// r(r(x₀)), …
pub fn particles(
    network: &Autoencoder<f32>,
    x: ArrayView2<f32>,
    passes: usize,
) -> Vec<Array2<f32>> {
    std::iter::successors(Some(x.to_owned()), |x| {
        Some(network.forward(x.view()).reconstruction().to_owned())
    })
    .take(passes + 1)
    .collect()
}
