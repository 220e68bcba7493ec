//! How well samples are rebuilt.

use ndarray::{Array1, ArrayView2, Axis, Zip};

/// An error below this part of the variance is rounding: nothing is compared with it.
pub const ROUNDING: f64 = 1e-6;

/// A mean squared error, or 0 where it is rounding beside the variance of what was rebuilt.
pub fn unless_rounding(error: f64, variance: f64) -> f64 {
    if error > ROUNDING * variance {
        error
    } else {
        0.0
    }
}

/// Each sample's mean squared error: r and x (n, d) -> (n).
pub fn sample_errors(r: ArrayView2<f32>, x: ArrayView2<f32>) -> Array1<f32> {
    Zip::from(r.rows()).and(x.rows()).map_collect(|r, x| {
        let sum = Zip::from(r)
            .and(x)
            .fold(0.0, |sum, &r, &x| sum + (r - x) * (r - x));
        sum / r.len().max(1) as f32
    })
}

/// Denoising gain in dB: 10 log₁₀(noisy / denoised) of two mean squared errors against the clean
/// samples. `None` where nothing was noisy or nothing is left.
pub fn gain_db(noisy: f64, denoised: f64) -> Option<f64> {
    let gain = 10.0 * (noisy / denoised).log10();
    gain.is_finite().then_some(gain)
}

/// How much reconstructions (n, d) differ from sample to sample: the mean variance of their features,
/// in parts of the data's. 0 where every sample comes out the same.
pub fn variation(r: ArrayView2<f32>, variance: f64) -> f64 {
    let own = r.var_axis(Axis(0), 0.0).mean().unwrap_or(0.0);
    f64::from(own) / variance.max(f64::MIN_POSITIVE)
}

/// The mean of each column (n, k) -> (k), summed in f64.
pub fn column_means(values: ArrayView2<f32>) -> Array1<f32> {
    values
        .axis_iter(Axis(1))
        .map(|column| {
            let sum = column.fold(0.0, |sum, &v| sum + f64::from(v));
            (sum / values.nrows().max(1) as f64) as f32
        })
        .collect()
}
