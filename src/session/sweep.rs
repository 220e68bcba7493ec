//! Error against bottleneck size: the running network is trained at every k in turn, each from the
//! one before.

use std::rc::Rc;

use super::State;
use crate::protocol::Readouts;
use crate::settings::{Key, Value};

/// The largest bottleneck of a sweep.
pub const MOST_K: u32 = 32;
/// Steps at the first size, and at each further one.
const FIRST: u64 = 3000;
const EACH: u64 = 1000;

/// Errors at one bottleneck size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SweepPoint {
    pub k: u32,
    pub train: f64,
    pub held_out: f64,
    pub pca: f64,
}

/// A sweep under way: until which step the present size is trained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sweep {
    until: u64,
}

impl State {
    /// Begins a sweep at k = 1 with new weights, or ends the one under way.
    pub(super) fn toggle_sweep(&mut self) {
        if self.sweep.take().is_some() {
            self.playing = false;
            return;
        }
        self.slow = None;
        self.look_back(None);
        let mut next = self.settings.clone();
        Key::K.knob().turn(&mut next, Value::Number(1.0));
        if self.history.last_step() > 0 {
            self.restart();
            self.settings = next;
            self.start_if_possible();
        } else {
            self.adopt(next);
        }
        self.swept = Rc::default();
        self.sweep = Some(Sweep { until: FIRST });
        self.playing = true;
    }

    /// The next size when this one has had its steps.
    pub(super) fn advance_sweep(&mut self, now: &Readouts) {
        let Some(sweep) = self.sweep.filter(|sweep| now.step >= sweep.until) else {
            return;
        };
        let k = self.settings.k;
        Rc::make_mut(&mut self.swept).push(SweepPoint {
            k,
            train: now.train_mse,
            held_out: now.heldout_mse,
            pca: now.pca_mse,
        });
        let most = MOST_K.min(self.settings.data.most_codes());
        if k >= most {
            self.sweep = None;
            self.playing = false;
            return;
        }
        self.sweep = Some(Sweep {
            until: now.step.max(sweep.until) + EACH,
        });
        Key::K
            .knob()
            .turn(&mut self.settings, Value::Number(f64::from(k + 1)));
    }
}
