//! Time: what a run has been through, back to an earlier moment and on from there; and when a run
//! stops by itself.

use std::rc::Rc;

use super::History;
use crate::settings::{KNOBS, Key, Settings};

/// A run stops when the held-out error has not improved for so many steps …
pub const PATIENCE_STEPS: u64 = 10_000;
/// … by so much of itself.
const IMPROVEMENT: f64 = 1e-3;

#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    pub history: Rc<History>,
    /// The earlier step that is looked at.
    pub looking_back: Option<u64>,
    /// Whether the run has stopped by itself.
    pub rested: bool,
    best: Best,
    /// How often the run went back, and to which step.
    pub(super) rewinds: (u32, u64),
}

/// The lowest held-out error since the last change, and when it was reached.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Best {
    error: f64,
    step: u64,
}

impl Best {
    /// Nothing seen yet, from a step on.
    fn from(step: u64) -> Self {
        Self {
            error: f64::INFINITY,
            step,
        }
    }
}

impl Default for Time {
    fn default() -> Self {
        Self {
            history: Rc::default(),
            looking_back: None,
            rested: false,
            best: Best::from(0),
            rewinds: (0, 0),
        }
    }
}

impl Time {
    /// A run's first moment: nothing before it.
    pub(super) fn begin(&mut self, settings: &Settings) {
        self.history = Rc::default();
        Rc::make_mut(&mut self.history).follow(settings);
    }

    /// The run goes on with other settings.
    pub(super) fn follow(&mut self, before: &Settings, after: &Settings, now_ms: f64) {
        let history = Rc::make_mut(&mut self.history);
        for knob in &KNOBS {
            if knob.key != Key::Speed && knob.value(before) != knob.value(after) {
                history.mark(knob.key, before, after, now_ms);
            }
        }
        history.follow(after);
        self.be_patient();
    }

    /// From here on a run has all the patience again.
    pub(super) fn be_patient(&mut self) {
        self.best = Best::from(self.history.last_step());
        self.rested = false;
    }

    /// Takes a moment in; whether the run has long stopped getting better.
    pub(super) fn is_idle(&mut self, step: u64, held_out: f64) -> bool {
        if held_out < (1.0 - IMPROVEMENT) * self.best.error {
            self.best = Best {
                error: held_out,
                step,
            };
        }
        step >= self.best.step + PATIENCE_STEPS
    }

    /// The moment that is one kept picture back or forward of `shown`; `None` is the newest.
    pub(super) fn beside(&self, shown: Option<u64>, by: i32) -> Option<u64> {
        let steps: Vec<u64> = self.history.points.iter().map(|point| point.step).collect();
        let last = steps.len().checked_sub(1)?;
        // From where the user is already going: the picture may lag behind the keys.
        let from = self.looking_back.or(shown);
        let at = from.map_or(last, |from| {
            steps.partition_point(|&step| step < from).min(last)
        });
        // A fiftieth of the way: back to the start in a few seconds of holding the key.
        let stride = (steps.len() / 50).max(1) as i64 * i64::from(by);
        let next = (at as i64 + stride).clamp(0, last as i64) as usize;
        (next < last).then(|| steps[next])
    }

    /// Forgets what came after a step; the settings that led to it.
    pub(super) fn rewind(&mut self, step: u64) -> Option<Settings> {
        self.looking_back = None;
        let settings = self.history.settings_at(step).cloned();
        Rc::make_mut(&mut self.history).cut(step);
        self.rewinds = (self.rewinds.0 + 1, step);
        self.be_patient();
        settings
    }
}
