//! The moments that a run can go back to: everything that decides what comes next, at steps that
//! thin out as the run grows.

use super::now::Now;

/// The most moments, and the most bytes, that a run keeps.
const MOST_MOMENTS: usize = 256;
const MOST_BYTES: usize = 64 << 20;

#[derive(Default)]
pub struct Past {
    /// In the order of their steps.
    moments: Vec<Now>,
    /// A moment is kept when it is at least so many steps after the last one.
    stride: u64,
    bytes: usize,
}

impl Past {
    /// Keeps a moment where it is far enough from the last one.
    pub fn keep(&mut self, now: &Now) {
        let due = self
            .moments
            .last()
            .is_none_or(|last| now.step() >= last.step() + self.stride.max(1));
        if !due {
            return;
        }
        self.bytes += now.bytes();
        self.moments.push(now.clone());
        while self.moments.len() > 1
            && (self.moments.len() > MOST_MOMENTS || self.bytes > MOST_BYTES)
        {
            self.thin();
        }
    }

    /// Every other moment goes, the first stays.
    fn thin(&mut self) {
        let mut at = 0;
        self.moments.retain(|_| {
            at += 1;
            at % 2 == 1
        });
        self.stride = 2 * self.stride.max(1);
        self.bytes = self.moments.iter().map(Now::bytes).sum();
    }

    /// The last kept moment at or before a step, or else the first.
    pub fn at(&self, step: u64) -> Option<&Now> {
        let after = self.moments.partition_point(|now| now.step() <= step);
        self.moments.get(after.saturating_sub(1))
    }

    /// Drops what came after a step: learning takes another way from there.
    pub fn forget_after(&mut self, step: u64) {
        self.moments.retain(|now| now.step() <= step);
        self.bytes = self.moments.iter().map(Now::bytes).sum();
    }
}
