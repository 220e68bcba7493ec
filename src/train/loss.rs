use ndarray::{Array2, ArrayView2, Zip};

use crate::model::Real;

/// Mean over samples and features of (r − x)². Accumulated in f64.
pub fn mse<F: Real>(r: ArrayView2<F>, x: ArrayView2<F>) -> f64 {
    let sum = Zip::from(&r).and(&x).fold(0.0, |sum, &r, &x| {
        let error = (r - x).to_f64();
        sum + error * error
    });
    sum / r.len().max(1) as f64
}

/// d mse / dr = 2 (r − x) / (n·d): (n, d).
pub fn mse_gradient<F: Real>(r: ArrayView2<F>, x: ArrayView2<F>) -> Array2<F> {
    let scale = F::of(2.0 / r.len().max(1) as f64);
    Zip::from(&r).and(&x).map_collect(|&r, &x| scale * (r - x))
}
