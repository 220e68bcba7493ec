//! What an autoencoder learns from: samples, their classes, and the held-out split.

mod catalogue;
mod images;
mod points;

pub use catalogue::{CATALOGUE, Record, Source, record};
pub use images::{Images, read_images};

use ndarray::{Array2, ArrayView2, Axis, s};

use crate::random::{Purpose, permutation, stream};
use crate::settings::Shape;

/// The held-out part, in parts of the whole.
pub const HELD_OUT: f64 = 0.2;

/// Samples as rows: the training part first, the held-out part after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub shape: Shape,
    /// x: (n, d), all of it.
    pub x: Array2<f32>,
    /// One class per row, 0 … 9; all 0 where the data have none.
    pub labels: Vec<u8>,
    pub n_train: usize,
}

impl Dataset {
    pub fn train(&self) -> ArrayView2<'_, f32> {
        self.x.slice(s![..self.n_train, ..])
    }

    pub fn held_out(&self) -> ArrayView2<'_, f32> {
        self.x.slice(s![self.n_train.., ..])
    }

    /// Shuffles the rows by the seed and holds out the last fifth.
    pub fn split(shape: Shape, x: Array2<f32>, labels: Vec<u8>, seed: u32) -> Self {
        let order = permutation(&mut stream(seed, Purpose::Split), x.nrows());
        let held_out = (HELD_OUT * order.len() as f64).round() as usize;
        Self {
            shape,
            x: x.select(Axis(0), &order),
            labels: order.iter().map(|&i| labels[i]).collect(),
            n_train: order.len() - held_out,
        }
    }
}
