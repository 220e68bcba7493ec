//! A network, its optimiser and its place in the training data. Not here: time, the data themselves
//! and their corruption.

use ndarray::ArrayView2;

use super::{Losses, Objective, Optimizer, Rule};
use crate::model::{Autoencoder, AutoencoderConfig, Pass, Real, Room};
use crate::random::{ChaCha8Rng, permute};

/// What may change between any two batches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrainConfig {
    pub rule: Rule,
    pub learning_rate: f64,
    /// Samples per batch; the last batch of an epoch may be shorter.
    pub batch: usize,
    pub objective: Objective,
}

#[derive(Clone, Debug)]
pub struct Trainer<F: Real> {
    network: Autoencoder<F>,
    optimizer: Optimizer<F>,
    config: TrainConfig,
    batches: ChaCha8Rng,
    /// This epoch's order, and how many of its samples are still to be shown: the first ones.
    order: Vec<usize>,
    left: usize,
    /// Where the stream of random numbers was before that order was drawn.
    drawn_from: u128,
    samples_seen: u64,
    step: u64,
    pass: Room<Pass<F>>,
}

/// Where a trainer is in its training data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub step: u64,
    pub samples_seen: u64,
    /// Samples of this epoch that are still to be shown.
    pub left: usize,
    /// Where the stream of random numbers was, in words, before this epoch's order was drawn.
    pub drawn_from: u128,
}

impl<F: Real> Trainer<F> {
    pub fn new(network: Autoencoder<F>, config: TrainConfig, batches: ChaCha8Rng) -> Self {
        Self {
            optimizer: Optimizer::new(config.rule, &network.layers),
            network,
            config,
            batches,
            order: Vec::new(),
            left: 0,
            drawn_from: 0,
            samples_seen: 0,
            step: 0,
            pass: Room::default(),
        }
    }

    /// The same as another one was, with what its optimiser kept: it goes on as that one would have.
    pub fn resumed(mut self, place: Place, updates: u32, moments: &[F]) -> Self {
        self.optimizer.resume(updates, moments);
        self.batches.set_word_pos(place.drawn_from);
        Self {
            left: place.left,
            drawn_from: place.drawn_from,
            samples_seen: place.samples_seen,
            step: place.step,
            ..self
        }
    }

    pub fn place(&self) -> Place {
        Place {
            step: self.step,
            samples_seen: self.samples_seen,
            left: self.left,
            drawn_from: match self.left {
                0 => self.batches.get_word_pos(),
                _ => self.drawn_from,
            },
        }
    }

    pub fn config(&self) -> &TrainConfig {
        &self.config
    }

    pub fn optimizer(&self) -> &Optimizer<F> {
        &self.optimizer
    }

    pub fn network(&self) -> &Autoencoder<F> {
        &self.network
    }

    /// About what it takes in memory.
    pub fn bytes(&self) -> usize {
        // A weight and, for the optimiser, up to two moments.
        let per_parameter = 3 * size_of::<F>();
        self.network.parameters().count() * per_parameter + self.order.len() * size_of::<usize>()
    }

    /// Sets a weight of a layer, (input, output), and its twin where weights are tied. A weight that
    /// is not there stays away.
    pub fn set_weight(&mut self, layer: usize, at: [usize; 2], weight: F) {
        self.network.set_weight(layer, at, weight);
    }

    /// Steps taken.
    pub fn step_count(&self) -> u64 {
        self.step
    }

    /// Samples shown to the network so far; divided by the training part's size: the epoch.
    pub fn samples_seen(&self) -> u64 {
        self.samples_seen
    }

    /// Acts from the next batch on. Another rule starts with fresh moments.
    pub fn set_config(&mut self, config: TrainConfig) {
        if config.rule != self.config.rule {
            self.optimizer = Optimizer::new(config.rule, &self.network.layers);
        }
        self.config = config;
    }

    /// Adapts the running network: see [`Autoencoder::resize`].
    pub fn resize(&mut self, config: &AutoencoderConfig, weights: &mut ChaCha8Rng) {
        self.network.resize(config, weights);
        self.optimizer.resize(&self.network.layers);
    }

    /// One step on a batch: its input (n, d), which may be corrupted, and its target (n, d). The
    /// losses are those before the update.
    pub fn step(&mut self, input: ArrayView2<F>, target: ArrayView2<F>) -> Losses {
        let (network, pass) = (&mut self.network, &mut self.pass);
        let losses = self.config.objective.pass(network, input, target, pass);
        let rate = self.config.learning_rate;
        self.optimizer
            .update(&mut network.layers, &pass.gradients, rate);
        self.network.constrain();
        self.samples_seen += input.nrows() as u64;
        self.step += 1;
        losses
    }

    /// The next batch's rows of the n training samples, in this epoch's order; a new order when the
    /// epoch is over.
    pub fn next_batch(&mut self, n: usize) -> &[usize] {
        if self.left == 0 || self.order.len() != n {
            self.drawn_from = self.batches.get_word_pos();
            permute(&mut self.batches, n, &mut self.order);
            self.left = match self.left {
                0 => n,
                left => left.min(n),
            };
        }
        let end = self.left;
        self.left = end.saturating_sub(self.config.batch.max(1));
        &self.order[self.left..end]
    }
}
