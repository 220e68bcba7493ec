//! What the page and its desk, a program of its own for what goes out and comes in, say to each other.

use serde::{Deserialize, Serialize};

use super::{Matrix, Message, SavedRun};
use crate::settings::Traits;
use crate::words::Spoken;

/// What the desk is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Door {
    /// Where the data come from.
    About,
    /// The user's own samples come in.
    Data,
    Share,
    Export,
}

/// Page -> desk: what is wanted, and what there is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    pub door: Door,
    /// The address of the page as it stands.
    pub link: String,
    /// The run as it stands; `None` where none is on the stage.
    pub run: Option<Box<SavedRun>>,
    /// What was predicted and reached, as the device remembers it.
    pub progress: String,
    /// The earlier step that the page shows, where it shows one.
    pub looking_back: Option<u64>,
    /// How the page speaks.
    pub spoken: Spoken,
}

/// Desk -> page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// The desk is left.
    Closed,
    /// A run to go on with.
    Brought(Box<SavedRun>),
    /// Samples to train on.
    Data(Brought),
    /// An earlier step to look at, or the newest again.
    LookedBack(Option<u64>),
}

/// The user's own samples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brought {
    pub traits: Traits,
    /// All of them, as the trainer reads them.
    pub file: Vec<u8>,
}

impl Message for Brief {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        self.run.iter_mut().flat_map(|run| run.matrices()).collect()
    }
}

impl Message for Told {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        match self {
            Self::Brought(run) => run.matrices(),
            Self::Closed | Self::Data(_) | Self::LookedBack(_) => Vec::new(),
        }
    }
}
