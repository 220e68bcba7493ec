//! What an autoencoder learns from: samples, their classes, the held-out split and corruption.

mod catalogue;
mod corruption;
mod file;
mod nonsense;
mod own;
mod pictures;
mod points;
mod record;

pub use catalogue::{CATALOGUE, record};
pub use corruption::{Corruption, Draws};
pub use file::{FileFault, SampleFile, read_file};
pub use nonsense::nonsense;
pub use own::OwnData;
pub use points::{BLOBS, blob_centre, blob_deviation, spiral_point};
pub use record::{OWN_PATH, Record, Source};

use ndarray::{Array2, ArrayView2, Axis, s};

use crate::random::{Purpose, permutation, stream};
use crate::settings::{Moved, Shape};

/// The held-out part, in parts of the whole.
pub const HELD_OUT: f64 = 0.2;

/// How many of so many samples are held out.
pub fn held_out_of(n: usize) -> usize {
    (HELD_OUT * n as f64).round() as usize
}

/// One sample of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// (d).
    pub x: Vec<f32>,
    pub class: u8,
    /// What the formula drew it from, each 0 … 1; empty where that says nothing.
    pub factors: Vec<f32>,
}

/// Samples as rows: the training part, then the held-out part, then the novel ones, whose kind is
/// not among the training part.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub shape: Shape,
    /// x: (n, d), all of it.
    pub x: Array2<f32>,
    /// One class per row; all 0 where the data have none.
    pub labels: Vec<u8>,
    /// (n, factors): the true coordinates, 0 … 1, where they are known; else no columns.
    pub factors: Array2<f32>,
    /// What the classes are called, where the record of the data set does not say it.
    pub classes: Vec<String>,
    pub n_train: usize,
    pub n_novel: usize,
    /// Where the samples were that have been put elsewhere.
    pub homes: Vec<Moved>,
}

impl Dataset {
    pub fn train(&self) -> ArrayView2<'_, f32> {
        self.x.slice(s![..self.n_train, ..])
    }

    pub fn held_out(&self) -> ArrayView2<'_, f32> {
        self.x.slice(s![self.held_out_rows(), ..])
    }

    pub fn held_out_rows(&self) -> std::ops::Range<usize> {
        self.n_train..self.x.nrows() - self.n_novel
    }

    /// Puts points of the plane elsewhere, and all others back to where they were.
    pub fn place(&mut self, moved: &[Moved]) {
        for home in std::mem::take(&mut self.homes).into_iter().rev() {
            self.put(home);
        }
        self.homes = moved.iter().filter_map(|&moved| self.put(moved)).collect();
    }

    /// Says where the sample was; `None` where there is none such.
    fn put(&mut self, Moved { sample, to }: Moved) -> Option<Moved> {
        let at = sample as usize;
        if at >= self.x.nrows() || self.shape != Shape::Point(2) {
            return None;
        }
        let mut row = self.x.row_mut(at);
        let was = [row[0], row[1]];
        [row[0], row[1]] = to;
        Some(Moved { sample, to: was })
    }

    /// Shuffles the rows by the seed and holds out a fifth of them, and every row of the novel class.
    pub fn split(
        shape: Shape,
        x: Array2<f32>,
        labels: Vec<u8>,
        factors: Array2<f32>,
        novel: Option<u8>,
        seed: u32,
    ) -> Self {
        let order = permutation(&mut stream(seed, Purpose::Split), x.nrows());
        let (familiar, strange): (Vec<usize>, Vec<usize>) =
            order.into_iter().partition(|&i| Some(labels[i]) != novel);
        let held_out = held_out_of(familiar.len());
        let n_train = familiar.len() - held_out;
        let n_novel = strange.len();
        let order = [familiar, strange].concat();
        Self {
            shape,
            x: x.select(Axis(0), &order),
            labels: order.iter().map(|&i| labels[i]).collect(),
            factors: factors.select(Axis(0), &order),
            classes: Vec::new(),
            n_train,
            n_novel,
            homes: Vec::new(),
        }
    }
}
