//! One training step after another. No clock, no input or output.

mod loss;
mod optimizer;
mod trainer;

pub use loss::{mse, mse_gradient};
pub use optimizer::{Optimizer, Rule};
pub use trainer::{TrainConfig, Trainer, loss_and_gradients};
