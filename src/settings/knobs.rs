//! The table of knobs.

use super::{ActivationChoice, DataSet, OptimiserChoice, Settings, Speed};

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
    get: fn(&Settings) -> Value,
    put: fn(&mut Settings, Value),
}

/// The options of a choice.
macro_rules! choice {
    ($type:ident) => {
        Kind::Choice($type::OPTIONS)
    };
}

/// Getter and setter of a field that holds a choice.
macro_rules! choice_field {
    ($field:ident, $type:ident) => {
        (
            |s: &Settings| Value::Choice(s.$field as usize),
            |s: &mut Settings, value: Value| {
                if let Value::Choice(i) = value {
                    s.$field = $type::ALL.get(i).copied().unwrap_or(s.$field);
                }
            },
        )
    };
}

/// Getter and setter of a field that holds a number.
macro_rules! number_field {
    ($field:ident, $type:ident) => {
        (
            |s: &Settings| Value::Number(f64::from(s.$field)),
            |s: &mut Settings, value: Value| {
                if let Value::Number(x) = value {
                    s.$field = x as $type;
                }
            },
        )
    };
}

type Access = (fn(&Settings) -> Value, fn(&mut Settings, Value));

const fn knob(
    key: Key,
    link: &'static str,
    name: &'static str,
    effect: Effect,
    kind: Kind,
    (get, put): Access,
    help: &'static str,
) -> Knob {
    Knob {
        key,
        link,
        name,
        help,
        effect,
        kind,
        get,
        put,
    }
}

/// Every control, in the order of the page and of a link.
#[rustfmt::skip]
pub const KNOBS: [Knob; 12] = [
    knob(Key::Data, "data", "Data set", Effect::Restart, choice!(DataSet),
        (|s| Value::Choice(s.data as usize), choose_data),
        "What the autoencoder learns to rebuild. A fifth of it is held out and never trained on."),
    knob(Key::N, "n", "Samples", Effect::Restart, Kind::Whole(|s| (20, s.data.most_samples())),
        number_field!(n, u32),
        "How many samples there are, training and held-out together."),
    knob(Key::Scatter, "scatter", "Scatter", Effect::Restart, Kind::Decimal { low: 0.0, high: 0.5, decimals: 2 },
        number_field!(scatter, f64),
        "How far points stray from the curve: the standard deviation, where the data's half-width is 1."),
    knob(Key::Hidden, "hidden", "Hidden layers", Effect::Warm, Kind::Widths { layers: 3, units: 512 },
        (|s| Value::Widths(s.hidden.clone()), |s, value| if let Value::Widths(widths) = value { s.hidden = widths }),
        "The encoder's layers before the code; the decoder has the same in reverse."),
    knob(Key::Act, "act", "Hidden activation", Effect::Warm, choice!(ActivationChoice),
        choice_field!(act, ActivationChoice),
        "What each hidden unit does to its sum. With linear everywhere the network can only do what PCA does."),
    knob(Key::K, "k", "Bottleneck size k", Effect::Warm, Kind::Whole(|s| (1, s.data.most_codes())),
        number_field!(k, u32),
        "How many numbers the code has: all that the decoder gets to see."),
    knob(Key::Code, "code", "Code activation", Effect::Warm, choice!(ActivationChoice),
        choice_field!(code, ActivationChoice),
        "What each code unit does to its sum."),
    knob(Key::Opt, "opt", "Optimiser", Effect::Live, choice!(OptimiserChoice),
        choice_field!(opt, OptimiserChoice),
        "How gradients become changes of the weights."),
    knob(Key::Lr, "lr", "Learning rate", Effect::Live, Kind::Logarithmic { low: 1e-5, high: 1.0 },
        number_field!(lr, f64),
        "How far each step goes. Too small and nothing moves, too large and the loss explodes."),
    knob(Key::Batch, "batch", "Batch size", Effect::Live, Kind::Whole(|_| (1, 512)),
        number_field!(batch, u32),
        "How many training samples each step looks at."),
    knob(Key::Speed, "speed", "Speed", Effect::Live, choice!(Speed),
        choice_field!(speed, Speed),
        "How many steps are taken between two pictures."),
    knob(Key::Seed, "seed", "Seed", Effect::Restart, Kind::Whole(|_| (0, u32::MAX)),
        number_field!(seed, u32),
        "Where the random numbers start: the same seed gives the same run."),
];

fn choose_data(s: &mut Settings, value: Value) {
    if let Value::Choice(i) = value
        && let Some(&data) = DataSet::ALL.get(i)
        && data != s.data
    {
        s.choose_data(data);
    }
}

impl Key {
    pub fn knob(self) -> &'static Knob {
        static TABLE: [Knob; KNOBS.len()] = KNOBS;
        &TABLE[self as usize]
    }
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
            Key::Scatter => !settings.data.is_images(),
            Key::Act => !settings.hidden.is_empty(),
            _ => true,
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
            Kind::Choice(_) | Kind::Widths { .. } => None,
        }
    }

    fn nearest(&self, settings: &Settings, value: Value) -> Value {
        match (self.kind, value) {
            (Kind::Whole(_), Value::Number(x)) => Value::Number(self.clamp(settings, x.round())),
            (Kind::Decimal { .. } | Kind::Logarithmic { .. }, Value::Number(x)) => {
                Value::Number(self.clamp(settings, x))
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
            _ => number,
        }
    }

    /// The number that a slider's place stands for, to two figures on a logarithmic scale.
    pub fn number_from_slider(&self, place: f64) -> f64 {
        match self.kind {
            Kind::Logarithmic { .. } => {
                let number = 10_f64.powf(place);
                significant(number).parse().unwrap_or(number)
            }
            _ => place,
        }
    }

    /// The distance between two places of the slider.
    pub fn slider_step(&self) -> f64 {
        match self.kind {
            Kind::Logarithmic { .. } => 0.02,
            Kind::Decimal { decimals, .. } => 0.1_f64.powi(decimals as i32),
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
            (Kind::Logarithmic { .. }, Value::Number(x)) => significant(*x),
            _ => self.link_text(value),
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

/// Two significant figures without an exponent: 0.003, 0.00012, 1.
fn significant(x: f64) -> String {
    let decimals = (1.0 - x.abs().log10().floor()).clamp(0.0, 6.0) as usize;
    let text = format!("{x:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
