//! Where the trainer and the run stand.

use std::rc::Rc;

use super::shown::Shown;
use crate::protocol::{Cause, Facts, Failure, Run, Snapshot};
use crate::settings::DataSet;

/// Whether the trainer can be spoken to.
#[derive(Clone, Debug, PartialEq)]
pub enum Trainer {
    Connecting,
    Ready,
    /// It died; why, as a sentence.
    Lost(String),
}

/// Where the wanted run stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// The trainer, or the data, are not there yet.
    Waiting,
    /// `Start` is sent.
    Starting,
    Live,
    Diverged {
        step: u64,
        sound_step: u64,
        cause: Cause,
        /// The learning rate with which it goes on soundly, if any was found.
        rate: Option<f64>,
    },
    Failed(Failure),
}

/// A run's facts and its newest moment: what all pictures are drawn from.
#[derive(Clone, Debug)]
pub struct Picture {
    pub run: Run,
    pub data: DataSet,
    pub facts: Rc<Facts>,
    pub snapshot: Rc<Snapshot>,
    pub shown: Shown,
}

/// The very same picture, by identity: comparing its numbers would cost more than drawing them.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.facts, &other.facts) && Rc::ptr_eq(&self.snapshot, &other.snapshot)
    }
}
