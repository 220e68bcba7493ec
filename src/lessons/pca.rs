//! A linear autoencoder lands on PCA; a nonlinear one bends round the data.

use super::Scene;
use crate::settings::{ActivationChoice, DataSet, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "points along a line, all linear",
        preset: line,
    },
    Scene {
        title: "digits through 2 numbers, all linear",
        preset: digits,
    },
    Scene {
        title: "a circle, with bends",
        preset: circle,
    },
];

fn line() -> Settings {
    Settings {
        data: DataSet::Line,
        n: 500,
        hidden: Vec::new(),
        k: 1,
        lr: 0.01,
        batch: 512,
        ..Settings::preset()
    }
}

fn digits() -> Settings {
    Settings {
        hidden: Vec::new(),
        k: 2,
        lr: 0.01,
        batch: 256,
        ..Settings::preset()
    }
}

fn circle() -> Settings {
    Settings {
        data: DataSet::Circle,
        n: 2000,
        hidden: vec![32, 32],
        act: ActivationChoice::Tanh,
        k: 1,
        batch: 256,
        ..Settings::preset()
    }
}
