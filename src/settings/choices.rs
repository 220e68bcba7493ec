//! The knobs that are a choice among names.

use serde::{Deserialize, Serialize};

/// An enumeration whose variants have a link value and a label, in the order of the menu.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $key:literal $label:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// (link value, label), in the order of [`Self::ALL`].
            pub const OPTIONS: &'static [(&'static str, &'static str)] = &[$(($key, $label)),+];

            /// The value in a link.
            pub fn key(self) -> &'static str {
                Self::OPTIONS[self as usize].0
            }

            pub fn label(self) -> &'static str {
                Self::OPTIONS[self as usize].1
            }
        }
    };
}
pub(crate) use choices;

choices! {
    /// What the autoencoder learns from.
    DataSet {
        Line "line" "line",
        Blobs "blobs" "blobs",
        Circle "circle" "circle",
        Moons "moons" "moons",
        Spiral "spiral" "spiral",
        Cross "cross" "cross",
        SCurve "scurve" "S curve",
        SwissRoll "swissroll" "Swiss roll",
        Digits "digits" "digits",
        Mnist "mnist" "MNIST",
        Fashion "fashion" "fashion",
        Bars "bars" "bars",
        Balls "balls" "balls",
        Patches "patches" "patches",
        Ecg "ecg" "heartbeats",
    }
}

choices! {
    ActivationChoice {
        Linear "linear" "linear",
        Relu "relu" "ReLU",
        Tanh "tanh" "tanh",
        Sigmoid "sigmoid" "sigmoid",
    }
}

choices! {
    /// A knob that is off or on.
    Switch {
        Off "0" "off",
        On "1" "on",
    }
}

choices! {
    LossChoice {
        Mse "mse" "squared error",
        Bce "bce" "cross-entropy",
    }
}

choices! {
    PenaltyChoice {
        None "none" "none",
        L1 "l1" "L1",
        Kl "kl" "KL",
    }
}

choices! {
    /// What is done to the input, and not to the target.
    NoiseChoice {
        None "none" "none",
        Gaussian "gaussian" "gaussian",
        Masking "masking" "masking",
        SaltPepper "saltpepper" "salt & pepper",
    }
}

choices! {
    OptimiserChoice {
        Sgd "sgd" "SGD",
        Momentum "momentum" "momentum",
        Adam "adam" "Adam",
    }
}

choices! {
    /// How many steps the page asks for at a time.
    Speed {
        Slow "slow" "slow",
        Normal "normal" "normal",
        Fast "fast" "fast",
    }
}
