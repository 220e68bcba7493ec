//! What the figures of points have in common: arrows, shaded clouds, axes in the corner.

use super::{Align, Face, Mark, Palette, Rgb, Scene, Viewport};

/// Strokes with a head of two short lines.
pub fn add_arrows(
    scene: &mut Scene,
    view: &Viewport,
    arrows: &[[[f32; 2]; 2]],
    (stroke, opacity, width): (Rgb, f32, f32),
) {
    const HEAD: f32 = 0.3;
    const LONGEST_HEAD: f32 = 7.0;
    let ends = arrows
        .iter()
        .map(|ends| ends.map(|end| view.screen_from_data(end)))
        .flat_map(|[from, to]| {
            let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
            let scale = HEAD.min(LONGEST_HEAD / dx.hypot(dy).max(1e-6));
            let back = [to[0] - scale * dx, to[1] - scale * dy];
            let side = [0.5 * scale * -dy, 0.5 * scale * dx];
            [
                [from, to],
                [[back[0] + side[0], back[1] + side[1]], to],
                [[back[0] - side[0], back[1] - side[1]], to],
            ]
        })
        .collect();
    scene.add(Mark::Segments {
        ends,
        stroke,
        opacity,
        width,
    });
}

/// Samples coloured by a true coordinate, in steps that a canvas fills in one path each.
pub fn add_shaded(
    scene: &mut Scene,
    places: &[[f32; 2]],
    shades: &[f32],
    (radius, opacity): (f32, f32),
    palette: &Palette,
) {
    const STEPS: usize = 12;
    let step = |shade: f32| ((shade * STEPS as f32) as usize).min(STEPS - 1);
    for at in 0..STEPS {
        let centres = places
            .iter()
            .zip(shades)
            .filter(|(_, shade)| step(**shade) == at)
            .map(|(place, _)| *place)
            .collect();
        scene.add(Mark::Dots {
            centres,
            radius,
            fill: palette.ramps.factor.at(at as f32 / (STEPS - 1) as f32),
            opacity,
        });
    }
}

/// A single dot.
pub fn dot(centre: [f32; 2], radius: f32, fill: Rgb) -> Mark {
    Mark::Dots {
        centres: vec![centre],
        radius,
        fill,
        opacity: 1.0,
    }
}

/// A concept's letter, in the teacher's face.
pub fn letter(text: &str, at: [f32; 2], align: Align, fill: Rgb) -> Mark {
    Mark::Text {
        text: text.to_owned(),
        at,
        size: 20.0,
        face: Face::SerifItalic,
        fill,
        align,
    }
}

/// PCA's line across the whole figure, dashed.
pub fn add_pca_line(
    scene: &mut Scene,
    view: &Viewport,
    mean: [f32; 2],
    direction: [f32; 2],
    palette: &Palette,
) {
    let reach = (view.x.high - view.x.low) + (view.y.high - view.y.low);
    let points = [-reach, reach]
        .map(|t| view.screen_from_data([mean[0] + t * direction[0], mean[1] + t * direction[1]]))
        .to_vec();
    scene.add(Mark::Line {
        points,
        stroke: palette.pca,
        width: 2.0,
        dashed: true,
    });
}

/// Short arms in the corner that say which way x₁, x₂ … grow.
pub fn add_corner_axes(
    scene: &mut Scene,
    directions: &[[f32; 2]],
    [_, height]: [f32; 2],
    palette: &Palette,
) {
    const ARM: f32 = 38.0;
    let origin = [8.0, height - 18.0];
    for ([right, up], name) in directions.iter().zip(["x₁", "x₂", "x₃"]) {
        let end = [origin[0] + ARM * right, origin[1] - ARM * up];
        scene.add(Mark::Line {
            points: vec![origin, end],
            stroke: palette.control,
            width: 1.0,
            dashed: false,
        });
        scene.add(Mark::Text {
            text: name.to_owned(),
            at: [end[0] + 10.0 * right - 4.0, end[1] - 9.0 * up + 1.0],
            size: 16.0,
            face: Face::SerifItalic,
            fill: palette.ink2,
            align: Align::Left,
        });
    }
}
