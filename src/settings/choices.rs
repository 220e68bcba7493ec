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

choices! {
    /// What the autoencoder learns from.
    DataSet {
        Line "line" "line",
        Blobs "blobs" "blobs",
        Circle "circle" "circle",
        Moons "moons" "moons",
        Spiral "spiral" "spiral",
        Digits "digits" "digits",
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

/// What one sample is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A point with so many coordinates.
    Point(usize),
    /// A grey image; pixels run row by row, 0 is paper and 1 is ink.
    Image { width: usize, height: usize },
}

impl Shape {
    /// d, the number of features.
    pub fn features(self) -> usize {
        match self {
            Self::Point(coordinates) => coordinates,
            Self::Image { width, height } => width * height,
        }
    }
}

impl DataSet {
    pub fn shape(self) -> Shape {
        match self {
            Self::Digits => Shape::Image {
                width: 8,
                height: 8,
            },
            _ => Shape::Point(2),
        }
    }

    pub fn is_images(self) -> bool {
        matches!(self.shape(), Shape::Image { .. })
    }

    /// The most samples there are (images) or that are drawn (points).
    pub fn most_samples(self) -> u32 {
        match self {
            Self::Digits => 1797,
            _ => 2000,
        }
    }

    pub fn default_samples(self) -> u32 {
        match self {
            Self::Digits => self.most_samples(),
            _ => 500,
        }
    }

    /// The most code units the page offers for it.
    pub fn most_codes(self) -> u32 {
        if self.is_images() { 128 } else { 16 }
    }
}
