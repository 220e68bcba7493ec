//! What a knob is, and what can be done with one.

use super::{DataSet, NoiseChoice, Options, PenaltyChoice, Settings};
use crate::words::{Knobs, words};

/// What a change of a knob does to the run, the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Acts on the next batch.
    Live,
    /// Adapts the running network; surviving units keep their weights.
    Warm,
    /// Starts a new run.
    Restart,
}

/// Names a row of [`super::KNOBS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Data,
    N,
    Scatter,
    Hidden,
    Act,
    K,
    Atoms,
    Code,
    Tied,
    Loss,
    Penalty,
    Lambda,
    Rho,
    Beta,
    Decay,
    Noise,
    Level,
    Opt,
    Lr,
    Batch,
    Speed,
    Seed,
}

/// A knob's setting, whatever its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An index into the options.
    Choice(usize),
    Number(f64),
    Widths(Vec<u32>),
}

/// How a knob is turned.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Choice(Options),
    /// A whole number within the bounds that the other settings allow.
    Whole(fn(&Settings) -> (u32, u32)),
    /// A number within bounds, to so many decimals.
    Decimal {
        low: f64,
        high: f64,
        decimals: usize,
    },
    /// A positive number on a logarithmic scale.
    Logarithmic {
        low: f64,
        high: f64,
    },
    /// The same, or zero.
    LogarithmicOrZero {
        low: f64,
        high: f64,
    },
    /// Up to so many layers of 1 to so many units.
    Widths {
        layers: usize,
        units: u32,
    },
}

/// One control of the page.
pub struct Knob {
    pub key: Key,
    /// The key in a link.
    pub link: &'static str,
    /// The visible label, which is the accessible name, and one sentence on what it is.
    pub(super) words: fn(&'static Knobs) -> [&'static str; 2],
    pub effect: Effect,
    pub kind: Kind,
    pub(super) get: fn(&Settings) -> Value,
    pub(super) put: fn(&mut Settings, Value),
}

impl Knob {
    /// The visible label and the accessible name.
    pub fn name(&self) -> &'static str {
        (self.words)(&words().knobs)[0]
    }

    /// One sentence on what it is.
    pub fn help(&self) -> &'static str {
        (self.words)(&words().knobs)[1]
    }

    pub fn value(&self, settings: &Settings) -> Value {
        (self.get)(settings)
    }

    /// Sets the knob to the nearest value that it allows, then brings the others back into theirs.
    pub fn turn(&self, settings: &mut Settings, value: Value) {
        self.set(settings, value);
        settings.normalise();
    }

    /// Sets the knob to the nearest value that it allows; what is no number is near none.
    pub fn set(&self, settings: &mut Settings, value: Value) {
        if matches!(value, Value::Number(x) if x.is_nan()) {
            return;
        }
        let nearest = self.nearest(settings, value);
        if self.decides_samples() && nearest != self.value(settings) {
            settings.moved.clear();
        }
        (self.put)(settings, nearest);
    }

    /// Whether other samples are drawn with another value.
    fn decides_samples(&self) -> bool {
        matches!(self.key, Key::Data | Key::N | Key::Scatter | Key::Seed)
    }

    /// Whether the knob has any effect with these settings.
    pub fn applies(&self, settings: &Settings) -> bool {
        match self.key {
            Key::Scatter => settings.traits().is_points() && settings.data != DataSet::Own,
            Key::Act => !settings.hidden.is_empty(),
            Key::Loss => settings.traits().is_unit_range,
            Key::Lambda => settings.penalty == PenaltyChoice::L1,
            Key::Rho | Key::Beta => settings.penalty == PenaltyChoice::Kl,
            Key::Level => settings.noise != NoiseChoice::None,
            _ => true,
        }
    }

    /// Why the knob cannot be turned with these settings, if it cannot.
    pub fn held(&self, settings: &Settings) -> Option<&'static str> {
        match self.key {
            Key::Code if settings.penalty == PenaltyChoice::Kl => Some(words().knobs.code_held),
            Key::Loss if !settings.traits().is_unit_range => Some(words().knobs.loss_held),
            _ => None,
        }
    }

    /// The least and the greatest number, for knobs that hold one.
    pub fn bounds(&self, settings: &Settings) -> Option<(f64, f64)> {
        match self.kind {
            Kind::Whole(bounds) => {
                let (low, high) = bounds(settings);
                Some((f64::from(low), f64::from(high)))
            }
            Kind::Decimal { low, high, .. } | Kind::Logarithmic { low, high } => Some((low, high)),
            Kind::LogarithmicOrZero { high, .. } => Some((0.0, high)),
            Kind::Choice(_) | Kind::Widths { .. } => None,
        }
    }

    fn nearest(&self, settings: &Settings, value: Value) -> Value {
        match (self.kind, value) {
            (_, Value::Number(x)) => Value::Number(match self.bounds(settings) {
                Some(bounds) => self.nearest_number(x, bounds),
                None => x,
            }),
            (Kind::Widths { layers, units }, Value::Widths(mut widths)) => {
                widths.truncate(layers);
                for width in &mut widths {
                    *width = (*width).clamp(1, units);
                }
                Value::Widths(widths)
            }
            (_, value) => value,
        }
    }

    /// The number nearest to `x` that the knob can hold within these bounds.
    pub fn nearest_number(&self, x: f64, (least, greatest): (f64, f64)) -> f64 {
        match self.kind {
            Kind::Whole(_) => x.round().clamp(least, greatest),
            Kind::LogarithmicOrZero { low, .. } if x < 0.5 * low => 0.0,
            Kind::LogarithmicOrZero { low, high } => x.clamp(low, high),
            _ => x.clamp(least, greatest),
        }
    }
}
