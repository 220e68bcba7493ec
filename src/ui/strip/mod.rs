//! The band at the bottom: the transport, the error over training, and the loss with every readout.

mod error_chart;
mod formula;
mod looking_back;
mod past_run;
mod pinned_run;
mod readouts;
mod transport;

pub use error_chart::ErrorCurve;
pub use formula::Term;
pub use looking_back::LookingBack;
pub use past_run::PastRun;
pub use pinned_run::PinnedRun;
pub use readouts::{EpochReadout, Numbers};
pub use transport::Transport;
