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
use super::levels::{level_draws, levels};
use super::matrix::matrix;
use super::moment::{Few, Moment};
use super::network_view::telling_features;
use super::now::Now;
use super::past::Past;
use super::remedy::{Remedy, remedy};
use super::sketch::sketch;
use super::snapshot::{draw, rebuilt_nonsense, snapshot};
use super::sound::{Sound, is_sound};
use super::task::Task;
use super::watched::Watched;
use crate::analysis::Pca;
use crate::data::{Corruption, Dataset, Draws, FileFault, nonsense, record};
use crate::model::Trace;
use crate::protocol::{Dissection, Event, Facts, Link, Run, Snapshot, View, Weights};
use crate::settings::{NoiseChoice, Settings};
use crate::train::Losses;

/// The weight of the newest measurement in the smoothed steps per second.
const NEWEST: f64 = 0.2;
/// A picture for which all samples go through the network may cost so much, in milliseconds; where it
/// costs more, they go through it little by little.
const CHEAP_MS: f64 = 4.0;
/// The part of the time that this may take.
const SURVEY_SHARE: f64 = 0.1;

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
    /// The random numbers of the corruption at every level, once they are asked for.
    level_draws: Option<Draws>,
    /// Steps that were taken before anybody asked for them, and what they took, in milliseconds.
    ahead: (u32, f64),
    /// Whether the last step's loss was no number that can be shown.
    is_unsound: bool,
    watched: Watched,
    steps_per_s: Option<f64>,
    /// What the last snapshot cost: training takes at least as long, whatever the budget.
    snapshot_ms: f64,
    /// What the last one cost for which all samples went through the network.
    whole_ms: f64,
    /// When the last one was made.
    shown_ms: f64,
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
            level_draws: None,
            ahead: (0, 0.0),
            is_unsound: false,
            watched: Watched::default(),
            steps_per_s: None,
            snapshot_ms: 0.0,
            whole_ms: 0.0,
            shown_ms: 0.0,
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
        if self.now.tune(&settings) {
            self.watched.forget();
            self.whole_ms = 0.0;
        }
        self.sound.tune(&settings);
        self.beside.tune(&settings);
        self.settings = settings;
    }

    pub fn recover(&mut self) {
        let sound = self.sound.recall();
        self.turn_to(sound);
        self.is_edited = false;
    }

    /// Goes back to the last kept moment at or before a step; what came after it is forgotten.
    pub fn rewind(&mut self, step: u64) {
        if let Some(then) = self.past.at(step).cloned() {
            self.past.forget_after(then.step());
            self.sound = Sound::of(then.clone());
            self.turn_to(then);
        }
    }

    /// Goes on from another moment.
    fn turn_to(&mut self, now: Now) {
        self.now = now;
        self.ahead = (0, 0.0);
        self.is_unsound = false;
        self.watched.forget();
    }

    /// Sets one weight.
    pub fn edit(&mut self, link: Link, weight: f32) {
        self.watched.forget();
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
        let (steps, ms) = std::mem::take(&mut self.ahead);
        task.taken += steps;
        task.spent_ms += ms;
        let begun = clock();
        let mut now = begun;
        while !self.is_unsound && !task.is_spent(now - begun, self.snapshot_ms) {
            if now - begun >= slice_ms {
                task.spent_ms += now - begun;
                return None;
            }
            self.step();
            task.taken += 1;
            now = clock();
        }
        if self.is_unsound {
            return Some(self.diverged());
        }
        self.measure(task.taken, task.spent_ms + now - begun);
        let survey_ms = SURVEY_SHARE * (now - self.shown_ms);
        let glance = match task.view.may_lag && !self.is_cheap() {
            true => self.glance(&task.view, survey_ms, clock),
            false => None,
        };
        let event = glance.unwrap_or_else(|| {
            let begun = clock();
            let event = self.show(&task.view, None);
            self.whole_ms = clock() - begun;
            event
        });
        self.shown_ms = clock();
        self.snapshot_ms = self.shown_ms - now;
        Some(event)
    }

    /// Takes steps that nobody has asked for yet, for so many milliseconds; says whether more can follow.
    pub fn run_ahead(&mut self, slice_ms: f64, clock: &dyn Fn() -> f64) -> bool {
        let begun = clock();
        let mut now = begun;
        while now - begun < slice_ms && !self.is_unsound {
            self.step();
            self.ahead.0 += 1;
            now = clock();
        }
        self.ahead.1 += now - begun;
        !self.is_unsound
    }

    fn step(&mut self) {
        let losses = self.now.take_step(&self.dataset);
        self.is_unsound = !is_sound(losses.total());
        self.beside.follow(self.now.step(), &self.dataset);
    }

    /// One step, taken apart.
    pub fn dissect(&mut self, view: &View) -> Event {
        let before = self.now.trainer.clone();
        let losses = self.now.take_step(&self.dataset);
        if !is_sound(losses.total()) {
            return self.diverged();
        }
        let steps = [&before, &self.now.trainer];
        let parts = dissection(steps, losses, self.now.batch(), &self.telling);
        self.show(view, Some(parts))
    }

    /// Where the run stands, all of it exact: all samples go through the network.
    fn show(&mut self, view: &View, dissection: Option<Dissection>) -> Event {
        self.prepare(view);
        let inputs = self.inputs.of(&self.dataset);
        let moment = self.moment(&self.now, self.now.trainer.network().forward(inputs));
        let losses = moment.losses();
        if !is_sound(losses.total()) {
            return self.diverged();
        }
        let mut snapshot = self.describe(&moment, losses, view);
        self.describe_beside(&mut snapshot, &moment, view);
        self.keep(None, losses.total());
        if !self.is_cheap() {
            self.watched.know(&snapshot, view);
        }
        snapshot.dissection = dissection;
        self.hand_over(snapshot, view)
    }

    /// Where the run stands while it is watched: what is drawn follows every step, what is known of all
    /// samples comes from the last survey. `None` where nothing is known yet.
    fn glance(&mut self, view: &View, budget_ms: f64, clock: &dyn Fn() -> f64) -> Option<Event> {
        self.prepare(view);
        let mut watched = std::mem::take(&mut self.watched);
        let wanted = watched.wanted(view);
        let inputs = self.inputs.of(&self.dataset);
        let surveyed = watched.survey.go_on(&self.now, inputs, budget_ms, clock);
        let mut error = None;
        if let Some((then, trace)) = surveyed {
            let moment = self.moment(&then, trace);
            let losses = moment.losses();
            if !is_sound(losses.total()) {
                return Some(self.diverged());
            }
            let found = self.describe(&moment, losses, &wanted);
            watched.finish(found, moment.trace, view);
            error = Some((then, losses.total()));
        }
        if let Some((then, error)) = error {
            self.keep(Some(then), error);
        }
        let rows = watched.rows(view, self.dataset.x.nrows());
        let few = Few::of(rows, &self.dataset, self.inputs.of(&self.dataset));
        let moment = Moment::of_few(&self.now.trainer, &self.dataset, &few, &self.pca);
        let told = watched.told(&moment, view).map(|mut snapshot| {
            draw(&mut snapshot, &moment, view, &self.telling);
            self.describe_beside(&mut snapshot, &moment, view);
            snapshot.step = self.now.step();
            snapshot.epoch = self.epoch(&self.now);
            self.hand_over(snapshot, view)
        });
        self.watched = watched;
        told
    }

    /// Whether all samples go through the network so fast that a picture need not do without.
    fn is_cheap(&self) -> bool {
        self.whole_ms <= CHEAP_MS
    }

    fn prepare(&mut self, view: &View) {
        if self.inputs.follow(self.now.corruption, &self.dataset) {
            self.watched.forget();
        }
        let noise = self.settings.noise;
        let has_draws = |draws: &Draws| draws.noise() == noise;
        if view.levels
            && noise != NoiseChoice::None
            && !self.level_draws.as_ref().is_some_and(has_draws)
        {
            self.level_draws = Some(level_draws(&self.dataset, noise, self.seed));
        }
        if view.nonsense && self.nonsense.is_none() {
            self.nonsense = Some(nonsense(self.dataset.held_out(), self.seed));
        }
    }

    /// Keeps a moment whose error is known, or else the newest.
    fn keep(&mut self, moment: Option<Now>, error: f64) {
        let moment = moment.as_ref().unwrap_or(&self.now);
        if self.sound.keep(moment, error) {
            self.is_edited = false;
        }
        self.past.keep(moment);
    }

    fn hand_over(&self, mut snapshot: Snapshot, view: &View) -> Event {
        snapshot.readouts.steps_per_s = self.steps_per_s;
        snapshot.weights = view.weights.then(|| self.now.weights());
        self.answer(snapshot)
    }

    /// An earlier moment, under the corruption of that time.
    fn look_back(&mut self, then: &Now, view: &View) -> Event {
        self.inputs.follow(then.corruption, &self.dataset);
        self.watched.forget();
        let trace = then
            .trainer
            .network()
            .forward(self.inputs.of(&self.dataset));
        let moment = self.moment(then, trace);
        let mut snapshot = self.describe(&moment, moment.losses(), view);
        snapshot.is_past = true;
        self.answer(snapshot)
    }

    fn moment<'a>(&'a self, now: &'a Now, trace: Trace<f32>) -> Moment<'a> {
        let inputs = self.inputs.of(&self.dataset);
        Moment::of(&now.trainer, &self.dataset, inputs, &self.pca, trace)
    }

    fn epoch(&self, now: &Now) -> f64 {
        now.trainer.samples_seen() as f64 / self.dataset.n_train.max(1) as f64
    }

    /// What the view asks for of all samples, and what a moment does not know of itself.
    fn describe(&self, moment: &Moment, losses: Losses, view: &View) -> Snapshot {
        let mut snapshot = snapshot(moment, losses, view, &self.telling);
        let trainer = moment.trainer;
        snapshot.step = trainer.step_count();
        snapshot.epoch = trainer.samples_seen() as f64 / self.dataset.n_train.max(1) as f64;
        snapshot.readouts.step = snapshot.step;
        snapshot.readouts.epoch = snapshot.epoch;
        if let Some(analyses) = &mut snapshot.analyses {
            analyses.feature_precision = *self
                .feature_precision
                .get_or_init(|| precision(moment, self.dataset.x.view()));
        }
        let nonsense = self.nonsense.as_ref().filter(|_| view.nonsense);
        snapshot.nonsense = nonsense.map(|nonsense| rebuilt_nonsense(moment, nonsense.view()));
        snapshot
    }

    /// What takes other networks, or samples of its own.
    fn describe_beside(&self, snapshot: &mut Snapshot, moment: &Moment, view: &View) {
        let step = moment.trainer.step_count();
        let plain = self.beside.plain(view, step);
        if let Some(plain) = plain.filter(|_| moment.is_corrupted) {
            let rows = moment.rows(&view.gallery);
            let seen = moment.inputs.select(Axis(0), &rows);
            snapshot.gallery_plain = matrix(plain.forward(seen.view()).reconstruction());
        }
        let bare = self.beside.bare(view, step);
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
        let draws = self.level_draws.as_ref();
        let draws = draws.filter(|draws| view.levels && draws.noise() == corruption.noise);
        snapshot.levels = draws.map(|draws| levels(moment, plain, corruption, draws));
    }

    fn answer(&self, snapshot: Snapshot) -> Event {
        Event::Snapshot {
            run: self.id,
            snapshot: Box::new(snapshot),
        }
    }

    /// The run waits at the moment that it can go on from.
    fn diverged(&mut self) -> Event {
        self.is_unsound = false;
        self.watched.forget();
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
