//! What the trainer may say to the page.

use serde::{Deserialize, Serialize};

use super::{Facts, Run, Snapshot};
use crate::data::FileFault;

/// Why a run could not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    File(FileFault),
    /// There is no earlier run to bring back.
    NoEarlier,
    NoSuchRun,
}

/// What a divergence comes from, as trials tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// A weight that was set by hand.
    Weight,
    /// The penalty or the weight decay: without them the same learning rate holds.
    Terms,
    /// The learning rate: a lower one holds.
    Rate,
    Unknown,
}

/// So many samples were trained on in so many milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timed {
    pub widths: Vec<u32>,
    pub batch: u32,
    pub samples: u64,
    pub ms: f64,
}

impl Timed {
    pub fn samples_per_s(&self) -> f64 {
        1000.0 * self.samples as f64 / self.ms.max(f64::MIN_POSITIVE)
    }

    /// Billions of floating-point operations per second: six for each weight and sample, a product and a
    /// sum forward, for the gradient of the weight and for that of its input.
    pub fn gflops(&self) -> f64 {
        let weights = self
            .widths
            .windows(2)
            .map(|pair| f64::from(pair[0] * pair[1]));
        6e-9 * weights.sum::<f64>() * self.samples_per_s()
    }
}

/// Trainer -> page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The trainer listens.
    Ready {
        version: String,
    },
    /// A run has begun, at step 0 or where it was left.
    Started {
        run: Run,
        facts: Box<Facts>,
    },
    Snapshot {
        run: Run,
        snapshot: Box<Snapshot>,
    },
    /// The loss stopped being a number at this step; `Recover` returns to step `sound_step`, from where
    /// training holds with the learning rate `rate`, if any was found.
    Diverged {
        run: Run,
        step: u64,
        sound_step: u64,
        cause: Cause,
        rate: Option<f64>,
    },
    /// The run could not begin.
    Failed {
        run: Run,
        why: Failure,
    },
    /// How fast it was.
    Timed(Timed),
    /// The trainer is about to die of a bug.
    Crashed {
        why: String,
    },
}
