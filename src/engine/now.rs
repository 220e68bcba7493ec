//! Everything that decides what a run does next. Kept, it is a moment to go back to.

use ndarray::{Array2, Axis};

use super::plan::{autoencoder_config, train_config};
use crate::data::{Corruption, Dataset};
use crate::protocol::{Matrix, Weights};
use crate::random::{ChaCha8Rng, Purpose, stream};
use crate::settings::Settings;
use crate::train::Trainer;

#[derive(Clone)]
pub struct Now {
    pub trainer: Trainer<f32>,
    /// What is done to the inputs from the next batch on.
    pub corruption: Corruption,
    /// For the corruption of batches.
    noise: ChaCha8Rng,
    /// For units that are added.
    new_weights: ChaCha8Rng,
}

/// A batch as the network sees it, its clean target, and which rows of the data it has.
pub struct Batch {
    pub input: Array2<f32>,
    pub target: Array2<f32>,
    pub rows: Vec<usize>,
}

impl Now {
    /// At step 0, or at the step and in the shape of the weights to go on from.
    pub fn begin(settings: &Settings, resume: Option<Weights>) -> Self {
        let mut weights = stream(settings.seed, Purpose::Weights);
        let resume = resume.unwrap_or_else(|| Weights {
            hidden: settings.hidden.clone(),
            k: settings.k,
            ..Weights::default()
        });
        let mut network = autoencoder_config(&Settings {
            hidden: resume.hidden,
            k: resume.k,
            ..settings.clone()
        })
        .init(&mut weights);
        for (parameter, &kept) in network.parameters_mut().zip(&resume.parameters.values) {
            *parameter = kept;
        }
        let trainer = Trainer::new(
            network,
            train_config(settings),
            stream(settings.seed, Purpose::Batches),
        )
        .resumed(resume.step, resume.samples_seen);
        Self {
            trainer,
            corruption: Corruption::of(settings),
            noise: stream(settings.seed, Purpose::Corruption),
            new_weights: weights,
        }
    }

    pub fn step(&self) -> u64 {
        self.trainer.step_count()
    }

    /// About what it takes in memory.
    pub fn bytes(&self) -> usize {
        self.trainer.bytes()
    }

    /// Follows settings that need no new run, and says whether they change the network's shape.
    pub fn tune(&mut self, settings: &Settings) -> bool {
        self.corruption = Corruption::of(settings);
        self.trainer.set_config(train_config(settings));
        let config = autoencoder_config(settings);
        let is_reshaped = *self.trainer.network().config() != config;
        if is_reshaped {
            self.trainer.resize(&config, &mut self.new_weights);
        }
        is_reshaped
    }

    pub fn next_batch(&mut self, dataset: &Dataset) -> Batch {
        let rows = self.trainer.next_batch(dataset.n_train);
        let target = dataset.x.select(Axis(0), &rows);
        let input = if self.corruption.is_none() {
            target.clone()
        } else {
            self.corruption.apply(target.view(), &mut self.noise)
        };
        Batch {
            input,
            target,
            rows,
        }
    }

    /// One step on the next batch: the loss before it.
    pub fn take_step(&mut self, dataset: &Dataset) -> f64 {
        let Batch { input, target, .. } = self.next_batch(dataset);
        self.trainer.step(input.view(), target.view()).total()
    }

    /// What is enough to go on from, should the trainer die.
    pub fn weights(&self) -> Weights {
        let network = self.trainer.network();
        let config = network.config();
        let values: Vec<f32> = network.parameters().copied().collect();
        Weights {
            step: self.step(),
            samples_seen: self.trainer.samples_seen(),
            hidden: config.hidden.iter().map(|&width| width as u32).collect(),
            k: config.code as u32,
            parameters: Matrix {
                columns: values.len(),
                values,
            },
        }
    }
}
