//! What the trainer may say to the page.

use serde::{Deserialize, Serialize};

use super::{Facts, Run, Snapshot};

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
    /// The loss stopped being a number at this step; `Recover` returns to step `sound_step`.
    Diverged {
        run: Run,
        step: u64,
        sound_step: u64,
    },
    /// The run could not begin; a sentence.
    Failed {
        run: Run,
        why: String,
    },
    /// The trainer is about to die of a bug.
    Crashed {
        why: String,
    },
}
