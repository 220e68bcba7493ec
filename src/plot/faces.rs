//! Sensitive against insensitive: each sample's error over how far its code moves when it is shaken, of
//! two networks.

use super::axes::{ErrorAxis, line, text};
use super::marks::dot;
use super::{Align, Mark, Palette, Rgb, Scene, linear_ticks, tick_label};
use crate::words::words;

const LEFT: f32 = 56.0;
const RIGHT: f32 = 104.0;
const TOP: f32 = 14.0;
const BOTTOM: f32 = 40.0;

/// A network: rows of movement and error, and the mean of both.
pub type Sensitivity = (Vec<[f32; 2]>, [f32; 2]);

/// This network's row, or the other's, of a snapshot's faces; `None` where it is not there.
pub fn sensitivity(rows: &[f32], is_other: bool) -> Option<Sensitivity> {
    let first = if is_other { 2 } else { 0 };
    let pairs = rows.chunks_exact(4).map(|row| [row[first], row[first + 1]]);
    let pairs: Vec<[f32; 2]> = pairs
        .filter(|pair| pair.iter().all(|v| v.is_finite()))
        .collect();
    let count = pairs.len() as f32;
    let mean = [0, 1].map(|column| pairs.iter().map(|pair| pair[column]).sum::<f32>() / count);
    (!pairs.is_empty()).then_some((pairs, mean))
}

/// This network, and the one without regularisers where it is there.
pub fn faces_scene(
    own: &Sensitivity,
    other: Option<&Sensitivity>,
    [width, height]: [f32; 2],
    palette: &Palette,
) -> Scene {
    let mut scene = Scene::default();
    let all = || own.0.iter().chain(other.iter().flat_map(|other| &other.0));
    let most = all().map(|pair| pair[0]).fold(f32::MIN_POSITIVE, f32::max);
    let errors = || all().map(|pair| f64::from(pair[1])).filter(|e| *e > 0.0);
    let high = errors().fold(f64::MIN_POSITIVE, f64::max);
    let axis = ErrorAxis {
        left: LEFT,
        right: width - RIGHT,
        top: TOP,
        bottom: height - BOTTOM,
        low: 0.8 * errors().fold(0.9 * high, f64::min),
        high: 1.1 * high,
    };
    axis.add_to(&mut scene, palette);
    let x = |moved: f32| axis.left + (axis.right - axis.left) * moved / (1.05 * most);
    for moved in linear_ticks(0.0, f64::from(most), 5) {
        axis.add_tick(&mut scene, x(moved as f32), tick_label(moved), palette);
    }
    axis.add_title(&mut scene, words().plot.code_moves, palette);
    let place = |pair: &[f32; 2]| [x(pair[0]), axis.y(pair[1].into())];
    let mut names: Vec<(f32, &str, Rgb)> = Vec::new();
    let networks = [
        (other, palette.ink3, words().plot.unregularised),
        (Some(own), palette.reconstruction, words().plot.denoising),
    ];
    for (face, fill, name) in networks {
        let Some((pairs, mean)) = face else { continue };
        scene.add(Mark::Dots {
            centres: pairs.iter().map(place).collect(),
            radius: 2.2,
            fill,
            opacity: 0.55,
        });
        let centre = place(mean);
        let cross = vec![[axis.left, centre[1]], centre, [centre[0], axis.bottom]];
        scene.add(line(cross, fill, 1.0, true));
        names.push((centre[1], name, fill));
    }
    for (face, fill, _) in networks {
        if let Some((_, mean)) = face {
            scene.add(dot(place(mean), 7.5, palette.paper));
            scene.add(dot(place(mean), 6.0, fill));
        }
    }
    // Where there is room beside the samples.
    const WIDE: f32 = 480.0;
    let at = [axis.left + 8.0, axis.bottom - 10.0];
    let best = words().plot.both_good.to_owned();
    if width >= WIDE {
        scene.add(text(best, at, Align::Left, palette.ink2));
    }
    axis.add_names(&mut scene, names);
    scene
}
