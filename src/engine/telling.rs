//! What a run tells of itself: where it stands, all of it exact, and where it stood.

use std::cell::OnceCell;

use ndarray::Axis;

use super::analyses::precision;
use super::faces::both_faces;
use super::field::score;
use super::levels::{level_draws, levels};
use super::matrix::matrix;
use super::moment::Moment;
use super::now::Now;
use super::run::TrainingRun;
use super::sketch::sketch;
use super::snapshot::{rebuilt_nonsense, snapshot};
use super::sound::is_sound;
use crate::data::{Corruption, Draws, nonsense};
use crate::model::{Autoencoder, Trace};
use crate::protocol::{Dissection, Event, Matrix, Snapshot, View};
use crate::settings::NoiseChoice;
use crate::train::Losses;

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
        match self.is_cheap() {
            // Every picture is of all samples: nothing of an earlier one may be told later.
            true => self.watched.forget(),
            false => self.watched.know(&snapshot, view),
        }
        snapshot.dissection = dissection;
        self.hand_over(snapshot, view)
    }

    pub(super) fn prepare(&mut self, view: &View) {
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
    pub(super) fn keep_earlier(&mut self, mut then: Now, error: f64) {
        self.past.keep(&then);
        then.tune(&self.settings);
        if self.sound.keep(&then, error) {
            self.is_edited = false;
        }
    }

    pub(super) fn hand_over(&self, mut snapshot: Snapshot, view: &View) -> Event {
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

    pub(super) fn moment<'a>(&'a self, now: &'a Now, trace: Trace<f32>) -> Moment<'a> {
        let inputs = self.inputs.of(&self.dataset);
        Moment::of(&now.trainer, &self.dataset, inputs, &self.yardstick, trace)
    }

    pub(super) fn epoch(&self, now: &Now) -> f64 {
        now.trainer.samples_seen() as f64 / self.dataset.n_train.max(1) as f64
    }

    /// What the view asks for of all samples, and what a moment does not know of itself.
    pub(super) fn describe(&self, moment: &Moment, losses: Losses, view: &View) -> Snapshot {
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
    pub(super) fn describe_beside(&self, snapshot: &mut Snapshot, moment: &Moment, view: &View) {
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
    pub(super) fn levels(
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
