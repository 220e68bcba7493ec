//! Anomaly detection and retrieval.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::{DataSet, Settings};
use crate::words::Text;

pub const SCENES: [Scene; 2] = [
    Scene {
        title: Text(|w| w.uses.heartbeats),
        preset: heartbeats,
        text: Text(|w| w.uses.heartbeats_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: Text(|w| w.uses.retrieval),
        preset: retrieval,
        text: Text(|w| w.uses.retrieval_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
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
