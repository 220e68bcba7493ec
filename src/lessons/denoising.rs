//! A corrupted input, a clean target: the network learns the way back to the data.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::{ActivationChoice, DataSet, NoiseChoice, Settings};
use crate::words::Text;

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.denoising.gaussian),
        preset: || digits(NoiseChoice::Gaussian),
        text: Text(|w| w.denoising.gaussian_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: Text(|w| w.denoising.masking),
        preset: || digits(NoiseChoice::Masking),
        text: Text(|w| w.denoising.masking_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: Text(|w| w.denoising.spiral),
        preset: spiral,
        text: Text(|w| w.denoising.spiral_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
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
