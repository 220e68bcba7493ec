//! Every knob of the page: its name, link key, range, unit and effect, in one table.
//!
//! Menus, links, ticks on the time axis and tests iterate [`KNOBS`]; nothing else knows a range.

mod choices;
mod knob;
mod knobs;

pub use choices::{ActivationChoice, DataSet, OptimiserChoice, Shape, Speed};
pub use knob::{Effect, Key, Kind, Knob, Value};
pub use knobs::KNOBS;

use serde::{Deserialize, Serialize};

/// Everything that decides which numbers a run produces, and how fast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub data: DataSet,
    /// Samples, training and held-out together.
    pub n: u32,
    /// Standard deviation of the noise about the curve, in units of the data's half-width.
    pub scatter: f64,
    /// The encoder's widths; the decoder mirrors them.
    pub hidden: Vec<u32>,
    pub act: ActivationChoice,
    pub k: u32,
    pub code: ActivationChoice,
    pub opt: OptimiserChoice,
    pub lr: f64,
    pub batch: u32,
    pub speed: Speed,
    pub seed: u32,
}

impl Settings {
    /// What a link without keys shows.
    pub fn preset() -> Self {
        Self {
            data: DataSet::Digits,
            n: DataSet::Digits.default_samples(),
            scatter: 0.05,
            hidden: vec![32],
            act: ActivationChoice::Relu,
            k: 8,
            code: ActivationChoice::Linear,
            opt: OptimiserChoice::Adam,
            lr: 0.003,
            batch: 64,
            speed: Speed::Normal,
            seed: 0,
        }
    }

    /// Another data set. Its number of samples is its own; between points and images the network
    /// changes too, since a code of 8 numbers says nothing about a point of 2.
    pub fn choose_data(&mut self, data: DataSet) {
        let other_kind = data.is_images() != self.data.is_images();
        self.data = data;
        self.n = data.default_samples();
        if other_kind {
            let preset = Self::preset();
            (self.hidden, self.act, self.k) = if data.is_images() {
                (preset.hidden, preset.act, preset.k)
            } else {
                (vec![32, 32], ActivationChoice::Tanh, 1)
            };
        }
    }

    /// Brings every value into the range that the other values allow.
    pub fn normalise(&mut self) {
        for knob in &KNOBS {
            knob.set(self, knob.value(self));
        }
    }

    /// What must happen to a run with these settings so that it follows `next`.
    pub fn effect_of(&self, next: &Self) -> Option<Effect> {
        KNOBS
            .iter()
            .filter(|knob| knob.value(self) != knob.value(next))
            .map(|knob| match knob.key {
                Key::Hidden if self.hidden.len() != next.hidden.len() => Effect::Restart,
                _ => knob.effect,
            })
            .max()
    }
}
