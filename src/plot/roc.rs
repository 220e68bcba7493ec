//! The ROC curve: how many of the novel samples are found, against how many false alarms.

use super::{Align, Extent, Face, Mark, Palette, Scene, Viewport, tick_label};
use crate::words::words;

const LEFT: f32 = 40.0;
const BOTTOM: f32 = 36.0;
const TOP: f32 = 10.0;

/// A scene of (width, height) CSS pixels; points row by row: false positive rate, true positive rate;
/// ringed is where the threshold is now.
pub fn roc_scene(
    points: &[f32],
    now: [f32; 2],
    [width, height]: [f32; 2],
    palette: &Palette,
) -> Scene {
    let side = (width - LEFT - 12.0).min(height - TOP - BOTTOM).max(1.0);
    let unit = Extent {
        low: 0.0,
        high: 1.0,
    };
    let view = Viewport::new(unit, unit, [LEFT, TOP, side, side]);
    let line = |from: [f32; 2], to: [f32; 2], dashed| Mark::Line {
        points: vec![view.screen_from_data(from), view.screen_from_data(to)],
        stroke: palette.control,
        width: 1.0,
        dashed,
    };
    let mut scene = Scene::default();
    scene.add(line([0.0, 0.0], [1.0, 0.0], false));
    scene.add(line([0.0, 0.0], [0.0, 1.0], false));
    scene.add(line([0.0, 0.0], [1.0, 1.0], true));
    let text = |text: &str, at, align| Mark::Text {
        text: text.to_owned(),
        at,
        size: 13.0,
        face: Face::Sans,
        fill: palette.ink2,
        align,
    };
    for tick in [0.0, 0.5, 1.0] {
        let label = tick_label(f64::from(tick));
        let [x, y] = view.screen_from_data([tick, tick]);
        scene.add(text(&label, [x, TOP + side + 11.0], Align::Centre));
        scene.add(text(&label, [LEFT - 6.0, y], Align::Right));
    }
    scene.add(text(
        words().plot.false_alarms,
        [LEFT + 0.5 * side, TOP + side + 27.0],
        Align::Centre,
    ));
    scene.add(text(
        words().plot.found,
        [LEFT + 8.0, TOP + 0.3 * side],
        Align::Left,
    ));
    scene.add(Mark::Line {
        points: points
            .chunks_exact(2)
            .map(|point| view.screen_from_data([point[0], point[1]]))
            .collect(),
        stroke: palette.error,
        width: 2.5,
        dashed: false,
    });
    scene.add(Mark::Ring {
        centre: view.screen_from_data(now),
        radius: 7.0,
        stroke: palette.ink,
        width: 2.5,
    });
    scene
}
