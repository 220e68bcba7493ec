//! How fast a run goes by the clock on the wall.

use std::collections::VecDeque;

/// Steps are counted over so much of the last time …
const WINDOW_MS: f64 = 2000.0;
/// … once there is so much of it.
const LEAST_MS: f64 = 500.0;

/// The steps of the last moments, and when each came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaceMeter {
    moments: VecDeque<(f64, u64)>,
}

impl PaceMeter {
    /// Takes a moment in. A step that goes back begins anew.
    pub fn take(&mut self, now_ms: f64, step: u64) {
        if self.moments.back().is_some_and(|&(_, last)| step < last) {
            self.stop();
        }
        self.moments.push_back((now_ms, step));
        // The one just outside stays, so that the window is whole.
        while self
            .moments
            .get(1)
            .is_some_and(|&(ms, _)| now_ms - ms >= WINDOW_MS)
        {
            self.moments.pop_front();
        }
    }

    /// Nothing runs: what was measured is no pace any more.
    pub fn stop(&mut self) {
        self.moments.clear();
    }

    /// Steps per second; `None` until there is enough to tell.
    pub fn per_s(&self) -> Option<f64> {
        let (&(from_ms, from), &(to_ms, to)) = (self.moments.front()?, self.moments.back()?);
        let ms = to_ms - from_ms;
        (ms >= LEAST_MS).then(|| 1000.0 * (to - from) as f64 / ms)
    }
}
