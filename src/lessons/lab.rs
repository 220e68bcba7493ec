//! Everything at once, every control.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::Settings;

pub const SCENES: [Scene; 1] = [Scene {
    title: "digits through 2 numbers",
    preset: || Settings {
        k: 2,
        ..Settings::preset()
    },
    text: "Every control and every picture. Nothing here is a lesson.",
    question: None,
    try_this: "Drag *k* while it learns.",
    goals: &[],
    caption: plain_caption,
}];
