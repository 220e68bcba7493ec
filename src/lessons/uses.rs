//! Anomaly detection and retrieval.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::{DataSet, Settings};

pub const SCENES: [Scene; 2] = [
    Scene {
        title: "which heartbeats are not normal",
        preset: heartbeats,
        text: "Trained on normal heartbeats alone, it rebuilds the abnormal ones badly, and so finds them.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: "digits like this one",
        preset: retrieval,
        text: "Images with a like code look alike: the nearest codes are a search engine.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
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
