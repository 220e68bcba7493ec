//! How sensitive a network is to its inputs, with and without what regularises it.

use ndarray::{Array2, Axis, concatenate, s};

use super::matrix::matrix;
use super::moment::Moment;
use crate::analysis::faces;
use crate::data::Corruption;
use crate::model::Autoencoder;
use crate::protocol::Matrix;
use crate::random::{Purpose, stream};
use crate::settings::NoiseChoice;

/// Held-out samples that are shaken.
const SAMPLES: usize = 250;
/// How much, in parts of the data's standard deviation.
const SHAKE: f64 = 0.1;

/// A row per sample: how far its code moves and its error, of this network and of the one without
/// regularisers; NaN where there is none.
pub fn both_faces(moment: &Moment, bare: Option<&Autoencoder<f32>>, seed: u32) -> Matrix {
    let held_out = moment.dataset.held_out();
    let x = held_out.slice(s![..SAMPLES.min(held_out.nrows()), ..]);
    let shake = Corruption {
        noise: NoiseChoice::Gaussian,
        level: SHAKE * moment.pca.variance().sqrt(),
    };
    let shaken = shake.apply(x, &mut stream(seed, Purpose::FixedCorruption));
    let own = faces(moment.network(), x, shaken.view());
    let other = match bare {
        Some(bare) => faces(bare, x, shaken.view()),
        None => Array2::from_elem((x.nrows(), 2), f32::NAN),
    };
    concatenate(Axis(1), &[own.view(), other.view()])
        .map(|rows| matrix(rows.view()))
        .unwrap_or_default()
}
