//! What a knob is, and what can be done with one.

use super::{NoiseChoice, PenaltyChoice, Settings};

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

/// Names a row of [`KNOBS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Data,
    N,
    Scatter,
    Hidden,
    Act,
    K,
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
    /// (link value, label) of every option.
    Choice(&'static [(&'static str, &'static str)]),
    /// A whole number within the bounds that the other settings allow.
    Whole(fn(&Settings) -> (u32, u32)),
    /// A number within bounds, to so many decimals.
    Decimal {
        low: f64,
        high: f64,
        decimals: usize,
    },
    /// A positive number on a logarithmic scale.
    Logarithmic { low: f64, high: f64 },
    /// The same, or zero.
    LogarithmicOrZero { low: f64, high: f64 },
    /// Up to so many layers of 1 to so many units.
    Widths { layers: usize, units: u32 },
}

/// One control of the page.
pub struct Knob {
    pub key: Key,
    /// The key in a link.
    pub link: &'static str,
    /// The visible label and the accessible name.
    pub name: &'static str,
    /// One sentence on what it is.
    pub help: &'static str,
    pub effect: Effect,
    pub kind: Kind,
    pub(super) get: fn(&Settings) -> Value,
    pub(super) put: fn(&mut Settings, Value),
}

impl Knob {
    pub fn value(&self, settings: &Settings) -> Value {
        (self.get)(settings)
    }

    /// Sets the knob to the nearest value that it allows, then brings the others back into theirs.
    pub fn turn(&self, settings: &mut Settings, value: Value) {
        self.set(settings, value);
        settings.normalise();
    }

    /// Sets the knob to the nearest value that it allows.
    pub fn set(&self, settings: &mut Settings, value: Value) {
        let nearest = self.nearest(settings, value);
        (self.put)(settings, nearest);
    }

    /// Whether the knob has any effect with these settings.
    pub fn applies(&self, settings: &Settings) -> bool {
        match self.key {
            Key::Scatter => settings.data.is_points(),
            Key::Act => !settings.hidden.is_empty(),
            Key::Loss => settings.data.is_unit_range(),
            Key::Lambda => settings.penalty == PenaltyChoice::L1,
            Key::Rho | Key::Beta => settings.penalty == PenaltyChoice::Kl,
            Key::Level => settings.noise != NoiseChoice::None,
            _ => true,
        }
    }

    /// Why the knob cannot be turned with these settings, if it cannot.
    pub fn held(&self, settings: &Settings) -> Option<&'static str> {
        match self.key {
            Key::Code if settings.penalty == PenaltyChoice::Kl => Some(
                "KL compares mean activations with ρ, so they must lie between 0 and 1: the code is sigmoid.",
            ),
            Key::Loss if !settings.data.is_unit_range() => {
                Some("Cross-entropy needs data between 0 and 1: the loss is the squared error.")
            }
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
            (Kind::Whole(_), Value::Number(x)) => Value::Number(self.clamp(settings, x.round())),
            (Kind::Decimal { .. } | Kind::Logarithmic { .. }, Value::Number(x)) => {
                Value::Number(self.clamp(settings, x))
            }
            (Kind::LogarithmicOrZero { low, high }, Value::Number(x)) => {
                Value::Number(if x < 0.5 * low {
                    0.0
                } else {
                    x.clamp(low, high)
                })
            }
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

    fn clamp(&self, settings: &Settings, x: f64) -> f64 {
        match self.bounds(settings) {
            Some((low, high)) if !x.is_nan() => x.clamp(low, high),
            _ => x,
        }
    }

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

    /// The value as a link writes it.
    pub fn link_text(&self, value: &Value) -> String {
        match (self.kind, value) {
            (Kind::Choice(options), &Value::Choice(i)) => {
                options.get(i).map_or_else(String::new, |o| o.0.to_owned())
            }
            (_, Value::Widths(widths)) if widths.is_empty() => "none".to_owned(),
            (_, Value::Widths(widths)) => widths
                .iter()
                .map(u32::to_string)
                .collect::<Vec<_>>()
                .join("-"),
            (_, Value::Number(x)) => x.to_string(),
            (_, Value::Choice(i)) => i.to_string(),
        }
    }

    /// The value as the page shows it.
    pub fn label(&self, value: &Value) -> String {
        match (self.kind, value) {
            (Kind::Choice(options), &Value::Choice(i)) => {
                options.get(i).map_or_else(String::new, |o| o.1.to_owned())
            }
            (Kind::Decimal { decimals, .. }, Value::Number(x)) => format!("{x:.decimals$}"),
            (Kind::Logarithmic { .. } | Kind::LogarithmicOrZero { .. }, Value::Number(x)) => {
                significant(*x)
            }
            _ => self.link_text(value),
        }
    }

    /// What a person typed, in any of the usual ways to write a number; `None` where it is none.
    pub fn parse_typed(&self, text: &str) -> Option<Value> {
        match self.kind {
            Kind::Choice(_) | Kind::Widths { .. } => self.parse(text.trim()),
            kind => self.parse(&plain_number(text, matches!(kind, Kind::Whole(_)))),
        }
    }

    /// What a link's text asks for; `None` where it is not of the knob's kind.
    pub fn parse(&self, text: &str) -> Option<Value> {
        match self.kind {
            Kind::Choice(options) => options
                .iter()
                .position(|&(key, _)| key == text)
                .map(Value::Choice),
            Kind::Widths { .. } if text == "none" => Some(Value::Widths(Vec::new())),
            Kind::Widths { .. } => text
                .split('-')
                .map(|width| {
                    let digits = !width.is_empty() && width.bytes().all(|b| b.is_ascii_digit());
                    digits.then(|| width.parse().unwrap_or(u32::MAX))
                })
                .collect::<Option<Vec<u32>>>()
                .map(Value::Widths),
            _ => text
                .parse()
                .ok()
                .filter(|x: &f64| x.is_finite())
                .map(Value::Number),
        }
    }
}

/// A typed number as a link writes it: `0,003` and `−2` are as good as `0.003` and `-2`, and groups of
/// three digits belong together.
fn plain_number(text: &str, is_whole: bool) -> String {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{2019}' && *c != '\'')
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    let is_grouped = |mark: char| {
        let mut groups = text.trim_start_matches('-').split(mark);
        let first = groups.next().map_or(0, str::len);
        (1..=3).contains(&first)
            && text.contains(mark)
            && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
    };
    match ['.', ',']
        .into_iter()
        .find(|&mark| is_whole && is_grouped(mark))
    {
        Some(mark) => text.replace(mark, ""),
        None => text.replace(',', "."),
    }
}

/// On a slider, zero stands so far below the least number's logarithm.
const ZERO_GAP: f64 = 0.2;

/// Two significant figures, without an exponent down to 0.00001: 0.003, 0.00012, 1, 2.5e-7.
fn significant(x: f64) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    if x.abs() < 0.999e-5 {
        return format!("{x:.1e}").replace(".0e", "e");
    }
    let decimals = (1.0 - x.abs().log10().floor()).clamp(0.0, 6.0) as usize;
    let text = format!("{x:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
