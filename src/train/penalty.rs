//! What the loss asks of the code besides a good reconstruction: that few units are active.

use ndarray::{Array1, Array2, ArrayView2};

use super::sums::sum_of;
use crate::model::Real;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Penalty {
    None,
    /// λ · mean over samples of Σⱼ |hⱼ|.
    L1 {
        weight: f64,
    },
    /// β · Σⱼ KL(ρ ‖ ρ̂ⱼ), ρ̂ⱼ = the mean activation of unit j, which must lie within 0 … 1 (Ng,
    /// "Sparse autoencoder", 2011).
    Kl {
        target: f64,
        weight: f64,
    },
}

/// ρ̂ is kept so far from 0 and 1, where the divergence has no value.
const MARGIN: f64 = 1e-7;

impl Penalty {
    /// For a code h (n, k), with ρ̂ over these n samples.
    pub fn value<F: Real>(self, code: ArrayView2<F>) -> f64 {
        match self {
            Self::None => 0.0,
            Self::L1 { weight } => {
                let sum = sum_of(code, code, |h, _| h.abs().to_f64());
                weight * sum / code.nrows().max(1) as f64
            }
            Self::Kl { target, weight } => {
                let rho_hat = mean_activations(code);
                weight * rho_hat.fold(0.0, |sum, &rho_hat| sum + divergence(target, rho_hat))
            }
        }
    }

    /// d penalty / dh, (n, k); `None` where it is zero everywhere.
    pub fn d_code<F: Real>(self, code: ArrayView2<F>) -> Option<Array2<F>> {
        let n = code.nrows().max(1) as f64;
        match self {
            Self::None => None,
            Self::L1 { weight } => {
                let slope = F::of(weight / n);
                Some(code.mapv(|h| {
                    if h == F::zero() {
                        h
                    } else {
                        slope * h.signum()
                    }
                }))
            }
            Self::Kl { target, weight } => {
                let slopes = mean_activations(code)
                    .mapv(|rho_hat| F::of(weight / n * divergence_slope(target, rho_hat)));
                slopes.broadcast(code.dim()).map(|slopes| slopes.to_owned())
            }
        }
    }
}

/// ρ̂ (k), kept within the open interval 0 … 1.
fn mean_activations<F: Real>(code: ArrayView2<F>) -> Array1<f64> {
    let n = code.nrows().max(1) as f64;
    let mut sums = Array1::zeros(code.ncols());
    for sample in code.rows() {
        sums.zip_mut_with(&sample, |sum: &mut f64, &h| *sum += h.to_f64());
    }
    sums.mapv(|sum| (sum / n).clamp(MARGIN, 1.0 - MARGIN))
}

/// KL(ρ ‖ ρ̂) between two coins.
fn divergence(rho: f64, rho_hat: f64) -> f64 {
    rho * (rho / rho_hat).ln() + (1.0 - rho) * ((1.0 - rho) / (1.0 - rho_hat)).ln()
}

/// Its slope in ρ̂.
fn divergence_slope(rho: f64, rho_hat: f64) -> f64 {
    (1.0 - rho) / (1.0 - rho_hat) - rho / rho_hat
}
