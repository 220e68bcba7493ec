use super::{Align, Face, Mark, Palette, Scene};
use crate::words::written;

/// Under the bars, for the axis.
const BOTTOM: f32 = 20.0;

/// How often a value lies in each of the equal parts of a range: bars whose heights are the square
/// roots of the counts, so that the few stand out beside the many.
pub fn histogram_scene(
    counts: &[u32],
    [low, high]: [f32; 2],
    [width, height]: [f32; 2],
    palette: &Palette,
) -> Scene {
    let mut scene = Scene::default();
    let bottom = height - BOTTOM;
    let most = counts.iter().max().copied().unwrap_or(0).max(1) as f32;
    let step = width / counts.len().max(1) as f32;
    for (i, &count) in counts.iter().enumerate() {
        let tall = (bottom - 2.0) * (count as f32 / most).sqrt();
        scene.add(Mark::Rectangle {
            corner: [i as f32 * step, bottom - tall],
            size: [(step - 1.0).max(0.5), tall],
            fill: palette.code_fill,
        });
    }
    scene.add(Mark::Line {
        points: vec![[0.0, bottom], [width, bottom]],
        stroke: palette.control,
        width: 1.0,
        dashed: false,
    });
    let ends = [(low, 0.0, Align::Left), (high, width, Align::Right)];
    for (value, x, align) in ends {
        scene.add(Mark::Text {
            text: written(value.into(), 2),
            at: [x, bottom + 0.5 * BOTTOM],
            size: 13.0,
            face: Face::Sans,
            fill: palette.ink2,
            align,
        });
    }
    scene
}
