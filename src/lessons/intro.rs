//! An image goes in, squeezes through k numbers, comes out.

use super::Scene;
use crate::settings::{ActivationChoice, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "digits through 8 numbers",
        preset: Settings::preset,
    },
    Scene {
        title: "no bottleneck: as many numbers as pixels",
        preset: || linear(64),
    },
    Scene {
        title: "a bottleneck of 8, all linear",
        preset: || linear(8),
    },
];

fn linear(k: u32) -> Settings {
    Settings {
        hidden: Vec::new(),
        k,
        code: ActivationChoice::Linear,
        ..Settings::preset()
    }
}
