//! The lessons, a file each.

mod denoising;
mod failures;
mod general;
mod intro;
mod lab;
mod pca;
mod sparse;
mod undercomplete;
mod uses;

pub use denoising::Denoising;
pub use failures::Failures;
pub use general::Lessons;
pub use intro::Intro;
pub use lab::Lab;
pub use pca::Pca;
pub use sparse::Sparse;
pub use undercomplete::Undercomplete;
pub use uses::Uses;
