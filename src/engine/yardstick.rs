//! PCA, and its errors: what a network's are measured against.

use std::cell::Cell;

use ndarray::{ArrayView2, s};

use crate::analysis::Pca;
use crate::data::Dataset;
use crate::train::mse;

pub struct Yardstick {
    pub pca: Pca,
    /// The last error that was asked for, and at which bottleneck size: steps do not change it.
    error: Cell<Option<(usize, f64)>>,
}

impl Yardstick {
    pub fn of(dataset: &Dataset) -> Self {
        Self {
            pca: Pca::fit(dataset.train()),
            error: Cell::default(),
        }
    }

    /// The network sees something else of the samples.
    pub fn forget(&self) {
        self.error.take();
    }

    /// On the held-out samples, with k components, of what the network sees, inputs (n, d).
    pub fn error(&self, dataset: &Dataset, inputs: ArrayView2<f32>, k: usize) -> f64 {
        let of_k = |&(of, _): &(usize, f64)| of == k;
        let (_, error) = self.error.get().filter(of_k).unwrap_or_else(|| {
            let seen = inputs.slice(s![dataset.held_out_rows(), ..]);
            let made = self.pca.reconstruct(seen, k);
            (k, mse(made.view(), dataset.held_out()))
        });
        self.error.set(Some((k, error)));
        error
    }
}
