//! The trainer's end, and the one that takes its place.

use crate::session::{Phase, State, Trainer};
use crate::words::words;

/// A trainer that lasts so long did not die of what it was given to begin with.
const LASTS_MS: f64 = 30_000.0;

impl State {
    /// Whether the trainer has been asked for something, its first word included.
    pub(super) fn is_owed(&self) -> bool {
        match self.training.trainer {
            Trainer::Connecting => true,
            Trainer::Ready => self.request.in_flight || self.training.phase == Phase::Starting,
            Trainer::Lost(_) => false,
        }
    }

    /// A trainer that died is replaced at once; one that dies again soon, when the user says so.
    pub(super) fn lose_trainer(&mut self, why: String) {
        let is_soon = self.now_ms < self.training.replaced_ms + LASTS_MS;
        if is_soon {
            self.disconnect();
            self.training.trainer = Trainer::Lost(why);
        } else {
            let step = self.training.resumes_at();
            self.trouble = Some(words().notices.replaced(&why, step));
            self.training.replaced_ms = self.now_ms;
            self.replace_trainer();
        }
    }

    /// A fresh trainer goes on from the weights that were kept.
    pub(super) fn replace_trainer(&mut self) {
        self.disconnect();
        self.training.trainer = Trainer::Connecting;
        self.training.replaced += 1;
    }

    /// The run waits for a fresh trainer.
    fn disconnect(&mut self) {
        self.training.silence.end();
        self.training.phase = Phase::Waiting;
        self.training.past = None;
        self.request.in_flight = false;
        self.request.start.forget();
        self.slow = None;
    }
}
