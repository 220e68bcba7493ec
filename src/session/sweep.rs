//! Error against bottleneck size: the running network is trained at every k in turn, each from the
//! one before.

/// The largest bottleneck of a sweep.
pub const MOST_K: u32 = 32;
/// Steps at the first size, and at each further one.
const FIRST: u64 = 3000;
const EACH: u64 = 1000;

/// A sweep under way: until which step the present size is trained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sweep {
    until: u64,
}

impl Sweep {
    pub(super) fn begin() -> Self {
        Self { until: FIRST }
    }

    /// Whether the present size has had its steps.
    pub(super) fn is_due(self, step: u64) -> bool {
        step >= self.until
    }

    /// On to a further size.
    pub(super) fn next(self, step: u64) -> Self {
        Self {
            until: step.max(self.until) + EACH,
        }
    }
}
