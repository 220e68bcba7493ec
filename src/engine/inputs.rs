//! What the network sees of all samples: on this errors are measured and pictures taken.

use ndarray::{Array2, ArrayView2};

use crate::data::{Corruption, Dataset, Draws};
use crate::random::{Purpose, stream};
use crate::settings::NoiseChoice;

pub struct Inputs {
    seed: u32,
    /// The random numbers of the run's one fixed corruption.
    draws: Option<Draws>,
    /// All samples under it, and which corruption that is. `None` where they are clean.
    corrupted: Option<(Corruption, Array2<f32>)>,
}

impl Inputs {
    pub fn clean(seed: u32) -> Self {
        Self {
            seed,
            draws: None,
            corrupted: None,
        }
    }

    /// Corrupts all samples anew where the corruption has changed. The random numbers are the same
    /// every time, so that errors under one corruption can be compared. Says whether it has changed.
    pub fn follow(&mut self, corruption: Corruption, dataset: &Dataset) -> bool {
        let wanted = (!corruption.is_none()).then_some(corruption);
        if wanted == self.corrupted.as_ref().map(|(corruption, _)| *corruption) {
            return false;
        }
        self.corrupted = wanted.map(|corruption| {
            let kept = self.draws.take();
            let draws = kept
                .filter(|draws| draws.noise() == corruption.noise)
                .unwrap_or_else(|| fixed_draws(corruption.noise, dataset.x.dim(), self.seed));
            let corrupted = draws.apply(corruption.level, dataset.x.view());
            self.draws = Some(draws);
            (corruption, corrupted)
        });
        true
    }

    /// (n, d).
    pub fn of<'a>(&'a self, dataset: &'a Dataset) -> ArrayView2<'a, f32> {
        match &self.corrupted {
            Some((_, inputs)) => inputs.view(),
            None => dataset.x.view(),
        }
    }
}

/// The random numbers for samples (n, d) under a run's fixed corruption.
pub fn fixed_draws(noise: NoiseChoice, shape: (usize, usize), seed: u32) -> Draws {
    Draws::of(noise, shape, &mut stream(seed, Purpose::FixedCorruption))
}
