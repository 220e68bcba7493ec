//! A corrupted input, a clean target: the network learns the way back to the data.

use super::Scene;
use crate::settings::{ActivationChoice, DataSet, NoiseChoice, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "digits under gaussian noise",
        preset: || digits(NoiseChoice::Gaussian),
    },
    Scene {
        title: "digits with missing pixels",
        preset: || digits(NoiseChoice::Masking),
    },
    Scene {
        title: "the way back to a spiral",
        preset: spiral,
    },
];

fn digits(noise: NoiseChoice) -> Settings {
    Settings {
        hidden: vec![128],
        k: 32,
        noise,
        level: 0.4,
        ..Settings::preset()
    }
}

fn spiral() -> Settings {
    Settings {
        data: DataSet::Spiral,
        n: 2000,
        scatter: 0.0,
        hidden: vec![64],
        act: ActivationChoice::Tanh,
        k: 16,
        code: ActivationChoice::Tanh,
        noise: NoiseChoice::Gaussian,
        level: 0.1,
        ..Settings::preset()
    }
}
