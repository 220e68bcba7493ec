//! Every knob of the page: its name, link key, range, unit and effect, in one table.
//!
//! Menus, links, ticks on the time axis and tests iterate [`KNOBS`]; nothing else knows a range.

mod choices;
mod data_set;
mod knob;
mod knobs;
mod moved;
mod slider;
mod written;

pub(crate) use choices::choices;
pub use choices::{
    ActivationChoice, AtomsChoice, DataSet, LossChoice, NoiseChoice, OptimiserChoice, Options,
    PenaltyChoice, Speed, Switch,
};
pub use data_set::{Shape, Traits};
pub use knob::{Effect, Key, Kind, Knob, Value};
pub use knobs::KNOBS;
pub use moved::Moved;
pub use written::significant;

use serde::{Deserialize, Serialize};

/// Everything that decides which numbers a run produces, and how fast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub data: DataSet,
    /// What the user's own samples are like, once there are any.
    pub own: Option<Traits>,
    /// Samples, training and held-out together.
    pub n: u32,
    /// Standard deviation of the noise about the curve, in units of the data's half-width.
    pub scatter: f64,
    /// Samples that the user has put elsewhere, in the order in which they were first moved.
    pub moved: Vec<Moved>,
    /// The encoder's widths; the decoder mirrors them.
    pub hidden: Vec<u32>,
    pub act: ActivationChoice,
    pub k: u32,
    pub atoms: AtomsChoice,
    pub code: ActivationChoice,
    pub tied: Switch,
    pub loss: LossChoice,
    pub penalty: PenaltyChoice,
    /// λ of the L1 penalty.
    pub lambda: f64,
    /// ρ and β of the KL penalty.
    pub rho: f64,
    pub beta: f64,
    /// δ.
    pub decay: f64,
    pub noise: NoiseChoice,
    /// Standard deviation, or the part of the features that is hit.
    pub level: f64,
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
            own: None,
            n: DataSet::Digits.default_samples(),
            scatter: 0.05,
            moved: Vec::new(),
            hidden: vec![32],
            act: ActivationChoice::Relu,
            k: 8,
            atoms: AtomsChoice::Free,
            code: ActivationChoice::Linear,
            tied: Switch::Off,
            loss: LossChoice::Mse,
            penalty: PenaltyChoice::None,
            lambda: 0.001,
            rho: 0.05,
            beta: 0.1,
            decay: 0.0,
            noise: NoiseChoice::None,
            level: 0.4,
            opt: OptimiserChoice::Adam,
            lr: 0.003,
            batch: 64,
            speed: Speed::Normal,
            seed: 0,
        }
    }

    /// Another data set. Its number of samples is its own; between points and images the network
    /// changes too, since a code of 8 numbers says nothing about a point of 2. Own samples may have any
    /// number of features, and the code half of them at most. Nothing happens where they are asked for
    /// and nobody has brought any.
    pub fn choose_data(&mut self, data: DataSet) {
        if data == DataSet::Own && self.own.is_none() {
            return;
        }
        let before = self.traits();
        self.data = data;
        let traits = self.traits();
        self.n = traits.default_samples;
        if traits.is_points() != before.is_points() {
            let preset = Self::preset();
            (self.hidden, self.act, self.k) = if traits.is_points() {
                (vec![32, 32], ActivationChoice::Tanh, 1)
            } else {
                (preset.hidden, preset.act, preset.k)
            };
        }
        if data == DataSet::Own {
            let half = traits.shape.features() as u32 / 2;
            self.k = self.k.min(half.max(1));
        }
    }

    /// Whether the network only adds and scales.
    pub fn is_linear(&self) -> bool {
        let is_straight = self.hidden.is_empty() || self.act == ActivationChoice::Linear;
        is_straight && self.code == ActivationChoice::Linear && self.loss == LossChoice::Mse
    }

    /// Brings every value into the range that the other values allow.
    pub fn normalise(&mut self) {
        for knob in &KNOBS {
            knob.set(self, knob.value(self));
        }
        if self.penalty == PenaltyChoice::Kl {
            self.code = ActivationChoice::Sigmoid;
        }
        if !self.traits().is_unit_range {
            self.loss = LossChoice::Mse;
        }
        self.forget_impossible_moves();
    }

    /// Whether both are about the very same samples.
    pub fn has_samples_of(&self, other: &Self) -> bool {
        let of = |settings: &Self| (settings.data, settings.n, settings.seed);
        of(self) == of(other)
            && self.scatter == other.scatter
            && self.moved == other.moved
            && (self.data != DataSet::Own || self.own == other.own)
    }

    /// What must happen to a run with these settings so that it follows `next`.
    pub fn effect_of(&self, next: &Self) -> Option<Effect> {
        if next.data == DataSet::Own && self.own != next.own {
            return Some(Effect::Restart);
        }
        KNOBS
            .iter()
            .filter(|knob| knob.value(self) != knob.value(next))
            .map(|knob| match knob.key {
                Key::Hidden if self.hidden.len() != next.hidden.len() => Effect::Restart,
                _ => knob.effect,
            })
            .chain((self.moved != next.moved).then_some(Effect::Live))
            .max()
    }
}
