//! Anomaly detection and retrieval.

use super::Scene;
use crate::settings::{DataSet, Settings};

pub const SCENES: [Scene; 2] = [
    Scene {
        title: "which heartbeats are not normal",
        preset: heartbeats,
    },
    Scene {
        title: "digits like this one",
        preset: retrieval,
    },
];

fn heartbeats() -> Settings {
    Settings {
        data: DataSet::Ecg,
        n: DataSet::Ecg.default_samples(),
        hidden: vec![32],
        k: 4,
        ..Settings::preset()
    }
}

fn retrieval() -> Settings {
    Settings {
        hidden: vec![128, 64],
        k: 2,
        ..Settings::preset()
    }
}
