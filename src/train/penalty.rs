//! What the loss asks of the code besides a good reconstruction: that few units are active.

use ndarray::{Array2, ArrayView1, ArrayView2, Zip};

use super::sums::sum_of;
use crate::model::{Real, fit};

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
                let means = code.columns().into_iter().map(mean_activation);
                weight * means.map(|mean| divergence(target, mean)).sum::<f64>()
            }
        }
    }

    /// d penalty / dh, (n, k); `None` where it is zero everywhere.
    pub fn d_code_into<F: Real>(self, code: ArrayView2<F>, d_code: &mut Option<Array2<F>>) {
        let n = code.nrows().max(1) as f64;
        if self == Self::None {
            *d_code = None;
            return;
        }
        let d = d_code.get_or_insert_with(|| Array2::default((0, 0)));
        fit(d, code.dim());
        match self {
            Self::None => {}
            Self::L1 { weight } => {
                let slope = F::of(weight / n);
                let sign = |h: F| match h == F::zero() {
                    true => h,
                    false => slope * h.signum(),
                };
                Zip::from(d).and(&code).for_each(|d, &h| *d = sign(h));
            }
            Self::Kl { target, weight } => {
                for (mut d, unit) in d.columns_mut().into_iter().zip(code.columns()) {
                    let slope = divergence_slope(target, mean_activation(unit));
                    d.fill(F::of(weight / n * slope));
                }
            }
        }
    }
}

/// ρ̂ of one unit, kept within the open interval 0 … 1.
fn mean_activation<F: Real>(unit: ArrayView1<F>) -> f64 {
    let sum = unit.fold(0.0, |sum, &h| sum + h.to_f64());
    (sum / unit.len().max(1) as f64).clamp(MARGIN, 1.0 - MARGIN)
}

/// KL(ρ ‖ ρ̂) between two coins.
fn divergence(rho: f64, rho_hat: f64) -> f64 {
    rho * libm::log(rho / rho_hat) + (1.0 - rho) * libm::log((1.0 - rho) / (1.0 - rho_hat))
}

/// Its slope in ρ̂.
fn divergence_slope(rho: f64, rho_hat: f64) -> f64 {
    (1.0 - rho) / (1.0 - rho_hat) - rho / rho_hat
}
