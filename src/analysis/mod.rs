//! What can be said of a network and its data, besides the loss.

mod angles;
mod eigen;
mod pca;
mod sparsity;

pub use angles::largest_principal_angle;
pub use pca::Pca;
pub use sparsity::{active_fraction, mean_activation};
