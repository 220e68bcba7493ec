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
    /// The trainer is about to die of a bug.
    Crashed {
        why: String,
    },
}
