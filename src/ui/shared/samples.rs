//! What figures of samples share.

use crate::data::record;
use crate::protocol::Facts;
use crate::settings::{DataSet, Shape};
use crate::words::words;

/// What a sample is, where it has a class, and whether the network has seen it: "a 0, held out".
pub fn sample_name(facts: &Facts, data: DataSet, sample: usize) -> String {
    let words = &words().stage;
    let part = if sample >= facts.n_train {
        words.part_held_out
    } else {
        words.part_training
    };
    let has_classes = facts.labels.iter().any(|&label| label != 0);
    let Some(&class) = facts.labels.get(sample).filter(|_| has_classes) else {
        return part.to_owned();
    };
    let record = record(data);
    let name = facts.class_name(data, class);
    match data {
        DataSet::Digits | DataSet::Mnist => words.digit(&name, part),
        _ if record.classes.get().is_empty() && facts.classes.is_empty() => {
            words.numbered(&name, part)
        }
        _ => words.named(&name, part),
    }
}

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
