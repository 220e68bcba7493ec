//! Under each column of images: its error before and after the network as bars, and the gain in dB.

use super::axes::text;
use super::{Align, Mark, Palette, Scene};

/// CSS pixels that bars and numbers take.
pub const GAIN_BARS: f32 = 44.0;
const NUMBER: f32 = 15.0;
const WIDTH: f32 = 13.0;
const GAP: f32 = 3.0;

/// A column's middle, and its error before and after.
pub type Gain = (f32, [f32; 2]);

/// Draws them from a height on; bars share one scale.
pub fn gain_bars(columns: &[Gain], top: f32, palette: &Palette) -> Scene {
    let mut scene = Scene::default();
    let all = columns.iter().flat_map(|(_, errors)| errors).copied();
    let most = all.fold(f32::MIN_POSITIVE, f32::max);
    let room = GAIN_BARS - NUMBER - 4.0;
    for &(middle, errors) in columns {
        let colours = [palette.ink3, palette.error];
        for (side, (error, fill)) in errors.into_iter().zip(colours).enumerate() {
            let tall = (room * error / most).max(1.0);
            let left = middle - WIDTH - 0.5 * GAP + side as f32 * (WIDTH + GAP);
            scene.add(Mark::Rectangle {
                corner: [left, top + room - tall],
                size: [WIDTH, tall],
                fill,
            });
        }
        let gain = 10.0 * (errors[0] / errors[1].max(f32::MIN_POSITIVE)).log10();
        if gain.is_finite() {
            let said = format!("{gain:.1}").replace('-', "−");
            let at = [middle, top + GAIN_BARS - 0.5 * NUMBER];
            scene.add(text(said, at, Align::Centre, palette.ink));
        }
    }
    scene
}
