//! What a run tells of itself: where it stands, what is drawn while it is watched, and earlier moments.

use std::cell::OnceCell;

use ndarray::Axis;

use super::analyses::precision;
use super::faces::both_faces;
use super::field::score;
use super::levels::{level_draws, levels};
use super::matrix::matrix;
use super::moment::{Few, Moment};
use super::now::Now;
use super::run::{LOOK_SHARE, TrainingRun};
use super::sketch::sketch;
use super::snapshot::{draw, rebuilt_nonsense, snapshot};
use super::sound::is_sound;
use crate::data::{Corruption, Draws, nonsense};
use crate::model::{Autoencoder, Trace};
use crate::protocol::{Dissection, Event, Matrix, Snapshot, View};
use crate::settings::NoiseChoice;
use crate::train::Losses;

/// A picture for which all samples go through the network may cost so much, in milliseconds; where it
/// costs more, they go through it little by little.
const CHEAP_MS: f64 = 4.0;

impl TrainingRun {
    /// Where the run stands, all of it exact: all samples go through the network.
    pub(super) fn show(
        &mut self,
        view: &View,
        dissection: Option<Dissection>,
        clock: &dyn Fn() -> f64,
    ) -> Event {
        self.prepare(view);
        let inputs = self.inputs.of(&self.dataset);
        let moment = self.moment(&self.now, self.now.trainer.network().forward(inputs));
        let losses = moment.losses();
        if !is_sound(losses.total()) {
            return self.diverged(clock);
        }
        let mut snapshot = self.describe(&moment, losses, view);
        self.describe_beside(&mut snapshot, &moment, view);
        let plain = self.beside.plain(view);
        snapshot.levels = self.levels(&moment, plain, self.now.corruption, view);
        self.keep(losses.total());
        if !self.is_cheap() {
            self.watched.know(&snapshot, view);
        }
        snapshot.dissection = dissection;
        self.hand_over(snapshot, view)
    }

    /// Where the run stands while it is watched: what is drawn follows every step, what is known of all
    /// samples comes from the last survey. `None` where nothing is known yet.
    pub(super) fn glance(
        &mut self,
        view: &View,
        budget_ms: f64,
        clock: &dyn Fn() -> f64,
    ) -> Option<Event> {
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
                return Some(self.diverged(clock));
            }
            let found = self.describe(&moment, losses, &wanted);
            watched.finish(found, moment.trace, view);
            error = Some((then, losses.total()));
        }
        if let Some((then, error)) = error {
            self.keep_earlier(then, error);
        }
        let few = self.drawn(view);
        let moment = self.moment_of(&few);
        let others = watched.turn(moment.network(), self.inputs.of(&self.dataset));
        let told = watched.told(&moment, &others, view).map(|mut snapshot| {
            let plain = self.beside.plain(view);
            let levels = || self.levels(&moment, plain, self.now.corruption, view);
            snapshot.levels = watched.levels.get(LOOK_SHARE, clock, levels);
            self.redraw(snapshot, &moment, view)
        });
        self.watched = watched;
        told
    }

    /// Where a run stands that has not gone on, as exact as before: other samples are drawn. `None`
    /// where the view asks for something else too.
    pub(super) fn look_closer(&mut self, view: &View) -> Option<Event> {
        self.prepare(view);
        let known = self.watched.exact(self.now.step(), view)?.clone();
        let few = self.drawn(view);
        Some(self.redraw(known, &self.moment_of(&few), view))
    }

    /// The samples that are drawn.
    fn drawn(&self, view: &View) -> Few {
        let drawn = view.gallery.iter().chain(&view.heatmap).chain(&view.sample);
        let rows = drawn.map(|&sample| sample as usize);
        Few::of(rows, &self.dataset, self.inputs.of(&self.dataset))
    }

    /// The newest moment of a few samples.
    fn moment_of<'a>(&'a self, few: &'a Few) -> Moment<'a> {
        Moment::of_few(&self.now.trainer, &self.dataset, few, &self.yardstick)
    }

    /// What is known of all samples, with what is drawn of the newest moment.
    fn redraw(&self, mut known: Snapshot, moment: &Moment, view: &View) -> Event {
        draw(&mut known, moment, view, &self.telling);
        self.describe_beside(&mut known, moment, view);
        known.step = self.now.step();
        known.epoch = self.epoch(&self.now);
        self.hand_over(known, view)
    }

    /// Whether all samples go through the network so fast that a picture need not do without.
    pub(super) fn is_cheap(&self) -> bool {
        self.whole_ms <= CHEAP_MS
    }

    fn prepare(&mut self, view: &View) {
        if self.see_through(self.now.corruption) {
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

    /// All samples under a corruption; says whether that is another one than before.
    fn see_through(&mut self, corruption: Corruption) -> bool {
        let is_other = self.inputs.follow(corruption, &self.dataset);
        if is_other {
            self.feature_precision = OnceCell::new();
            self.yardstick.forget();
        }
        is_other
    }

    /// Keeps the newest moment, whose error is known.
    fn keep(&mut self, error: f64) {
        if self.sound.keep(&self.now, error) {
            self.is_edited = false;
        }
        self.past.keep(&self.now);
    }

    /// Keeps an earlier moment: to look back at as it was, and to fall back on with the settings of now.
    fn keep_earlier(&mut self, mut then: Now, error: f64) {
        self.past.keep(&then);
        then.tune(&self.settings);
        if self.sound.keep(&then, error) {
            self.is_edited = false;
        }
    }

    fn hand_over(&self, mut snapshot: Snapshot, view: &View) -> Event {
        snapshot.readouts.steps_per_s = self.steps_per_s;
        snapshot.weights = view.weights.then(|| self.now.weights());
        self.answer(snapshot)
    }

    /// An earlier moment, under the corruption of that time.
    pub(super) fn look_back(&mut self, then: &Now, view: &View) -> Event {
        self.see_through(then.corruption);
        self.watched.forget();
        let trace = then
            .trainer
            .network()
            .forward(self.inputs.of(&self.dataset));
        let moment = self.moment(then, trace);
        let mut snapshot = self.describe(&moment, moment.losses(), view);
        // The networks beside it stand elsewhere.
        snapshot.levels = self.levels(&moment, None, then.corruption, view);
        snapshot.faces = view.faces.then(|| both_faces(&moment, None, self.seed));
        snapshot.is_past = true;
        self.answer(snapshot)
    }

    fn moment<'a>(&'a self, now: &'a Now, trace: Trace<f32>) -> Moment<'a> {
        let inputs = self.inputs.of(&self.dataset);
        Moment::of(&now.trainer, &self.dataset, inputs, &self.yardstick, trace)
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
                .get_or_init(|| precision(moment, moment.inputs));
        }
        let nonsense = self.nonsense.as_ref().filter(|_| view.nonsense);
        snapshot.nonsense = nonsense.map(|nonsense| rebuilt_nonsense(moment, nonsense.view()));
        snapshot
    }

    /// What takes other networks, or samples of its own.
    fn describe_beside(&self, snapshot: &mut Snapshot, moment: &Moment, view: &View) {
        let step = moment.trainer.step_count();
        [snapshot.plain_step, snapshot.bare_step] = self.beside.behind(step);
        let plain = self.beside.plain(view);
        if let Some(plain) = plain.filter(|_| moment.is_corrupted) {
            let rows = moment.rows(&view.gallery);
            let seen = moment.inputs.select(Axis(0), &rows);
            snapshot.gallery_plain = matrix(plain.forward(seen.view()).reconstruction());
        }
        let bare = self.beside.bare(view);
        snapshot.faces = view.faces.then(|| both_faces(moment, bare, self.seed));
        snapshot.score = match view.field {
            true => score(moment, &self.settings),
            false => None,
        };
        snapshot.sketch = view
            .sketch
            .as_ref()
            .and_then(|image| sketch(moment, plain, image, view.strangeness));
    }

    /// The error at every level of the corruption.
    fn levels(
        &self,
        moment: &Moment,
        plain: Option<&Autoencoder<f32>>,
        corruption: Corruption,
        view: &View,
    ) -> Option<Matrix> {
        let draws = self.level_draws.as_ref();
        let draws = draws.filter(|draws| view.levels && draws.noise() == corruption.noise)?;
        Some(levels(moment, plain, corruption, draws))
    }

    fn answer(&self, mut snapshot: Snapshot) -> Event {
        snapshot.facts = self.has_news.take().then(|| Box::new(self.facts()));
        Event::Snapshot {
            run: self.id,
            snapshot: Box::new(snapshot),
        }
    }
}
