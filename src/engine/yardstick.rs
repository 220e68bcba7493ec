//! PCA, and its errors: what a network's are measured against.

use std::cell::OnceCell;

use ndarray::{ArrayView2, s};

use crate::analysis::Pca;
use crate::data::Dataset;

/// The most principal components that are compared with, and that cross to the page.
pub const MOST_COMPONENTS: usize = 128;

pub struct Yardstick {
    pub pca: Pca,
    /// Its errors on the held-out samples as they are, with 1, 2 … components.
    pub clean: Vec<f64>,
    /// The same for what the network sees of them under a corruption.
    corrupted: OnceCell<Vec<f64>>,
}

impl Yardstick {
    pub fn of(dataset: &Dataset) -> Self {
        let pca = Pca::fit(dataset.train());
        let x = dataset.held_out();
        Self {
            clean: pca.errors(x, x, MOST_COMPONENTS),
            corrupted: OnceCell::new(),
            pca,
        }
    }

    /// The network sees something else of the samples.
    pub fn forget(&mut self) {
        self.corrupted = OnceCell::new();
    }

    /// On the held-out samples, with k components, of what the network sees, inputs (n, d).
    pub fn error(&self, dataset: &Dataset, inputs: ArrayView2<f32>, k: usize) -> f64 {
        let seen = inputs.slice(s![dataset.held_out_rows(), ..]);
        let x = dataset.held_out();
        let errors = match seen.as_ptr() == x.as_ptr() {
            true => &self.clean,
            false => self
                .corrupted
                .get_or_init(|| self.pca.errors(seen, x, MOST_COMPONENTS)),
        };
        let with_k = errors.get(k.saturating_sub(1)).or(errors.last());
        with_k.copied().unwrap_or(0.0)
    }
}
