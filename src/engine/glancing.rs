//! What a run tells of itself while it is watched: what is drawn follows every step, what takes all samples
//! comes from surveys in between.

use super::moment::{Few, Moment};
use super::run::{LOOK_SHARE, TrainingRun};
use super::snapshot::draw;
use super::sound::is_sound;
use super::task::Task;
use crate::model::AutoencoderConfig;
use crate::protocol::{Event, Snapshot, View};

/// A picture for which all samples go through the network may cost so much, in milliseconds; where it
/// costs more, they go through it little by little.
const CHEAP_MS: f64 = 4.0;

impl TrainingRun {
    /// Whether all samples go through the network so fast that a picture need not do without.
    pub(super) fn is_cheap(&self) -> bool {
        self.whole_ms <= CHEAP_MS
    }

    /// The network had another shape before: what was known of it can still be told where only the code
    /// has other units.
    pub(super) fn reshape(&mut self, before: &AutoencoderConfig) {
        let now = self.now.trainer.network().config();
        let as_before = AutoencoderConfig {
            code: before.code,
            ..now.clone()
        };
        if as_before == *before {
            self.whole_ms *= now.products() / before.products();
            self.watched.reshape();
        } else {
            self.whole_ms = 0.0;
            self.watched.forget();
        }
    }

    /// Where the run stands while it is watched: what is drawn follows every step, what is known of all
    /// samples comes from the last survey. `None` where nothing is known that the view asks for.
    pub(super) fn glance(
        &mut self,
        view: &View,
        budget_ms: f64,
        clock: &dyn Fn() -> f64,
    ) -> Option<Event> {
        self.survey(view, budget_ms, clock);
        if self.is_unsound {
            return Some(self.diverged(clock));
        }
        let mut watched = std::mem::take(&mut self.watched);
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

    /// The code has other units since anything was measured: numbers come before steps, until the task
    /// or the slice is spent; says whether the slice is.
    pub(super) fn catch_up(
        &mut self,
        task: &mut Task,
        slice_ms: f64,
        clock: &dyn Fn() -> f64,
    ) -> bool {
        let begun = clock();
        let mut elapsed = 0.0;
        while elapsed < slice_ms && !self.is_unsound && self.is_behind(task) {
            self.survey(&task.view, slice_ms - elapsed, clock);
            let now = clock() - begun;
            task.pace.budget_ms -= now - elapsed;
            elapsed = now;
        }
        elapsed >= slice_ms && !self.is_unsound
    }

    /// A task that a change has hurried does not wait for numbers.
    fn is_behind(&self, task: &Task) -> bool {
        let has_time = task.view.may_lag && !task.is_hurried && task.pace.budget_ms > 0.0;
        has_time && self.watched.is_behind()
    }

    /// Goes over the next samples, for so many milliseconds, a few at least: what is found when all are
    /// done is known from then on.
    fn survey(&mut self, view: &View, budget_ms: f64, clock: &dyn Fn() -> f64) {
        self.prepare(view);
        let wanted = self.watched.wanted(view);
        let inputs = self.inputs.of(&self.dataset);
        let survey = &mut self.watched.survey;
        let Some((then, trace)) = survey.go_on(&self.now, inputs, budget_ms, clock) else {
            return;
        };
        let moment = self.moment(&then, trace);
        let losses = moment.losses();
        if !is_sound(losses.total()) {
            self.is_unsound = true;
            return;
        }
        let found = self.describe(&moment, losses, &wanted);
        let trace = moment.trace;
        self.watched.finish(found, trace, view);
        // Errors of a network of another shape say nothing about this one.
        if !self.watched.survey.is_of_before {
            self.keep_earlier(then, losses.total());
        }
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
}
