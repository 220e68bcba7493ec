//! How well samples are rebuilt.

use ndarray::{Array1, ArrayView2, Zip};

use super::rows::for_each_row;

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
    let means = column_means(r);
    let mut squares = vec![0.0; r.ncols()];
    for_each_row(r, |sample| {
        for ((sum, &r), &mean) in squares.iter_mut().zip(sample).zip(&means) {
            *sum += f64::from(r - mean).powi(2);
        }
    });
    let own = squares.iter().sum::<f64>() / r.len().max(1) as f64;
    own / variance.max(f64::MIN_POSITIVE)
}

/// The mean of each column (n, k) -> (k), summed in f64.
pub fn column_means(values: ArrayView2<f32>) -> Array1<f32> {
    let mut sums = vec![0.0; values.ncols()];
    for_each_row(values, |sample| {
        for (sum, &value) in sums.iter_mut().zip(sample) {
            *sum += f64::from(value);
        }
    });
    let n = values.nrows().max(1) as f64;
    sums.iter().map(|sum| (sum / n) as f32).collect()
}
