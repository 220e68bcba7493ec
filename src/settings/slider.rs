//! Where a slider stands for a number, and the number that its place stands for.

use super::knob::{Kind, Knob};
use super::written::significant;

/// On a slider, zero stands so far below the least number's logarithm.
const ZERO_GAP: f64 = 0.2;

impl Knob {
    /// Where a slider stands for a number: itself, or its logarithm to base 10.
    pub fn slider_from_number(&self, number: f64) -> f64 {
        match self.kind {
            Kind::Logarithmic { .. } => number.log10(),
            Kind::LogarithmicOrZero { low, .. } if number < low => low.log10() - ZERO_GAP,
            Kind::LogarithmicOrZero { .. } => number.log10(),
            _ => number,
        }
    }

    /// The number that a slider's place stands for, to two figures on a logarithmic scale.
    pub fn number_from_slider(&self, place: f64) -> f64 {
        let logarithmic = |place: f64| {
            let number = 10_f64.powf(place);
            significant(number).parse().unwrap_or(number)
        };
        match self.kind {
            Kind::Logarithmic { low, high } => logarithmic(place).clamp(low, high),
            Kind::LogarithmicOrZero { low, .. } if place < low.log10() - 0.5 * ZERO_GAP => 0.0,
            Kind::LogarithmicOrZero { low, high } => logarithmic(place).clamp(low, high),
            // A slider adds its step up in floating point: 0.30000000000000004.
            Kind::Decimal { decimals, .. } => {
                format!("{place:.decimals$}").parse().unwrap_or(place)
            }
            _ => place,
        }
    }

    /// The distance between two places of the slider.
    pub fn slider_step(&self) -> f64 {
        match self.kind {
            Kind::Logarithmic { .. } | Kind::LogarithmicOrZero { .. } => 0.02,
            Kind::Decimal { decimals, .. } => 1.0 / 10_f64.powi(decimals as i32),
            _ => 1.0,
        }
    }
}
