//! The table of knobs.

use super::knob::{Effect, Key, Kind, Knob, Value};
use super::{
    ActivationChoice, DataSet, LossChoice, NoiseChoice, OptimiserChoice, PenaltyChoice, Settings,
    Speed, Switch,
};

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
pub const KNOBS: [Knob; 21] = [
    knob(Key::Data, "data", "Data set", Effect::Restart, choice!(DataSet),
        (|s| Value::Choice(s.data as usize), choose_data),
        "What the autoencoder learns to rebuild. A fifth of it is held out and never trained on."),
    knob(Key::N, "n", "Samples", Effect::Restart, Kind::Whole(|s| (15, s.data.most_samples())),
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
    knob(Key::Tied, "tied", "Tied weights", Effect::Warm, choice!(Switch),
        choice_field!(tied, Switch),
        "Makes the decoder's weights the encoder's, transposed: half as many numbers to learn."),
    knob(Key::Loss, "loss", "Reconstruction loss", Effect::Live, choice!(LossChoice),
        choice_field!(loss, LossChoice),
        "How a reconstruction is compared with its target. Cross-entropy takes pixels as odds, through a sigmoid."),
    knob(Key::Penalty, "penalty", "Sparsity penalty", Effect::Live, choice!(PenaltyChoice),
        choice_field!(penalty, PenaltyChoice),
        "What the loss asks of the code besides. L1 pulls every activation to zero; KL holds each unit's mean at ρ, and sets the code to sigmoid."),
    knob(Key::Lambda, "lambda", "L1 weight λ", Effect::Live, Kind::LogarithmicOrZero { low: 1e-5, high: 1.0 },
        number_field!(lambda, f64),
        "How much the sum of activations counts against the reconstruction error."),
    knob(Key::Rho, "rho", "Target activation ρ", Effect::Live, Kind::Decimal { low: 0.005, high: 0.5, decimals: 3 },
        number_field!(rho, f64),
        "The mean activation that each code unit should have."),
    knob(Key::Beta, "beta", "KL weight β", Effect::Live, Kind::LogarithmicOrZero { low: 1e-3, high: 10.0 },
        number_field!(beta, f64),
        "How much a mean activation away from ρ counts against the reconstruction error."),
    knob(Key::Decay, "decay", "Weight decay δ", Effect::Live, Kind::LogarithmicOrZero { low: 1e-7, high: 1e-1 },
        number_field!(decay, f64),
        "How much the squared weights count. It stops tiny activations with huge weights from cheating a penalty."),
    knob(Key::Noise, "noise", "Corruption", Effect::Live, choice!(NoiseChoice),
        choice_field!(noise, NoiseChoice),
        "What is done to the input. The target stays clean, so the network learns to undo it."),
    knob(Key::Level, "level", "Corruption level", Effect::Live, Kind::Decimal { low: 0.0, high: 1.0, decimals: 2 },
        number_field!(level, f64),
        "Gaussian: the standard deviation. Masking, salt & pepper: the part of the features that is hit."),
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
    /// As a tick on the time axis says it.
    pub fn short_name(self) -> String {
        match self {
            Self::K => "k".to_owned(),
            _ => self.knob().name.to_lowercase(),
        }
    }

    pub fn knob(self) -> &'static Knob {
        static TABLE: [Knob; KNOBS.len()] = KNOBS;
        &TABLE[self as usize]
    }
}
