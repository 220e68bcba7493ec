use ndarray::ArrayView2;

use super::rows::for_each_row;
use crate::model::Activation;

/// Where activations are never exactly 0, one counts as active above this part of the layer's largest.
const ACTIVE: f32 = 0.01;
/// A unit that varies by less than this part of what the liveliest does is dead.
const ALIVE: f32 = 0.01;

/// The magnitude above which an activation of a code (n, k) counts as active: 0 for units that can be
/// exactly 0, else 1 % of the layer's largest.
pub fn least_active(code: ArrayView2<f32>, activation: Activation) -> f32 {
    match activation {
        Activation::Relu => 0.0,
        _ => ACTIVE * code.fold(0.0_f32, |most, a| most.max(a.abs())),
    }
}

/// The fraction of code activations (n, k) whose magnitude is above `least`.
pub fn active_fraction(code: ArrayView2<f32>, least: f32) -> f64 {
    let active = code.iter().filter(|a| a.abs() > least).count();
    active as f64 / code.len().max(1) as f64
}

/// The mean over samples and units of the code's activations (n, k).
pub fn mean_activation(code: ArrayView2<f32>) -> f64 {
    code.iter().map(|&a| f64::from(a)).sum::<f64>() / code.len().max(1) as f64
}

/// How many units of a code (n, k) are dead: they vary by less than 1 % of what the liveliest does.
pub fn dead_units(code: ArrayView2<f32>) -> usize {
    let mut extremes = vec![[f32::INFINITY, f32::NEG_INFINITY]; code.ncols()];
    for_each_row(code, |sample| {
        for ([low, high], &h) in extremes.iter_mut().zip(sample) {
            *low = if h < *low { h } else { *low };
            *high = if h > *high { h } else { *high };
        }
    });
    let ranges: Vec<f32> = extremes.iter().map(|[low, high]| high - low).collect();
    let widest = ranges.iter().copied().fold(0.0, f32::max);
    ranges
        .iter()
        .filter(|&&range| range <= ALIVE * widest)
        .count()
}
