//! One training step after another. No clock, no input or output.

mod loss;
mod objective;
mod optimizer;
mod penalty;
mod sums;
mod trainer;

pub use loss::{Loss, mse};
pub use objective::{Losses, Objective};
pub use optimizer::{Optimizer, Rule};
pub use penalty::Penalty;
pub use trainer::{Place, TrainConfig, Trainer};
