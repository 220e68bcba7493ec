//! Everything that decides what a run does next. Kept, it is a moment to go back to.

use ndarray::Array2;

use super::plan::{autoencoder_config, train_config};
use crate::data::{Corruption, Dataset};
use crate::model::{Autoencoder, Room, fit};
use crate::protocol::{Drawn, Weights};
use crate::random::{ChaCha8Rng, Purpose, stream};
use crate::settings::Settings;
use crate::train::{Losses, Place, Trainer};

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
    /// At step 0, or where the weights to go on from were.
    pub fn begin(settings: &Settings, resume: Option<Weights>) -> Self {
        let [mut new_weights, mut noise] =
            [Purpose::Weights, Purpose::Corruption].map(|purpose| stream(settings.seed, purpose));
        let batches = stream(settings.seed, Purpose::Batches);
        let network = match &resume {
            Some(resume) => network_of(settings, resume),
            None => autoencoder_config(settings).init(&mut new_weights),
        };
        let mut trainer = Trainer::new(network, train_config(settings), batches);
        if let Some(resume) = resume {
            trainer = trainer.resumed(
                Place {
                    step: resume.step,
                    samples_seen: resume.samples_seen,
                    left: resume.left as usize,
                    drawn_from: resume.drawn.order.into(),
                },
                resume.updates,
                &resume.moments.values,
            );
            noise.set_word_pos(resume.drawn.corruption.into());
            new_weights.set_word_pos(resume.drawn.weights.into());
        }
        Self {
            trainer,
            corruption: Corruption::of(settings),
            noise,
            new_weights,
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

    /// What is enough to go on from as if nothing had been.
    pub fn weights(&self) -> Weights {
        let (network, optimizer) = (self.trainer.network(), self.trainer.optimizer());
        let (config, place) = (network.config(), self.trainer.place());
        Weights {
            step: place.step,
            samples_seen: place.samples_seen,
            hidden: config.hidden.iter().map(|&width| width as u32).collect(),
            k: config.code as u32,
            parameters: network.parameters().copied().collect::<Vec<_>>().into(),
            moments: optimizer.moments().copied().collect::<Vec<_>>().into(),
            updates: optimizer.updates(),
            left: place.left as u32,
            drawn: Drawn {
                order: place.drawn_from as u64,
                corruption: self.noise.get_word_pos() as u64,
                weights: self.new_weights.get_word_pos() as u64,
            },
        }
    }
}

/// The network that has these weights.
pub fn network_of(settings: &Settings, weights: &Weights) -> Autoencoder<f32> {
    let config = autoencoder_config(&Settings {
        hidden: weights.hidden.clone(),
        k: weights.k,
        ..settings.clone()
    });
    let mut network = config.init(&mut stream(settings.seed, Purpose::Weights));
    for (parameter, &kept) in network.parameters_mut().zip(&weights.parameters.values) {
        *parameter = kept;
    }
    network
}
