//! One run: its data, its PCA, where it stands, its past and the weights to fall back on.

use std::cell::{Cell, OnceCell};

use ndarray::Array2;

use super::beside::Beside;
use super::dissection::dissection;
use super::facts::facts;
use super::inputs::Inputs;
use super::network_view::telling_features;
use super::now::Now;
use super::past::Past;
use super::remedy::{Remedy, remedy};
use super::sound::{Sound, is_sound};
use super::task::Task;
use super::watched::Watched;
use super::yardstick::Yardstick;
use crate::data::{Dataset, Draws, FileFault, record};
use crate::protocol::{Event, Facts, Link, Run, View, Weights};
use crate::settings::Settings;

/// The weight of the newest measurement in the smoothed steps per second.
const NEWEST: f64 = 0.2;
/// The part of the time that a look at more than is drawn of single samples may take.
pub(super) const LOOK_SHARE: f64 = 0.06;

pub struct TrainingRun {
    pub(super) id: Run,
    pub(super) seed: u32,
    pub(super) dataset: Dataset,
    pub(super) yardstick: Yardstick,
    pub(super) now: Now,
    pub(super) past: Past,
    pub(super) sound: Sound,
    /// Whether a weight was set by hand since the last sound moment.
    pub(super) is_edited: bool,
    pub(super) inputs: Inputs,
    pub(super) settings: Settings,
    pub(super) beside: Beside,
    /// Whether samples were put elsewhere since the last snapshot.
    pub(super) has_news: Cell<bool>,
    /// The pixels that the network's picture shows where it cannot show all.
    pub(super) telling: Vec<u32>,
    /// How well neighbours by all features share a class, once it is asked for: it never changes.
    pub(super) feature_precision: OnceCell<Option<f64>>,
    /// Held-out samples made nonsense, once they are asked for.
    pub(super) nonsense: Option<Array2<f32>>,
    /// The random numbers of the corruption at every level, once they are asked for.
    pub(super) level_draws: Option<Draws>,
    /// Steps that were taken before anybody asked for them, and what they took, in milliseconds.
    pub(super) ahead: (u32, f64),
    /// Whether the last step's loss was no number that can be shown.
    pub(super) is_unsound: bool,
    pub(super) watched: Watched,
    pub(super) steps_per_s: Option<f64>,
    /// What the last snapshot cost: training takes at least as long, whatever the budget.
    pub(super) snapshot_ms: f64,
    /// What the last one cost for which all samples went through the network.
    pub(super) whole_ms: f64,
    /// When the last one was made.
    pub(super) shown_ms: f64,
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
            yardstick: Yardstick::of(&dataset),
            dataset,
            sound: Sound::of(now.clone()),
            now,
            is_edited: false,
            past: Past::default(),
            inputs: Inputs::clean(settings.seed),
            settings: settings.clone(),
            beside: Beside::default(),
            has_news: Cell::new(false),
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
        facts(&self.dataset, &self.yardstick)
    }

    /// Follows settings that need no new run; the weights to fall back on follow too.
    pub fn tune(&mut self, mut settings: Settings) {
        settings.normalise();
        let before = self.now.trainer.network().config().clone();
        if self.now.tune(&settings) {
            self.reshape(&before);
        }
        self.sound.tune(&settings);
        if aim(&self.settings) != aim(&settings) {
            // What was low for one loss is not for another.
            self.sound.forget_errors();
        }
        self.beside.tune(&settings);
        if self.settings.moved != settings.moved {
            self.dataset.place(&settings.moved);
            self.look_again();
        }
        if self.settings != settings {
            self.watched.is_stale();
        }
        self.settings = settings;
    }

    /// Samples lie elsewhere: what was known of them does not hold any more.
    fn look_again(&mut self) {
        self.yardstick = Yardstick::of(&self.dataset);
        self.inputs = Inputs::clean(self.seed);
        self.feature_precision = OnceCell::new();
        self.watched.forget();
        self.sound.forget_errors();
        self.has_news.set(true);
    }

    pub fn recover(&mut self) {
        let sound = self.sound.recall();
        self.past.forget_after(sound.step());
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
        self.beside.run_hurries = task.view.may_lag && !self.is_cheap();
        if task.pace.steps == 0 && !self.let_catch_up(task, slice_ms, clock) {
            return None;
        }
        if self.catch_up(task, slice_ms, clock) {
            return None;
        }
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
            return Some(self.diverged(clock));
        }
        self.measure(task.taken, task.spent_ms + now - begun);
        let survey_ms = LOOK_SHARE * (now - self.shown_ms);
        let glance = match task.view.may_lag {
            _ if self.is_cheap() => None,
            true => self.glance(&task.view, survey_ms, clock),
            false => self.look_closer(&task.view),
        };
        let event = glance.unwrap_or_else(|| {
            let begun = clock();
            let event = self.show(&task.view, None, clock);
            self.whole_ms = clock() - begun;
            event
        });
        self.shown_ms = clock();
        self.snapshot_ms = self.shown_ms - now;
        Some(event)
    }

    /// The run waits: those beside it may come after, until the task or the slice is spent; says whether
    /// that is enough.
    fn let_catch_up(&mut self, task: &mut Task, slice_ms: f64, clock: &dyn Fn() -> f64) -> bool {
        let (step, begun) = (self.now.step(), clock());
        let mut elapsed = 0.0;
        while task.spent_ms + elapsed < task.pace.budget_ms && elapsed < slice_ms {
            if !self.beside.catch_up(step, &self.dataset) {
                return true;
            }
            self.watched.is_stale();
            elapsed = clock() - begun;
        }
        task.spent_ms += elapsed;
        task.spent_ms >= task.pace.budget_ms
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
    pub fn dissect(&mut self, view: &View, clock: &dyn Fn() -> f64) -> Event {
        self.ahead = (0, 0.0);
        let before = self.now.trainer.clone();
        let losses = self.now.take_step(&self.dataset);
        if !is_sound(losses.total()) {
            return self.diverged(clock);
        }
        let steps = [&before, &self.now.trainer];
        let (batch, telling) = (self.now.batch(), &self.telling);
        let parts = dissection(steps, losses, batch, telling, self.settings.opt);
        self.show(view, Some(parts), clock)
    }

    /// The run waits at the moment that it can go on from.
    pub(super) fn diverged(&mut self, clock: &dyn Fn() -> f64) -> Event {
        self.is_unsound = false;
        self.watched.forget();
        let step = self.now.step();
        let Remedy { cause, from } =
            remedy(self.sound.moments(), self.is_edited, &self.dataset, clock);
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

/// What the loss is made of, its samples apart.
fn aim(settings: &Settings) -> impl PartialEq + use<> {
    let Settings {
        loss,
        penalty,
        lambda,
        rho,
        beta,
        decay,
        noise,
        level,
        ..
    } = *settings;
    (loss, penalty, [lambda, rho, beta, decay, level], noise)
}
