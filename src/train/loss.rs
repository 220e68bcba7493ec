use ndarray::{Array2, ArrayView2, Zip};

use super::sums::sum_of;
use crate::model::{Activation, Real, fit};

/// How far a reconstruction is from its target, with the output activation that belongs to it: for
/// each pair the slope in the output's sum z is the difference r − x itself, up to a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Mean over samples and features of (r − x)², with r = z.
    Mse,
    /// Mean over samples and features of −x ln r − (1 − x) ln(1 − r), with r = σ(z); x in 0 … 1.
    Bce,
}

impl Loss {
    pub fn output_activation(self) -> Activation {
        match self {
            Self::Mse => Activation::Linear,
            Self::Bce => Activation::Sigmoid,
        }
    }

    /// Of r (n, d) against x (n, d). Accumulated in f64.
    pub fn value<F: Real>(self, r: ArrayView2<F>, x: ArrayView2<F>) -> f64 {
        match self {
            Self::Mse => mse(r, x),
            Self::Bce => bce(r, x),
        }
    }

    /// d loss / dz of the output layer, (n, d): c (r − x) / (n·d), c = 2 for Mse and 1 for Bce.
    pub fn d_output_into<F: Real>(self, r: ArrayView2<F>, x: ArrayView2<F>, d: &mut Array2<F>) {
        let factor = match self {
            Self::Mse => 2.0,
            Self::Bce => 1.0,
        };
        let scale = F::of(factor / r.len().max(1) as f64);
        fit(d, r.dim());
        Zip::from(d)
            .and(&r)
            .and(&x)
            .for_each(|d, &r, &x| *d = scale * (r - x));
    }
}

/// Mean over samples and features of (r − x)². Accumulated in f64.
pub fn mse<F: Real>(r: ArrayView2<F>, x: ArrayView2<F>) -> f64 {
    let sum = sum_of(r, x, |r, x| {
        let error = (r - x).to_f64();
        error * error
    });
    sum / r.len().max(1) as f64
}

/// Binary cross-entropy. An r that rounding has brought to 0 or 1 counts as the nearest number
/// within, so that the loss stays finite; what is no number stays none.
fn bce<F: Real>(r: ArrayView2<F>, x: ArrayView2<F>) -> f64 {
    let (one, least) = (F::one(), F::epsilon() / F::of(2.0));
    let at_least = |value: F, least: F| if value > least { value } else { least };
    let sum = sum_of(r, x, |r, x| {
        let ink = at_least(r, F::least()).ln_fast();
        let paper = at_least(one - r, least).ln_fast();
        // The first term is 0, unless r is no number.
        (F::zero() * r - x * ink - (one - x) * paper).to_f64()
    });
    sum / r.len().max(1) as f64
}
