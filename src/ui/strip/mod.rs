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
pub use looking_back::{LookingProps, looking_back};
pub use past_run::{PastRunProps, past_run};
pub use pinned_run::{PinnedProps, pinned_run};
pub use readouts::{EpochProps, NumbersProps, epoch_readout, numbers};
pub use transport::Transport;
