//! The knobs that are a choice among names.

use serde::{Deserialize, Serialize};

use crate::words::{Words, words};

/// The options of a choice, in the order of the menu.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Their values in a link.
    pub keys: &'static [&'static str],
    labels: fn(&'static Words, usize) -> &'static str,
}

impl PartialEq for Options {
    fn eq(&self, other: &Self) -> bool {
        self.keys == other.keys
    }
}

impl Options {
    pub const fn new(
        keys: &'static [&'static str],
        labels: fn(&'static Words, usize) -> &'static str,
    ) -> Self {
        Self { keys, labels }
    }

    pub fn label(self, option: usize) -> &'static str {
        (self.labels)(words(), option)
    }
}

/// An enumeration whose variants have a link value and a label, in the order of the menu:
/// `Name of group { Variant "value" key }`, where `key` is the label's in that group of the words.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident of $group:ident { $($variant:ident $key:literal $label:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            pub const OPTIONS: $crate::settings::Options = $crate::settings::Options::new(
                &[$($key),+],
                |words, option| [$(words.$group.$label),+][option],
            );

            /// The value in a link.
            pub fn key(self) -> &'static str {
                Self::OPTIONS.keys[self as usize]
            }

            /// What a link's value names.
            pub fn of_key(key: &str) -> Option<Self> {
                let at = Self::OPTIONS.keys.iter().position(|&known| known == key)?;
                Self::ALL.get(at).copied()
            }

            pub fn label(self) -> &'static str {
                Self::OPTIONS.label(self as usize)
            }
        }
    };
}
pub(crate) use choices;

choices! {
    /// What the autoencoder learns from.
    DataSet of choices {
        Line "line" line,
        Blobs "blobs" blobs,
        Circle "circle" circle,
        Moons "moons" moons,
        Spiral "spiral" spiral,
        Cross "cross" cross,
        SCurve "scurve" s_curve,
        SwissRoll "swissroll" swiss_roll,
        Digits "digits" digits,
        Mnist "mnist" mnist,
        Fashion "fashion" fashion,
        Bars "bars" bars,
        Balls "balls" balls,
        Patches "patches" patches,
        Ecg "ecg" heartbeats,
        Own "own" own,
    }
}

choices! {
    ActivationChoice of choices {
        Linear "linear" linear,
        Relu "relu" relu,
        Tanh "tanh" tanh,
        Sigmoid "sigmoid" sigmoid,
    }
}

choices! {
    /// A knob that is off or on.
    Switch of choices {
        Off "0" off,
        On "1" on,
    }
}

choices! {
    /// How long the decoder's atoms, the rows of its first layer, may be.
    AtomsChoice of choices {
        Free "free" free_atoms,
        Unit "unit" unit_atoms,
    }
}

choices! {
    LossChoice of choices {
        Mse "mse" squared_error,
        Bce "bce" cross_entropy,
    }
}

choices! {
    PenaltyChoice of choices {
        None "none" no_penalty,
        L1 "l1" l1,
        Kl "kl" kl,
    }
}

choices! {
    /// What is done to the input, and not to the target.
    NoiseChoice of choices {
        None "none" no_noise,
        Gaussian "gaussian" gaussian,
        Masking "masking" masking,
        SaltPepper "saltpepper" salt_pepper,
    }
}

choices! {
    OptimiserChoice of choices {
        Sgd "sgd" sgd,
        Momentum "momentum" momentum,
        Adam "adam" adam,
    }
}

choices! {
    /// How many steps the page asks for at a time.
    Speed of choices {
        Slow "slow" slow,
        Normal "normal" normal,
        Fast "fast" fast,
    }
}
