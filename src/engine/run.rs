//! One run: its data, its PCA, its trainer and the weights to fall back on.

use ndarray::{Array2, ArrayView2, Axis};

use super::plan::{autoencoder_config, train_config};
use super::snapshot::{Moment, facts};
use crate::analysis::Pca;
use crate::data::{Corruption, Dataset, record};
use crate::protocol::{Event, Facts, Matrix, Pace, Run, View, Weights};
use crate::random::{ChaCha8Rng, Purpose, stream};
use crate::settings::Settings;
use crate::train::Trainer;

/// A batch loss beyond this has left every scale that a picture could show.
const MOST_LOSS: f64 = 1e12;
/// Weights are kept to fall back on while the loss is within this factor of its lowest.
const SOUND_FACTOR: f64 = 10.0;
/// The weight of the newest measurement in the smoothed steps per second.
const NEWEST: f64 = 0.2;

pub struct TrainingRun {
    id: Run,
    seed: u32,
    dataset: Dataset,
    pca: Pca,
    /// What is done to the inputs from the next batch on.
    corruption: Corruption,
    /// For the corruption of batches.
    noise: ChaCha8Rng,
    /// All samples under the run's one fixed corruption, on which errors and pictures are taken, and
    /// which corruption that was. `None` where the inputs are clean.
    corrupted: Option<(Corruption, Array2<f32>)>,
    /// For units that are added.
    new_weights: ChaCha8Rng,
    trainer: Trainer<f32>,
    /// The last trainer whose error was sound.
    sound: Trainer<f32>,
    lowest_error: f64,
    steps_per_s: Option<f64>,
    /// What the last snapshot cost: training takes at least as long, whatever the budget.
    snapshot_ms: f64,
}

impl TrainingRun {
    /// A run at step 0, or at the step of the weights to go on from. The error is a sentence.
    pub fn start(
        id: Run,
        mut settings: Settings,
        asset: Option<&[u8]>,
        resume: Option<Weights>,
    ) -> Result<Self, String> {
        settings.normalise();
        let dataset = record(settings.data).dataset(&settings, asset)?;
        let pca = Pca::fit(dataset.train());
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
            train_config(&settings),
            stream(settings.seed, Purpose::Batches),
        )
        .resumed(resume.step, resume.samples_seen);
        let mut run = Self {
            id,
            seed: settings.seed,
            dataset,
            pca,
            corruption: Corruption::of(&settings),
            noise: stream(settings.seed, Purpose::Corruption),
            corrupted: None,
            new_weights: weights,
            sound: trainer.clone(),
            trainer,
            lowest_error: f64::INFINITY,
            steps_per_s: None,
            snapshot_ms: 0.0,
        };
        run.tune(settings);
        Ok(run)
    }

    pub fn id(&self) -> Run {
        self.id
    }

    pub fn renumbered(self, id: Run) -> Self {
        Self { id, ..self }
    }

    pub fn facts(&self) -> Facts {
        facts(&self.dataset, &self.pca)
    }

    /// Follows settings that need no new run; the weights to fall back on follow too.
    pub fn tune(&mut self, mut settings: Settings) {
        settings.normalise();
        self.corruption = Corruption::of(&settings);
        let config = autoencoder_config(&settings);
        for trainer in [&mut self.trainer, &mut self.sound] {
            trainer.set_config(train_config(&settings));
            if *trainer.network().config() != config {
                trainer.resize(&config, &mut self.new_weights);
                self.lowest_error = f64::INFINITY;
            }
        }
    }

    pub fn recover(&mut self) {
        self.trainer = self.sound.clone();
        self.lowest_error = f64::INFINITY;
    }

    /// Steps until the pace is spent, then a snapshot.
    pub fn train(&mut self, pace: Pace, view: &View, clock: &dyn Fn() -> f64) -> Event {
        let begun = clock();
        let budget_ms = pace.budget_ms.max(self.snapshot_ms);
        let mut taken = 0;
        while taken < pace.steps && (taken == 0 || clock() - begun < budget_ms) {
            let loss = self.step();
            taken += 1;
            if !is_sound(loss) {
                return self.diverged();
            }
        }
        let trained = clock();
        self.measure(taken, trained - begun);

        self.follow_corruption();
        let moment = Moment::of(&self.trainer, &self.dataset, self.inputs(), &self.pca);
        let losses = moment.losses();
        let error = losses.total();
        if !is_sound(error) {
            return self.diverged();
        }
        let mut snapshot = moment.snapshot(losses, view);
        if error <= SOUND_FACTOR * self.lowest_error {
            self.sound = self.trainer.clone();
            self.lowest_error = self.lowest_error.min(error);
        }
        snapshot.readouts.step = self.trainer.step_count();
        snapshot.readouts.epoch =
            self.trainer.samples_seen() as f64 / self.dataset.n_train.max(1) as f64;
        snapshot.readouts.steps_per_s = self.steps_per_s;
        snapshot.weights = view.weights.then(|| self.weights());
        self.snapshot_ms = clock() - trained;
        Event::Snapshot {
            run: self.id,
            snapshot: Box::new(snapshot),
        }
    }

    /// One step on the next batch: the loss before it.
    fn step(&mut self) -> f64 {
        let rows = self.trainer.next_batch(self.dataset.n_train);
        let target = self.dataset.x.select(Axis(0), &rows);
        let losses = if self.corruption.is_none() {
            self.trainer.step(target.view(), target.view())
        } else {
            let input = self.corruption.apply(target.view(), &mut self.noise);
            self.trainer.step(input.view(), target.view())
        };
        losses.total()
    }

    /// Corrupts all samples anew where the corruption has changed. The random numbers are the same
    /// every time, so that errors under one corruption can be compared.
    fn follow_corruption(&mut self) {
        let now = (!self.corruption.is_none()).then_some(self.corruption);
        if now != self.corrupted.as_ref().map(|(corruption, _)| *corruption) {
            self.corrupted = now.map(|corruption| {
                let mut noise = stream(self.seed, Purpose::FixedCorruption);
                (
                    corruption,
                    corruption.apply(self.dataset.x.view(), &mut noise),
                )
            });
        }
    }

    /// What the network sees of all samples: (n, d).
    fn inputs(&self) -> ArrayView2<'_, f32> {
        match &self.corrupted {
            Some((_, inputs)) => inputs.view(),
            None => self.dataset.x.view(),
        }
    }

    fn weights(&self) -> Weights {
        let network = self.trainer.network();
        let config = network.config();
        let values: Vec<f32> = network.parameters().copied().collect();
        Weights {
            step: self.trainer.step_count(),
            samples_seen: self.trainer.samples_seen(),
            hidden: config.hidden.iter().map(|&width| width as u32).collect(),
            k: config.code as u32,
            parameters: Matrix {
                columns: values.len(),
                values,
            },
        }
    }

    fn diverged(&self) -> Event {
        Event::Diverged {
            run: self.id,
            step: self.trainer.step_count(),
            sound_step: self.sound.step_count(),
        }
    }

    fn measure(&mut self, steps: u32, elapsed_ms: f64) {
        if steps > 0 && elapsed_ms > 0.0 {
            let now = 1000.0 * f64::from(steps) / elapsed_ms;
            let before = self.steps_per_s.unwrap_or(now);
            self.steps_per_s = Some(before + NEWEST * (now - before));
        }
    }
}

fn is_sound(loss: f64) -> bool {
    loss.is_finite() && loss < MOST_LOSS
}
