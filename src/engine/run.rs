//! One run: its data, its PCA, where it stands, its past and the weights to fall back on.

use ndarray::{Array2, Axis};

use std::cell::OnceCell;

use super::analyses::precision;
use super::beside::Beside;
use super::dissection::dissection;
use super::faces::both_faces;
use super::facts::facts;
use super::field::score;
use super::inputs::Inputs;
use super::levels::levels;
use super::matrix::matrix;
use super::moment::Moment;
use super::network_view::telling_features;
use super::now::Now;
use super::past::Past;
use super::remedy::{Remedy, remedy};
use super::sketch::sketch;
use super::snapshot::{rebuilt_nonsense, snapshot};
use super::sound::{Sound, is_sound};
use super::task::Task;
use crate::analysis::Pca;
use crate::data::{Corruption, Dataset, FileFault, nonsense, record};
use crate::protocol::{Dissection, Event, Facts, Link, Run, Snapshot, View, Weights};
use crate::settings::Settings;
use crate::train::Losses;

/// The weight of the newest measurement in the smoothed steps per second.
const NEWEST: f64 = 0.2;

pub struct TrainingRun {
    id: Run,
    seed: u32,
    dataset: Dataset,
    pca: Pca,
    now: Now,
    past: Past,
    sound: Sound,
    /// Whether a weight was set by hand since the last sound moment.
    is_edited: bool,
    inputs: Inputs,
    settings: Settings,
    beside: Beside,
    /// The pixels that the network's picture shows where it cannot show all.
    telling: Vec<u32>,
    /// How well neighbours by all features share a class, once it is asked for: it never changes.
    feature_precision: OnceCell<Option<f64>>,
    /// Held-out samples made nonsense, once they are asked for.
    nonsense: Option<Array2<f32>>,
    steps_per_s: Option<f64>,
    /// What the last snapshot cost: training takes at least as long, whatever the budget.
    snapshot_ms: f64,
}

impl TrainingRun {
    /// A run at step 0, or at the step of the weights to go on from.
    pub fn start(
        id: Run,
        mut settings: Settings,
        asset: Option<&[u8]>,
        resume: Option<Weights>,
    ) -> Result<Self, FileFault> {
        settings.normalise();
        let dataset = record(settings.data).dataset(&settings, asset)?;
        let now = Now::begin(&settings, resume);
        let mut run = Self {
            id,
            seed: settings.seed,
            telling: telling_features(dataset.train()),
            pca: Pca::fit(dataset.train()),
            dataset,
            sound: Sound::of(now.clone()),
            now,
            is_edited: false,
            past: Past::default(),
            inputs: Inputs::clean(settings.seed),
            settings: settings.clone(),
            beside: Beside::default(),
            feature_precision: OnceCell::new(),
            nonsense: None,
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
        self.now.tune(&settings);
        self.sound.tune(&settings);
        self.beside.tune(&settings);
        self.settings = settings;
    }

    pub fn recover(&mut self) {
        self.now = self.sound.recall();
        self.is_edited = false;
    }

    /// Goes back to the last kept moment at or before a step; what came after it is forgotten.
    pub fn rewind(&mut self, step: u64) {
        if let Some(then) = self.past.at(step).cloned() {
            self.past.forget_after(then.step());
            self.sound = Sound::of(then.clone());
            self.now = then;
        }
    }

    /// Sets one weight.
    pub fn edit(&mut self, link: Link, weight: f32) {
        self.is_edited = true;
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
            return Some(self.look_back(&then, &task.view));
        }
        self.beside
            .keep(&task.view, self.now.step(), &self.settings);
        let begun = clock();
        let mut now = begun;
        while !task.is_spent(now - begun, self.snapshot_ms) {
            if now - begun >= slice_ms {
                task.spent_ms += now - begun;
                return None;
            }
            if !is_sound(self.now.take_step(&self.dataset)) {
                return Some(self.diverged());
            }
            self.beside.follow(self.now.step(), &self.dataset);
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
        let batch = self.now.next_batch(&self.dataset);
        let [input, target] = [batch.input.view(), batch.target.view()];
        let before = self.now.trainer.clone();
        let losses = self.now.trainer.step(input, target);
        if !is_sound(losses.total()) {
            return self.diverged();
        }
        let steps = [&before, &self.now.trainer];
        let parts = dissection(steps, losses, [input, target], &batch.rows, &self.telling);
        self.show(view, Some(parts))
    }

    fn show(&mut self, view: &View, dissection: Option<Dissection>) -> Event {
        self.inputs.follow(self.now.corruption, &self.dataset);
        if view.nonsense && self.nonsense.is_none() {
            self.nonsense = Some(nonsense(self.dataset.held_out(), self.seed));
        }
        let moment = self.moment(&self.now);
        let losses = moment.losses();
        let error = losses.total();
        if !is_sound(error) {
            return self.diverged();
        }
        let mut snapshot = self.describe(&moment, losses, view);
        if self.sound.keep(&self.now, error) {
            self.is_edited = false;
        }
        self.past.keep(&self.now);
        snapshot.readouts.steps_per_s = self.steps_per_s;
        snapshot.dissection = dissection;
        snapshot.weights = view.weights.then(|| self.now.weights());
        self.answer(snapshot)
    }

    /// An earlier moment, under the corruption of that time.
    fn look_back(&mut self, then: &Now, view: &View) -> Event {
        self.inputs.follow(then.corruption, &self.dataset);
        let moment = self.moment(then);
        let mut snapshot = self.describe(&moment, moment.losses(), view);
        snapshot.is_past = true;
        self.answer(snapshot)
    }

    fn moment<'a>(&'a self, now: &'a Now) -> Moment<'a> {
        let inputs = self.inputs.of(&self.dataset);
        Moment::of(&now.trainer, &self.dataset, inputs, &self.pca)
    }

    /// What the view asks for, and what a moment does not know of itself.
    fn describe(&self, moment: &Moment, losses: Losses, view: &View) -> Snapshot {
        let mut snapshot = snapshot(moment, losses, view, &self.telling);
        let trainer = moment.trainer;
        snapshot.readouts.step = trainer.step_count();
        snapshot.readouts.epoch =
            trainer.samples_seen() as f64 / self.dataset.n_train.max(1) as f64;
        let nonsense = self.nonsense.as_ref().filter(|_| view.nonsense);
        let plain = self.beside.plain(view, trainer.step_count());
        if let Some(plain) = plain.filter(|_| moment.is_corrupted) {
            let rows = moment.rows(&view.gallery);
            let seen = moment.inputs.select(Axis(0), &rows);
            snapshot.gallery_plain = matrix(plain.forward(seen.view()).reconstruction());
        }
        if let Some(analyses) = &mut snapshot.analyses {
            analyses.feature_precision = *self
                .feature_precision
                .get_or_init(|| precision(moment, self.dataset.x.view()));
        }
        let bare = self.beside.bare(view, trainer.step_count());
        snapshot.faces = view.faces.then(|| both_faces(moment, bare, self.seed));
        snapshot.score = match view.field {
            true => score(moment, &self.settings),
            false => None,
        };
        snapshot.sketch = view
            .sketch
            .as_ref()
            .and_then(|image| sketch(moment, plain, image));
        let corruption = Corruption::of(&self.settings);
        snapshot.levels = (view.levels && !corruption.is_none())
            .then(|| levels(moment, plain, corruption, self.seed));
        snapshot.nonsense = nonsense.map(|nonsense| rebuilt_nonsense(moment, nonsense.view()));
        snapshot
    }

    fn answer(&self, snapshot: Snapshot) -> Event {
        Event::Snapshot {
            run: self.id,
            snapshot: Box::new(snapshot),
        }
    }

    /// The run waits at the moment that it can go on from.
    fn diverged(&mut self) -> Event {
        let step = self.now.step();
        let Remedy { cause, from } = remedy(self.sound.moments(), self.is_edited, &self.dataset);
        let rate = from.as_ref().map(|(_, rate)| *rate);
        if let Some((now, _)) = from {
            self.sound = Sound::of(now);
        }
        Event::Diverged {
            run: self.id,
            step,
            sound_step: self.sound.step(),
            cause,
            rate,
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
