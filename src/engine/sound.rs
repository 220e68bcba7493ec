//! The last moment whose error was sound: what a run that diverges falls back on.

use std::rc::Rc;

use super::now::Now;
use crate::settings::Settings;

/// A loss beyond this has left every scale that a picture could show.
const MOST_LOSS: f64 = 1e12;
/// A moment is sound while its error is within this factor of the lowest.
const SOUND_FACTOR: f64 = 10.0;

/// Whether a loss is a number that can be shown.
pub fn is_sound(loss: f64) -> bool {
    loss.is_finite() && loss < MOST_LOSS
}

pub struct Sound {
    now: Rc<Now>,
    /// The moment of the lowest error: most often the very same.
    best: Rc<Now>,
    lowest_error: f64,
}

impl Sound {
    /// A moment that needs no comparison.
    pub fn of(now: Now) -> Self {
        let now = Rc::new(now);
        Self {
            best: Rc::clone(&now),
            now,
            lowest_error: f64::INFINITY,
        }
    }

    /// The last sound moment, and the best one.
    pub fn moments(&self) -> [&Now; 2] {
        [&self.now, &self.best]
    }

    pub fn step(&self) -> u64 {
        self.now.step()
    }

    /// Follows the run's settings. Errors of a network of another shape say nothing about the next.
    pub fn tune(&mut self, settings: &Settings) {
        Rc::make_mut(&mut self.best).tune(settings);
        if Rc::make_mut(&mut self.now).tune(settings) {
            self.lowest_error = f64::INFINITY;
        }
    }

    /// Keeps a moment where its error is sound, and says whether it is.
    pub fn keep(&mut self, now: &Now, error: f64) -> bool {
        let is_sound = error <= SOUND_FACTOR * self.lowest_error;
        if is_sound {
            self.now = Rc::new(now.clone());
            if error <= self.lowest_error {
                self.best = Rc::clone(&self.now);
                self.lowest_error = error;
            }
        }
        is_sound
    }

    /// Errors on other samples say nothing about those to come.
    pub fn forget_errors(&mut self) {
        self.lowest_error = f64::INFINITY;
    }

    /// The moment to fall back on; errors are compared anew from there.
    pub fn recall(&mut self) -> Now {
        self.forget_errors();
        Now::clone(&self.now)
    }
}
