//! The same network trained without corruption, or without any regulariser, beside a run that has some: the same first weights, the
//! same batches.

use super::now::Now;
use crate::data::Dataset;
use crate::model::Autoencoder;
use crate::settings::{NoiseChoice, PenaltyChoice, Settings};

pub struct Plain {
    without: Without,
    now: Now,
}

/// What the other network goes without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    Corruption,
    /// Corruption, penalty and weight decay.
    Regularisers,
}

impl Without {
    fn settings(self, settings: &Settings) -> Settings {
        let clean = Settings {
            noise: NoiseChoice::None,
            ..settings.clone()
        };
        match self {
            Self::Corruption => clean,
            Self::Regularisers => Settings {
                penalty: PenaltyChoice::None,
                decay: 0.0,
                ..clean
            },
        }
    }
}

impl Plain {
    pub fn begin(without: Without, settings: &Settings) -> Self {
        Self {
            now: Now::begin(&without.settings(settings), None),
            without,
        }
    }

    pub fn tune(&mut self, settings: &Settings) {
        self.now.tune(&self.without.settings(settings));
    }

    /// Takes a step of its own, unless it is as far as the run at this one; says whether it did.
    pub fn follow(&mut self, step: u64, dataset: &Dataset) -> bool {
        let is_behind = self.now.step() < step;
        if is_behind {
            self.now.take_step(dataset);
        }
        is_behind
    }

    pub fn step(&self) -> u64 {
        self.now.step()
    }

    pub fn network(&self) -> &Autoencoder<f32> {
        self.now.trainer.network()
    }
}
