//! Back to an earlier moment and on from there; and when a run stops by itself.

use std::rc::Rc;

use super::State;

/// A run stops when the held-out error has not improved for so many steps …
pub const PATIENCE_STEPS: u64 = 10_000;
/// … by so much of itself.
const IMPROVEMENT: f64 = 1e-3;

/// The lowest held-out error since the last change, and when it was reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Best {
    error: f64,
    step: u64,
}

impl Best {
    /// Nothing seen yet, from a step on.
    pub fn from(step: u64) -> Self {
        Self {
            error: f64::INFINITY,
            step,
        }
    }

    /// Takes a moment in; whether patience has run out.
    fn is_over(&mut self, step: u64, error: f64) -> bool {
        if error < (1.0 - IMPROVEMENT) * self.error {
            *self = Self { error, step };
        }
        step >= self.step + PATIENCE_STEPS
    }
}

impl State {
    /// From here on a run has all the patience again.
    pub(super) fn be_patient(&mut self) {
        self.best = Best::from(self.history.last_step());
        self.rested = false;
    }

    /// Stops a run that has long stopped getting better.
    pub(super) fn rest_if_idle(&mut self, step: u64, held_out: f64) {
        if self.best.is_over(step, held_out) && self.playing && self.sweep.is_none() {
            self.playing = false;
            self.rested = true;
        }
    }

    /// Looks at an earlier step, or at the newest again.
    pub(super) fn look_back(&mut self, step: Option<u64>) {
        if step.is_some() {
            self.playing = false;
            self.sweep = None;
            self.slow = None;
        }
        self.request.stale |= self.looking_back != step;
        self.looking_back = step;
    }

    /// One kept picture back or forward.
    pub(super) fn look_about(&mut self, by: i32) {
        let steps: Vec<u64> = self.history.points.iter().map(|point| point.step).collect();
        let Some(last) = steps.len().checked_sub(1) else {
            return;
        };
        // From where the user is already going: the picture may lag behind the keys.
        let from = self.looking_back.or(self.shown_step());
        let at = from.map_or(last, |from| {
            steps.partition_point(|&step| step < from).min(last)
        });
        // A fiftieth of the way: back to the start in a few seconds of holding the key.
        let stride = (steps.len() / 50).max(1) as i64 * i64::from(by);
        let next = (at as i64 + stride).clamp(0, last as i64) as usize;
        self.look_back((next < last).then(|| steps[next]));
    }

    /// The step of the picture on the stage.
    pub fn shown_step(&self) -> Option<u64> {
        Some(self.picture.as_ref()?.snapshot.readouts.step)
    }

    /// Learning goes on from the moment that is looked at, with the settings of that time.
    pub(super) fn resume_here(&mut self) {
        let (Some(_), Some(step)) = (self.looking_back, self.shown_step()) else {
            return;
        };
        self.looking_back = None;
        if let Some(settings) = self.history.settings_at(step) {
            self.settings = settings.clone();
        }
        Rc::make_mut(&mut self.history).cut(step);
        self.rewinds = (self.rewinds.0 + 1, step);
        self.request.stale = true;
        self.be_patient();
    }
}
