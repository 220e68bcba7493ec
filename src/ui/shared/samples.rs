//! What figures of samples share.

use crate::protocol::Facts;
use crate::settings::Shape;

/// Of one sample's reconstruction.
pub fn mean_squared_error(a: &[f32], b: &[f32]) -> f32 {
    let sum: f32 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
    sum / a.len().max(1) as f32
}

/// The true coordinate by which samples are coloured: the first, where more than a place in the
/// plane is to be told.
pub fn shades(facts: &Facts) -> Vec<f32> {
    let columns = facts.factors.columns;
    if columns == 0 || facts.shape == Shape::Point(2) {
        return Vec::new();
    }
    facts
        .factors
        .values
        .iter()
        .copied()
        .step_by(columns)
        .collect()
}
