//! Sums over many numbers, in f64.

use ndarray::ArrayView2;

use crate::model::Real;

/// Sums side by side, so that no addition waits for the one before.
const LANES: usize = 8;

/// Σ of(a, b) over two matrices of the same shape.
pub fn sum_of<F: Real>(a: ArrayView2<F>, b: ArrayView2<F>, of: impl Fn(F, F) -> f64) -> f64 {
    let (Some(a), Some(b)) = (a.as_slice(), b.as_slice()) else {
        return a.iter().zip(&b).map(|(&a, &b)| of(a, b)).sum();
    };
    let (a_lanes, a_rest) = a.as_chunks::<LANES>();
    let (b_lanes, b_rest) = b.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for ((sum, &a), &b) in sums.iter_mut().zip(a).zip(b) {
            *sum += of(a, b);
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(&a, &b)| of(a, b)).sum();
    sums.iter().sum::<f64>() + rest
}
