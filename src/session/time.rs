//! Time: what a run has been through, back to an earlier moment and on from there; and when a run
//! stops by itself.

use std::rc::Rc;

use super::{Change, History};
use crate::protocol::Readouts;
use crate::settings::{KNOBS, Key, Settings};

/// A run stops when neither the held-out error nor the loss has improved for so many steps …
pub const PATIENCE_STEPS: u64 = 10_000;
/// … and so many seconds on the clock …
pub const PATIENCE_S: f64 = 30.0;
/// … by so much of themselves.
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

/// The lowest held-out error and loss since the last change, and when one was last reached.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Best {
    error: f64,
    loss: f64,
    step: u64,
    /// `None` until the first moment.
    ms: Option<f64>,
}

impl Best {
    /// Nothing seen yet, from a step on.
    fn from(step: u64) -> Self {
        Self {
            error: f64::INFINITY,
            loss: f64::INFINITY,
            step,
            ms: None,
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
        if before.moved != after.moved {
            history.note_drag(Change::Moved, now_ms);
        }
        history.follow(after);
        self.be_patient();
    }

    /// From here on a run has all the patience again.
    pub(super) fn be_patient(&mut self) {
        self.best = Best::from(self.history.last_step());
        self.rested = false;
    }

    /// Nobody looked, and hardly a step was asked for: this long does not count.
    pub(super) fn stand_still(&mut self, ms: f64) {
        self.best.ms = self.best.ms.map(|since| since + ms);
    }

    /// Takes a moment in; whether the run has long stopped getting better.
    pub(super) fn is_idle(&mut self, now: &Readouts, now_ms: f64) -> bool {
        let best = &mut self.best;
        let better = |value: f64, best: f64| value < (1.0 - IMPROVEMENT) * best;
        let since = *best.ms.get_or_insert(now_ms);
        if better(now.heldout_mse, best.error) || better(now.loss, best.loss) {
            *best = Best {
                error: best.error.min(now.heldout_mse),
                loss: best.loss.min(now.loss),
                step: now.step,
                ms: Some(now_ms),
            };
            return false;
        }
        now.step >= best.step + PATIENCE_STEPS && now_ms >= since + 1000.0 * PATIENCE_S
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
