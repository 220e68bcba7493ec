//! How well samples are rebuilt.

use ndarray::{Array1, ArrayView2, Axis, Zip};

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
