use ndarray::{ArrayView2, Axis};

/// A code activation counts as active above this part of its unit's largest.
const ACTIVE: f32 = 0.01;

/// The fraction of code activations (n, k) whose magnitude is above 1 % of their unit's largest.
pub fn active_fraction(code: ArrayView2<f32>) -> f64 {
    let active: usize = code
        .axis_iter(Axis(1))
        .map(|unit| {
            let largest = unit.fold(0.0_f32, |most, a| most.max(a.abs()));
            unit.iter().filter(|a| a.abs() > ACTIVE * largest).count()
        })
        .sum();
    active as f64 / code.len().max(1) as f64
}

/// The mean over samples and units of the code's activations (n, k).
pub fn mean_activation(code: ArrayView2<f32>) -> f64 {
    code.iter().map(|&a| f64::from(a)).sum::<f64>() / code.len().max(1) as f64
}
