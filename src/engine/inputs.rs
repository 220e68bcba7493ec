//! What the network sees of all samples: on this errors are measured and pictures taken.

use ndarray::{Array2, ArrayView2};

use crate::data::{Corruption, Dataset};
use crate::random::{Purpose, stream};

pub struct Inputs {
    seed: u32,
    /// All samples under a run's one fixed corruption, and which corruption that is. `None` where
    /// they are clean.
    corrupted: Option<(Corruption, Array2<f32>)>,
}

impl Inputs {
    pub fn clean(seed: u32) -> Self {
        Self {
            seed,
            corrupted: None,
        }
    }

    /// Corrupts all samples anew where the corruption has changed. The random numbers are the same
    /// every time, so that errors under one corruption can be compared.
    pub fn follow(&mut self, corruption: Corruption, dataset: &Dataset) {
        let wanted = (!corruption.is_none()).then_some(corruption);
        if wanted != self.corrupted.as_ref().map(|(corruption, _)| *corruption) {
            self.corrupted = wanted.map(|corruption| {
                let mut noise = stream(self.seed, Purpose::FixedCorruption);
                (corruption, corruption.apply(dataset.x.view(), &mut noise))
            });
        }
    }

    /// (n, d).
    pub fn of<'a>(&'a self, dataset: &'a Dataset) -> ArrayView2<'a, f32> {
        match &self.corrupted {
            Some((_, inputs)) => inputs.view(),
            None => dataset.x.view(),
        }
    }
}
