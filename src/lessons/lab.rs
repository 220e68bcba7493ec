//! Everything at once, every control.

use super::Scene;
use crate::settings::Settings;

pub const SCENES: [Scene; 1] = [Scene {
    title: "digits through 2 numbers",
    preset: || Settings {
        k: 2,
        ..Settings::preset()
    },
}];
