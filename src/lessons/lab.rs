//! Everything at once, every control.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::Settings;
use crate::words::Text;

pub const SCENES: [Scene; 1] = [Scene {
    title: Text(|w| w.lab.digits),
    preset: || Settings {
        k: 2,
        ..Settings::preset()
    },
    text: Text(|w| w.lab.digits_text),
    question: None,
    try_this: Text(|w| w.lab.digits_try),
    goals: &[],
    caption: plain_caption,
}];
