//! How strange an image is to a network: its error beside those of samples that were held out.

use super::axes::{line, text};
use super::{Align, Mark, Palette, Scene, label_place, linear_ticks, tick_label};
use crate::words::words;

const BOTTOM: f32 = 38.0;
const TOP: f32 = 22.0;
/// CSS pixels of a bar.
const BAR: f32 = 7.0;

/// Bars of how often held-out samples have an error, and a line where the image's own is.
pub fn strangeness_scene(
    errors: &[f32],
    own: f32,
    [width, height]: [f32; 2],
    palette: &Palette,
) -> Scene {
    let mut scene = Scene::default();
    let bottom = (height - BOTTOM).max(TOP);
    let most = errors.iter().copied().fold(own, f32::max);
    let high = if most > 0.0 { 1.05 * most } else { 1.0 };
    let x = |error: f32| width * error / high;
    let bars = ((width / BAR) as usize).max(1);
    let mut counts = vec![0_usize; bars];
    for error in errors {
        let bar = (bars as f32 * error / high) as usize;
        counts[bar.min(bars - 1)] += 1;
    }
    let tallest = counts.iter().max().copied().unwrap_or(0).max(1) as f32;
    for (bar, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let tall = (bottom - TOP) * count as f32 / tallest;
        scene.add(Mark::Rectangle {
            corner: [bar as f32 * width / bars as f32, bottom - tall],
            size: [(width / bars as f32 - 1.0).max(0.5), tall],
            fill: palette.error,
        });
    }
    let axis = vec![[0.0, bottom], [width, bottom]];
    scene.add(line(axis, palette.control, 1.0, false));
    for tick in linear_ticks(0.0, f64::from(high), (width / 80.0) as usize) {
        let at = [label_place(x(tick as f32), 8.0, width), bottom + 12.0];
        scene.add(text(tick_label(tick), at, Align::Centre, palette.ink2));
    }
    let title = words().spoil.error_axis.to_owned();
    let at = [0.5 * width, bottom + 29.0];
    scene.add(text(title, at, Align::Centre, palette.ink2));
    scene.add(line(
        vec![[x(own), TOP - 4.0], [x(own), bottom]],
        palette.ink,
        2.5,
        false,
    ));
    let (at, align) = match x(own) > 0.5 * width {
        true => (x(own) - 6.0, Align::Right),
        false => (x(own) + 6.0, Align::Left),
    };
    let name = words().spoil.yours_mark.to_owned();
    scene.add(text(name, [at, 10.0], align, palette.ink));
    scene
}
