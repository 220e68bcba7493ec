//! Under each column of images: its errors before and after the networks as bars, and the gain in dB.

use super::axes::text;
use super::{Align, Mark, Palette, Rgb, Scene};
use crate::words::written;

/// CSS pixels that bars and numbers take.
pub const GAIN_BARS: f32 = 44.0;
const NUMBER: f32 = 15.0;
const WIDTH: f32 = 11.0;
const GAP: f32 = 2.0;

/// A column's middle, and its error before, after, and after the network trained without noise, where
/// there is one.
pub type Gain = (f32, [Option<f32>; 3]);

/// Draws them from a height on; bars share one scale.
pub fn gain_bars(columns: &[Gain], top: f32, palette: &Palette) -> Scene {
    let mut scene = Scene::default();
    let all = columns
        .iter()
        .flat_map(|(_, errors)| errors)
        .flatten()
        .copied();
    let most = all.fold(f32::MIN_POSITIVE, f32::max);
    let room = GAIN_BARS - NUMBER - 4.0;
    for &(middle, errors) in columns {
        let colours = [palette.ink3, palette.error, palette.ink2];
        let bars = errors.into_iter().zip(colours);
        let bars: Vec<(f32, Rgb)> = bars
            .filter_map(|(error, fill)| Some((error?, fill)))
            .collect();
        let width = bars.len() as f32 * (WIDTH + GAP) - GAP;
        for (side, &(error, fill)) in bars.iter().enumerate() {
            let tall = (room * error / most).max(1.0);
            let left = middle - 0.5 * width + side as f32 * (WIDTH + GAP);
            scene.add(Mark::Rectangle {
                corner: [left, top + room - tall],
                size: [WIDTH, tall],
                fill,
            });
        }
        let [before, after, _] = errors.map(|error| error.unwrap_or(f32::NAN));
        let gain = 10.0 * (before / after.max(f32::MIN_POSITIVE)).log10();
        if gain.is_finite() {
            let said = written(gain.into(), 1);
            let at = [middle, top + GAIN_BARS - 0.5 * NUMBER];
            scene.add(text(said, at, Align::Centre, palette.ink));
        }
    }
    scene
}
