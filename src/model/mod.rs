//! The network: layers and the autoencoder made of them. It knows no data, loss or optimiser.

mod activation;
mod autoencoder;
mod dense;
mod exp;
mod lit;
mod pass;
mod product;
mod room;
mod slopes;
mod tanh;

pub use activation::Activation;
pub use autoencoder::{Autoencoder, AutoencoderConfig};
pub use dense::{Dense, DenseGradient, resized};
pub use exp::exp;
pub use pass::{Pass, Trace};
pub use product::{dot, fit, product};
pub use room::Room;
pub use tanh::tanh;

use crate::random::ln;

/// The numbers a network can be made of: f32 in the page, f64 in the gradient checks.
pub trait Real: ndarray::NdFloat + Default {
    fn of(value: f64) -> Self;
    fn to_f64(self) -> f64;
    /// tanh, the exponential and, of a normal number above 0, the logarithm, fast where there are many of
    /// them.
    fn tanh_fast(self) -> Self;
    fn exp_fast(self) -> Self;
    fn ln_fast(self) -> Self;
    /// The least normal number above 0.
    fn least() -> Self;
}

impl Real for f32 {
    fn of(value: f64) -> Self {
        value as f32
    }
    fn to_f64(self) -> f64 {
        f64::from(self)
    }
    fn tanh_fast(self) -> Self {
        tanh(self)
    }
    fn exp_fast(self) -> Self {
        exp(self)
    }
    fn ln_fast(self) -> Self {
        ln(self)
    }
    fn least() -> Self {
        Self::MIN_POSITIVE
    }
}

impl Real for f64 {
    fn of(value: f64) -> Self {
        value
    }
    fn to_f64(self) -> f64 {
        self
    }
    fn tanh_fast(self) -> Self {
        self.tanh()
    }
    fn exp_fast(self) -> Self {
        self.exp()
    }
    fn ln_fast(self) -> Self {
        libm::log(self)
    }
    fn least() -> Self {
        Self::MIN_POSITIVE
    }
}
