//! Signals over time, one line per kind, on one scale.

use super::{Extent, Mark, Rgb, Scene, Viewport};

const PADDING: f32 = 0.08;

/// A signal and how it is drawn.
pub struct Trace<'a> {
    pub values: &'a [f32],
    pub stroke: Rgb,
    pub width: f32,
    pub dashed: bool,
}

/// Draws signals into an area (left, top, width, height) of a scene.
pub fn add_signals(scene: &mut Scene, traces: &[Trace], range: Extent, area: [f32; 4]) {
    for trace in traces {
        let length = trace.values.len().saturating_sub(1).max(1) as f32;
        let across = Extent {
            low: 0.0,
            high: length,
        };
        let view = Viewport::new(across, range.padded(PADDING), area);
        scene.add(Mark::Line {
            points: trace
                .values
                .iter()
                .enumerate()
                .map(|(i, &value)| view.screen_from_data([i as f32, value]))
                .collect(),
            stroke: trace.stroke,
            width: trace.width,
            dashed: trace.dashed,
        });
    }
}
