//! One run: its data, its PCA, its trainer, its past and the weights to fall back on.

use ndarray::{Array2, ArrayView2, Axis};

use super::dissection::dissection;
use super::network_view::telling_features;
use super::past::Past;
use super::plan::{autoencoder_config, train_config};
use super::snapshot::{Moment, facts};
use super::task::Task;
use crate::analysis::Pca;
use crate::data::{Corruption, Dataset, nonsense, record};
use crate::protocol::{
    Dissection, Event, Facts, Link, Matrix, Nonsense, Run, Snapshot, View, Weights,
};
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
    now: Now,
    past: Past,
    /// The last moment whose error was sound.
    sound: Now,
    /// All samples under the run's one fixed corruption, on which errors and pictures are taken, and
    /// which corruption that was. `None` where the inputs are clean.
    corrupted: Option<(Corruption, Array2<f32>)>,
    /// The pixels that the network's picture shows where it cannot show all.
    telling: Vec<u32>,
    /// Held-out samples made nonsense, once they are asked for.
    nonsense: Option<Array2<f32>>,
    lowest_error: f64,
    steps_per_s: Option<f64>,
    /// What the last snapshot cost: training takes at least as long, whatever the budget.
    snapshot_ms: f64,
}

/// Everything that decides what a run does next.
#[derive(Clone)]
pub struct Now {
    trainer: Trainer<f32>,
    /// What is done to the inputs from the next batch on.
    corruption: Corruption,
    /// For the corruption of batches.
    noise: ChaCha8Rng,
    /// For units that are added.
    new_weights: ChaCha8Rng,
}

impl Now {
    pub fn step(&self) -> u64 {
        self.trainer.step_count()
    }

    /// About what it takes in memory.
    pub fn bytes(&self) -> usize {
        self.trainer.bytes()
    }

    /// Follows settings that need no new run.
    fn tune(&mut self, settings: &Settings) {
        self.corruption = Corruption::of(settings);
        self.trainer.set_config(train_config(settings));
        let config = autoencoder_config(settings);
        if *self.trainer.network().config() != config {
            self.trainer.resize(&config, &mut self.new_weights);
        }
    }
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
        let now = Now {
            trainer,
            corruption: Corruption::of(&settings),
            noise: stream(settings.seed, Purpose::Corruption),
            new_weights: weights,
        };
        let mut run = Self {
            id,
            seed: settings.seed,
            telling: telling_features(dataset.train()),
            dataset,
            pca,
            sound: now.clone(),
            now,
            past: Past::default(),
            corrupted: None,
            nonsense: None,
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
        if *self.now.trainer.network().config() != autoencoder_config(&settings) {
            self.lowest_error = f64::INFINITY;
        }
        self.now.tune(&settings);
        self.sound.tune(&settings);
    }

    pub fn recover(&mut self) {
        self.now = self.sound.clone();
        self.lowest_error = f64::INFINITY;
    }

    /// Goes back to the last kept moment at or before a step; what came after it is forgotten.
    pub fn rewind(&mut self, step: u64) {
        if let Some(then) = self.past.at(step).cloned() {
            self.past.forget_after(then.step());
            self.sound = then.clone();
            self.now = then;
            self.lowest_error = f64::INFINITY;
        }
    }

    /// Sets one weight.
    pub fn edit(&mut self, link: Link, weight: f32) {
        self.now.trainer.set_weight(
            link.layer as usize,
            [link.from as usize, link.to as usize],
            weight,
        );
    }

    /// Steps until the task or the slice is spent; the answer is a snapshot, or a look at an earlier
    /// moment.
    pub fn go_on(
        &mut self,
        task: &mut Task,
        slice_ms: f64,
        clock: &dyn Fn() -> f64,
    ) -> Option<Event> {
        let earlier = task.view.at.and_then(|step| self.past.at(step));
        if let Some(then) = earlier.cloned() {
            return Some(self.look_back(then, &task.view));
        }
        let begun = clock();
        let mut now = begun;
        while !task.is_spent(now - begun, self.snapshot_ms) {
            if now - begun >= slice_ms {
                task.spent_ms += now - begun;
                return None;
            }
            if !is_sound(self.step()) {
                return Some(self.diverged());
            }
            task.taken += 1;
            now = clock();
        }
        self.measure(task.taken, task.spent_ms + now - begun);
        let event = self.show(&task.view, None);
        self.snapshot_ms = clock() - now;
        Some(event)
    }

    /// One step, taken apart.
    pub fn dissect(&mut self, view: &View) -> Event {
        let (input, target, rows) = self.next_batch();
        let before = self.now.trainer.clone();
        let losses = self.now.trainer.step(input.view(), target.view());
        if !is_sound(losses.total()) {
            return self.diverged();
        }
        let steps = [&before, &self.now.trainer];
        let parts = dissection(
            steps,
            losses,
            [input.view(), target.view()],
            &rows,
            &self.telling,
        );
        self.show(view, Some(parts))
    }

    fn show(&mut self, view: &View, dissection: Option<Dissection>) -> Event {
        self.follow_corruption();
        if view.nonsense && self.nonsense.is_none() {
            self.nonsense = Some(nonsense(self.dataset.held_out(), self.seed));
        }
        let moment = self.moment(&self.now);
        let losses = moment.losses();
        let error = losses.total();
        if !is_sound(error) {
            return self.diverged();
        }
        let mut snapshot = self.describe(&self.now, moment.snapshot(losses, view, &self.telling));
        snapshot.nonsense = self.nonsense_of(&moment, view);
        if error <= SOUND_FACTOR * self.lowest_error {
            self.sound = self.now.clone();
            self.lowest_error = self.lowest_error.min(error);
        }
        self.past.keep(&self.now);
        snapshot.readouts.steps_per_s = self.steps_per_s;
        snapshot.dissection = dissection;
        snapshot.weights = view.weights.then(|| self.weights());
        Event::Snapshot {
            run: self.id,
            snapshot: Box::new(snapshot),
        }
    }

    /// An earlier moment, under the corruption of that time.
    fn look_back(&mut self, then: Now, view: &View) -> Event {
        let corruption = std::mem::replace(&mut self.now.corruption, then.corruption);
        self.follow_corruption();
        self.now.corruption = corruption;
        let moment = self.moment(&then);
        let mut snapshot =
            self.describe(&then, moment.snapshot(moment.losses(), view, &self.telling));
        snapshot.nonsense = self.nonsense_of(&moment, view);
        snapshot.is_past = true;
        Event::Snapshot {
            run: self.id,
            snapshot: Box::new(snapshot),
        }
    }

    fn nonsense_of(&self, moment: &Moment, view: &View) -> Option<Nonsense> {
        let nonsense = self.nonsense.as_ref().filter(|_| view.nonsense)?;
        Some(moment.nonsense(nonsense.view()))
    }

    fn moment<'a>(&'a self, now: &'a Now) -> Moment<'a> {
        Moment::of(&now.trainer, &self.dataset, self.inputs(), &self.pca)
    }

    fn describe(&self, now: &Now, mut snapshot: Snapshot) -> Snapshot {
        snapshot.readouts.step = now.step();
        snapshot.readouts.epoch =
            now.trainer.samples_seen() as f64 / self.dataset.n_train.max(1) as f64;
        snapshot
    }

    /// The next batch as the network sees it, its clean target, and which rows of the data it has.
    fn next_batch(&mut self) -> (Array2<f32>, Array2<f32>, Vec<usize>) {
        let rows = self.now.trainer.next_batch(self.dataset.n_train);
        let target = self.dataset.x.select(Axis(0), &rows);
        let input = if self.now.corruption.is_none() {
            target.clone()
        } else {
            self.now
                .corruption
                .apply(target.view(), &mut self.now.noise)
        };
        (input, target, rows)
    }

    /// One step on the next batch: the loss before it.
    fn step(&mut self) -> f64 {
        let (input, target, _) = self.next_batch();
        self.now.trainer.step(input.view(), target.view()).total()
    }

    /// Corrupts all samples anew where the corruption has changed. The random numbers are the same
    /// every time, so that errors under one corruption can be compared.
    fn follow_corruption(&mut self) {
        let corruption = self.now.corruption;
        let now = (!corruption.is_none()).then_some(corruption);
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
        let network = self.now.trainer.network();
        let config = network.config();
        let values: Vec<f32> = network.parameters().copied().collect();
        Weights {
            step: self.now.step(),
            samples_seen: self.now.trainer.samples_seen(),
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
            step: self.now.step(),
            sound_step: self.sound.step(),
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
