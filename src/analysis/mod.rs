//! What can be said of a network and its data, besides the loss.

mod angles;
mod anomaly;
mod dot;
mod eigen;
mod faces;
mod field;
mod linear_map;
mod pca;
mod quality;
mod quantise;
mod retrieval;
mod rows;
mod score;
mod sparsity;

pub use angles::largest_principal_angle;
pub use anomaly::{Confusion, Roc, threshold};
pub use faces::faces;
pub use field::{field, grid, particles};
pub use linear_map::HiddenComponents;
pub use pca::Pca;
pub use quality::{ROUNDING, column_means, gain_db, sample_errors, unless_rounding, variation};
pub use quantise::Quantiser;
pub use retrieval::{nearest_codes, precision_of_nearest};
pub use score::{Mixture, mean_angle_deg};
pub use sparsity::{active_fraction, dead_units, least_active, mean_activation};
