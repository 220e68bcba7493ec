//! When settings change, a run begins, is taken back or is put right.

use std::rc::Rc;

use super::{Action, Past, Phase, State};
use crate::settings::{Effect, KNOBS, Key, OptimiserChoice, Settings, Value};

/// A new run within this time of the last one is the same drag: the run before both is kept.
const SAME_DRAG_MS: f64 = 2000.0;

impl State {
    /// Other settings: the run follows them, or a new one begins.
    pub(super) fn adopt(&mut self, mut next: Settings) {
        next.normalise();
        let Some(effect) = self.settings.effect_of(&next) else {
            return;
        };
        if effect == Effect::Restart {
            self.restart();
            self.settings = next;
            self.axes = [0, 1];
            self.start_if_possible();
            return;
        }
        let history = Rc::make_mut(&mut self.history);
        for knob in &KNOBS {
            if knob.key != Key::Speed && knob.value(&self.settings) != knob.value(&next) {
                history.mark(knob.key, &self.settings, &next, self.now_ms);
            }
        }
        history.follow(&next);
        self.settings = next;
        // A run that had stopped by itself has something to learn again.
        self.playing |= self.rested;
        self.be_patient();
        self.axes = self.axes.map(|axis| axis.min(self.settings.k - 1));
        if self.axes[0] == self.axes[1] && self.settings.k > 1 {
            self.axes = [0, 1];
        }
        self.probe = None;
        self.request.stale = true;
        self.recover();
    }

    /// A new run with the same settings; the one it replaces can be brought back.
    pub(super) fn restart(&mut self) {
        let dragging = self.now_ms - self.restarted_ms < SAME_DRAG_MS;
        let keep = self.phase != Phase::Waiting && self.history.last_step() > 0 && !dragging;
        if keep {
            self.past = Some(Past {
                settings: self.settings.clone(),
                history: self.history.clone(),
            });
        }
        self.restarted_ms = self.now_ms;
        self.start.keep = keep || (self.start.keep && self.phase == Phase::Waiting);
        self.run += 1;
        self.forget_samples();
        self.looking_back = None;
        self.slow = None;
        self.edited = None;
        self.phase = Phase::Waiting;
    }

    pub(super) fn forget_samples(&mut self) {
        self.hovered = None;
        self.selected = None;
        self.probe = None;
        self.unit = None;
    }

    pub(super) fn undo(&mut self) {
        if let Some(past) = self.past.take() {
            self.run += 1;
            self.settings = past.settings;
            self.history = past.history;
            self.forget_samples();
            self.start.ask(self.run, true);
            self.phase = Phase::Starting;
        }
    }

    /// Leaves a diverged run's weights for the last sound ones.
    pub(super) fn recover(&mut self) {
        if matches!(self.phase, Phase::Diverged { .. }) {
            self.recoveries += 1;
            self.phase = Phase::Live;
            self.request.stale = true;
        }
    }

    /// One click after a divergence: a safe learning rate, sound weights, and on.
    pub(super) fn mend(&mut self) {
        if matches!(self.phase, Phase::Diverged { .. }) {
            let rate = self.safe_learning_rate();
            self.apply(Action::KnobTurned(Key::Lr, Value::Number(rate)));
            self.recover();
            self.playing = true;
        }
    }

    /// A tenth of the present learning rate, and no more than suits the optimiser.
    pub fn safe_learning_rate(&self) -> f64 {
        let suits: f64 = match self.settings.opt {
            OptimiserChoice::Sgd => 0.1,
            OptimiserChoice::Momentum => 0.01,
            OptimiserChoice::Adam => 0.003,
        };
        suits.min(self.settings.lr / 10.0)
    }
}
