//! Everything that decides what a run does next. Kept, it is a moment to go back to.

use ndarray::Array2;

use super::plan::{autoencoder_config, train_config};
use crate::data::{Corruption, Dataset};
use crate::model::{Room, fit};
use crate::protocol::{Matrix, Weights};
use crate::random::{ChaCha8Rng, Purpose, stream};
use crate::settings::Settings;
use crate::train::{Losses, Trainer};

#[derive(Clone)]
pub struct Now {
    pub trainer: Trainer<f32>,
    /// What is done to the inputs from the next batch on.
    pub corruption: Corruption,
    /// For the corruption of batches.
    noise: ChaCha8Rng,
    /// For units that are added.
    new_weights: ChaCha8Rng,
    batch: Room<Batch>,
}

/// A batch as the network sees it, its clean target, and which rows of the data it has.
#[derive(Debug, Default)]
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
            batch: Room::default(),
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

    fn draw_batch(&mut self, dataset: &Dataset) {
        let Batch {
            input,
            target,
            rows,
        } = &mut *self.batch;
        rows.clear();
        rows.extend_from_slice(self.trainer.next_batch(dataset.n_train));
        let shape = (rows.len(), dataset.x.ncols());
        fit(target, shape);
        fit(input, shape);
        let d = shape.1.max(1);
        if let (Some(target), Some(x)) = (target.as_slice_mut(), dataset.x.as_slice()) {
            for (sample, &row) in target.chunks_exact_mut(d).zip(&*rows) {
                sample.copy_from_slice(&x[row * d..][..d]);
            }
        }
        input.assign(target);
        self.corruption.corrupt(input, &mut self.noise);
    }

    /// One step on the next batch: the losses before it.
    pub fn take_step(&mut self, dataset: &Dataset) -> Losses {
        self.draw_batch(dataset);
        let [input, target] = [&self.batch.input, &self.batch.target];
        self.trainer.step(input.view(), target.view())
    }

    /// The batch of the last step.
    pub fn batch(&self) -> &Batch {
        &self.batch
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
