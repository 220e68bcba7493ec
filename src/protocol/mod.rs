//! What the page and the trainer may say to each other.

mod command;
mod desk;
mod event;
mod facts;
mod matrix;
mod network;
mod packet;
mod readouts;
mod saved;
mod snapshot;
mod uses;

pub use command::{Command, Pace, View};
pub use desk::{Brief, Brought, Door, Told};
pub use event::{Cause, Event, Failure, Timed};
pub use facts::{Facts, PcaFacts};
pub use matrix::Matrix;
pub use network::{
    Column, Dissection, Drawn, Link, MovedWeight, NetworkView, Unit, UnitView, Weights,
};
pub use packet::{Message, Packet};
pub use readouts::{Analyses, Readouts};
pub use saved::{Occurrence, Point, SavedRun, Seen, Sight, SweepPoint, Trade};
pub use snapshot::{Excited, Nonsense, ProbeView, SampleView, Score, Sketched, Snapshot};
pub use uses::{Anomalies, Grid, Neighbours, Quantised, Uses, UsesView, Walk};

/// Which build this is: page and trainer must be of the same one.
pub const VERSION: &str = env!("HOURGLASS_BUILD");

/// Which run a message belongs to; replies of an older run are dropped.
pub type Run = u32;
