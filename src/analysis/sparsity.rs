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

/// How many units of a code (n, k) are dead: they vary by less than 1 % of what the liveliest does.
pub fn dead_units(code: ArrayView2<f32>) -> usize {
    let ranges: Vec<f32> = code
        .axis_iter(Axis(1))
        .map(|unit| {
            let low = unit.fold(f32::INFINITY, |low, &h| low.min(h));
            let high = unit.fold(f32::NEG_INFINITY, |high, &h| high.max(h));
            high - low
        })
        .collect();
    let widest = ranges.iter().copied().fold(0.0, f32::max);
    ranges
        .iter()
        .filter(|&&range| range <= ACTIVE * widest)
        .count()
}
