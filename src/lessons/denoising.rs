//! A corrupted input, a clean target: the network learns the way back to the data.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::{ActivationChoice, DataSet, NoiseChoice, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "digits under gaussian noise",
        preset: || digits(NoiseChoice::Gaussian),
        text: "The input is corrupted, the target is clean: the network learns to undo the noise.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: "digits with missing pixels",
        preset: || digits(NoiseChoice::Masking),
        text: "Pixels go missing; what is left must tell the rest.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: "the way back to a spiral",
        preset: spiral,
        text: "Points off the spiral are sent back to it: the arrows are r − x.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
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
