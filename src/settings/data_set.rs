//! What the other knobs must know of a data set.

use serde::{Deserialize, Serialize};

use super::{DataSet, Settings};

/// What one sample is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A point with so many coordinates.
    Point(usize),
    /// A grey image; pixels run row by row, 0 is paper and 1 is ink.
    Image { width: usize, height: usize },
    /// So many values of a signal, one after another in time.
    Signal(usize),
}

impl Shape {
    const fn square(side: usize) -> Self {
        Self::Image {
            width: side,
            height: side,
        }
    }

    /// d, the number of features.
    pub fn features(self) -> usize {
        match self {
            Self::Point(coordinates) => coordinates,
            Self::Image { width, height } => width * height,
            Self::Signal(length) => length,
        }
    }

    /// The most code units the page offers for it.
    pub fn most_codes(self) -> u32 {
        match self {
            Self::Point(_) => 16,
            Self::Image { .. } | Self::Signal(_) => 128,
        }
    }
}

/// What the other knobs must know of a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits {
    pub shape: Shape,
    /// Whether every feature lies in 0 … 1, as cross-entropy needs it.
    pub is_unit_range: bool,
    /// The most samples there are (files) or that are drawn (formulas).
    pub most_samples: u32,
    pub default_samples: u32,
}

impl Traits {
    pub fn is_points(&self) -> bool {
        matches!(self.shape, Shape::Point(_))
    }
}

impl DataSet {
    /// `None` for the user's own samples: the settings know those.
    pub fn traits(self) -> Option<Traits> {
        let shape = match self {
            Self::Line | Self::Blobs | Self::Circle | Self::Moons | Self::Spiral | Self::Cross => {
                Shape::Point(2)
            }
            Self::SCurve | Self::SwissRoll => Shape::Point(3),
            Self::Digits | Self::Bars => Shape::square(8),
            Self::Mnist | Self::Fashion => Shape::square(28),
            Self::Balls | Self::Patches => Shape::square(12),
            Self::Ecg => Shape::Signal(120),
            Self::Own => return None,
        };
        let is_points = matches!(shape, Shape::Point(_));
        let most_samples = match self {
            Self::Digits => 1797,
            Self::Mnist | Self::Fashion => 5000,
            Self::Patches => 6000,
            Self::Ecg => 1987,
            _ => 2000,
        };
        Some(Traits {
            shape,
            is_unit_range: !is_points && !matches!(self, Self::Patches | Self::Ecg),
            most_samples,
            default_samples: match self {
                Self::Mnist | Self::Fashion | Self::Bars | Self::Balls => 2000,
                _ if is_points => 500,
                _ => most_samples,
            },
        })
    }

    /// How many samples an experiment begins with.
    pub fn default_samples(self) -> u32 {
        self.traits().map_or(0, |traits| traits.default_samples)
    }
}

impl Settings {
    /// What the chosen data set is like.
    pub fn traits(&self) -> Traits {
        self.data.traits().unwrap_or(self.own.unwrap_or(NOTHING))
    }
}

/// Own samples that nobody has brought.
const NOTHING: Traits = Traits {
    shape: Shape::Point(2),
    is_unit_range: false,
    most_samples: 0,
    default_samples: 0,
};
