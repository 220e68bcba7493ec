//! The same network trained without corruption, beside a run that has some: the same first weights, the
//! same batches.

use super::now::Now;
use crate::data::Dataset;
use crate::model::Autoencoder;
use crate::settings::{NoiseChoice, Settings};

/// Steps that it may take for one of the run's, while it lags behind.
const CATCH_UP: u32 = 3;

pub struct Plain {
    now: Now,
}

fn without_corruption(settings: &Settings) -> Settings {
    Settings {
        noise: NoiseChoice::None,
        ..settings.clone()
    }
}

impl Plain {
    pub fn begin(settings: &Settings) -> Self {
        Self {
            now: Now::begin(&without_corruption(settings), None),
        }
    }

    pub fn tune(&mut self, settings: &Settings) {
        self.now.tune(&without_corruption(settings));
    }

    /// Steps towards a step of the run.
    pub fn follow(&mut self, step: u64, dataset: &Dataset) {
        for _ in 0..CATCH_UP {
            if self.now.step() < step {
                self.now.take_step(dataset);
            }
        }
    }

    pub fn step(&self) -> u64 {
        self.now.step()
    }

    /// The network, if it is as far as the run.
    pub fn network_at(&self, step: u64) -> Option<&Autoencoder<f32>> {
        (self.now.step() == step).then(|| self.now.trainer.network())
    }
}
