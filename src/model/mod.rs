//! The network: layers and the autoencoder made of them. It knows no data, loss or optimiser.

mod activation;
mod autoencoder;
mod dense;
mod exp;
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
pub use product::{fit, product};
pub use room::Room;
pub use tanh::tanh;

/// The numbers a network can be made of: f32 in the page, f64 in the gradient checks.
pub trait Real: ndarray::NdFloat + Default {
    fn of(value: f64) -> Self;
    fn to_f64(self) -> f64;
    /// tanh and the exponential, fast where there are many of them.
    fn tanh_fast(self) -> Self;
    fn exp_fast(self) -> Self;
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
}
