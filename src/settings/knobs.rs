//! The table of knobs.

use super::knob::{Effect, Key, Kind, Knob, Value};
use super::{
    ActivationChoice, AtomsChoice, DataSet, LossChoice, NoiseChoice, OptimiserChoice,
    PenaltyChoice, Settings, Speed, Switch,
};
use crate::words::{Knobs, Language, language};

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
    words: fn(&'static Knobs) -> [&'static str; 2],
    effect: Effect,
    kind: Kind,
    (get, put): Access,
) -> Knob {
    Knob {
        key,
        link,
        words,
        effect,
        kind,
        get,
        put,
    }
}

/// Every control, in the order of the page and of a link.
#[rustfmt::skip]
pub const KNOBS: [Knob; 22] = [
    knob(Key::Data, "data", |w| [w.data, w.data_help], Effect::Restart, choice!(DataSet),
        (|s| Value::Choice(s.data as usize), choose_data)),
    knob(Key::N, "n", |w| [w.n, w.n_help], Effect::Restart, Kind::Whole(samples),
        number_field!(n, u32)),
    knob(Key::Scatter, "scatter", |w| [w.scatter, w.scatter_help], Effect::Restart, Kind::Decimal { low: 0.0, high: 0.5, decimals: 2 },
        number_field!(scatter, f64)),
    knob(Key::Hidden, "hidden", |w| [w.hidden, w.hidden_help], Effect::Warm, Kind::Widths { layers: 3, units: 512 },
        (|s| Value::Widths(s.hidden.clone()), |s, value| if let Value::Widths(widths) = value { s.hidden = widths })),
    knob(Key::Act, "act", |w| [w.act, w.act_help], Effect::Warm, choice!(ActivationChoice),
        choice_field!(act, ActivationChoice)),
    knob(Key::K, "k", |w| [w.k, w.k_help], Effect::Warm, Kind::Whole(|s| (1, s.traits().shape.most_codes())),
        number_field!(k, u32)),
    knob(Key::Atoms, "atoms", |w| [w.atoms, w.atoms_help], Effect::Warm, choice!(AtomsChoice),
        choice_field!(atoms, AtomsChoice)),
    knob(Key::Code, "code", |w| [w.code, w.code_help], Effect::Warm, choice!(ActivationChoice),
        choice_field!(code, ActivationChoice)),
    knob(Key::Tied, "tied", |w| [w.tied, w.tied_help], Effect::Warm, choice!(Switch),
        choice_field!(tied, Switch)),
    knob(Key::Loss, "loss", |w| [w.loss, w.loss_help], Effect::Live, choice!(LossChoice),
        choice_field!(loss, LossChoice)),
    knob(Key::Penalty, "penalty", |w| [w.penalty, w.penalty_help], Effect::Live, choice!(PenaltyChoice),
        choice_field!(penalty, PenaltyChoice)),
    knob(Key::Lambda, "lambda", |w| [w.lambda, w.lambda_help], Effect::Live, Kind::LogarithmicOrZero { low: 1e-5, high: 1.0 },
        number_field!(lambda, f64)),
    knob(Key::Rho, "rho", |w| [w.rho, w.rho_help], Effect::Live, Kind::Decimal { low: 0.005, high: 0.5, decimals: 3 },
        number_field!(rho, f64)),
    knob(Key::Beta, "beta", |w| [w.beta, w.beta_help], Effect::Live, Kind::LogarithmicOrZero { low: 1e-3, high: 10.0 },
        number_field!(beta, f64)),
    knob(Key::Decay, "decay", |w| [w.decay, w.decay_help], Effect::Live, Kind::LogarithmicOrZero { low: 1e-7, high: 1e-1 },
        number_field!(decay, f64)),
    knob(Key::Noise, "noise", |w| [w.noise, w.noise_help], Effect::Live, choice!(NoiseChoice),
        choice_field!(noise, NoiseChoice)),
    knob(Key::Level, "level", |w| [w.level, w.level_help], Effect::Live, Kind::Decimal { low: 0.0, high: 1.0, decimals: 2 },
        number_field!(level, f64)),
    knob(Key::Opt, "opt", |w| [w.opt, w.opt_help], Effect::Live, choice!(OptimiserChoice),
        choice_field!(opt, OptimiserChoice)),
    knob(Key::Lr, "lr", |w| [w.lr, w.lr_help], Effect::Live, Kind::Logarithmic { low: 1e-5, high: 1.0 },
        number_field!(lr, f64)),
    knob(Key::Batch, "batch", |w| [w.batch, w.batch_help], Effect::Live, Kind::Whole(|_| (1, 512)),
        number_field!(batch, u32)),
    knob(Key::Speed, "speed", |w| [w.speed, w.speed_help], Effect::Live, choice!(Speed),
        choice_field!(speed, Speed)),
    knob(Key::Seed, "seed", |w| [w.seed, w.seed_help], Effect::Restart, Kind::Whole(|_| (0, u32::MAX)),
        number_field!(seed, u32)),
];

/// At least so many that three can be held out, of a small set of the user's own all.
fn samples(s: &Settings) -> (u32, u32) {
    let most = s.traits().most_samples;
    (most.min(15), most)
}

fn choose_data(s: &mut Settings, value: Value) {
    if let Value::Choice(i) = value
        && let Some(&data) = DataSet::ALL.get(i)
        && data != s.data
    {
        s.choose_data(data);
    }
}

impl Key {
    /// As a tick on the time axis says it.
    pub fn short_name(self) -> String {
        match self {
            Self::K => "k".to_owned(),
            _ => within_a_sentence(self.knob().name(), language()),
        }
    }

    pub fn knob(self) -> &'static Knob {
        static TABLE: [Knob; KNOBS.len()] = KNOBS;
        &TABLE[self as usize]
    }
}

/// English begins a common name with a small letter, but not "L1"; German keeps the capitals of its nouns.
fn within_a_sentence(name: &str, language: Language) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if language == Language::English && second.is_lowercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}
