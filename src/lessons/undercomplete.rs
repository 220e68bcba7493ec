//! Error against bottleneck size; and one code unit that threads through every training point.

use super::Scene;
use crate::settings::{ActivationChoice, DataSet, Settings};

pub const SCENES: [Scene; 2] = [
    Scene {
        title: "digits, k swept",
        preset: digits,
    },
    Scene {
        title: "one number threads through 12 points",
        preset: twelve_points,
    },
];

fn digits() -> Settings {
    Settings {
        hidden: vec![64],
        k: 1,
        decay: 1e-5,
        ..Settings::preset()
    }
}

fn twelve_points() -> Settings {
    Settings {
        data: DataSet::Cross,
        n: 15,
        scatter: 0.5,
        hidden: vec![64, 64],
        act: ActivationChoice::Tanh,
        k: 1,
        ..Settings::preset()
    }
}
