//! The two things that an autoencoder is asked to be at once: sensitive enough to its inputs to rebuild
//! them, insensitive enough not to follow every little change of them (Goodfellow et al. 2016, "Deep
//! learning", ch. 14.2).

use ndarray::{Array2, ArrayView2, Axis};

use super::sample_errors;
use crate::model::Autoencoder;

/// For each of samples x (n, d) and the same shaken a little (n, d): how far its code moves, root mean
/// square over units in parts of the codes' standard deviation, and its error, mean over features:
/// (n, 2). Codes that are all the same do not move.
pub fn faces(
    network: &Autoencoder<f32>,
    x: ArrayView2<f32>,
    shaken: ArrayView2<f32>,
) -> Array2<f32> {
    let trace = network.forward(x);
    let spread = trace.code().var_axis(Axis(0), 0.0).mean().unwrap_or(0.0);
    let moved = &network.encode(shaken) - &trace.code();
    let errors = sample_errors(trace.reconstruction(), x);
    let mut faces = Array2::zeros((x.nrows(), 2));
    for ((mut face, moved), &error) in faces.rows_mut().into_iter().zip(moved.rows()).zip(&errors) {
        let square = moved.dot(&moved) / moved.len().max(1) as f32;
        if spread > 0.0 {
            face[0] = (square / spread).sqrt();
        }
        face[1] = error;
    }
    faces
}
