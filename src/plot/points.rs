//! Points in the plane: the data, PCA's line, the decoder's curve, and what each point becomes.

use super::{Align, Extent, Face, Mark, Palette, Rgb, Scene, Viewport};

/// Room about the data, in parts of their extent.
const PADDING: f32 = 0.12;

/// Everything that the figure shows; coordinates in pairs, one pair per sample.
pub struct PointsFigure<'a> {
    pub x: &'a [f32],
    pub labels: &'a [u8],
    pub n_train: usize,
    /// What each sample becomes; may be empty.
    pub reconstructions: &'a [f32],
    /// The decoder swept over the one code unit; empty where k is not 1.
    pub curve: &'a [f32],
    /// The mean and the first principal direction.
    pub pca: Option<([f32; 2], [f32; 2])>,
    pub marked: Option<usize>,
    /// Where the decoder puts the point under the pointer in the code scatter.
    pub decoded: Option<[f32; 2]>,
}

/// Coordinates in pairs.
pub fn pairs(values: &[f32]) -> impl Iterator<Item = [f32; 2]> + '_ {
    values.chunks_exact(2).map(|pair| [pair[0], pair[1]])
}

fn pair(values: &[f32], i: usize) -> Option<[f32; 2]> {
    values.get(2 * i..2 * i + 2).map(|pair| [pair[0], pair[1]])
}

impl PointsFigure<'_> {
    /// Where the data lie on a canvas of (width, height) CSS pixels.
    pub fn viewport(&self, [width, height]: [f32; 2]) -> Viewport {
        let along = |axis: usize| Extent::of(pairs(self.x).map(|point| point[axis]));
        Viewport::with_equal_aspect(
            along(0).padded(PADDING),
            along(1).padded(PADDING),
            [0.0, 0.0, width, height],
        )
    }

    /// The sample nearest to a place on the canvas.
    pub fn sample_at(&self, size: [f32; 2], place: [f32; 2]) -> Option<usize> {
        self.viewport(size).nearest(place, pairs(self.x), 16.0)
    }

    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let view = self.viewport(size);
        let on_screen = |values: &[f32]| -> Vec<[f32; 2]> {
            pairs(values).map(|p| view.screen_from_data(p)).collect()
        };
        let mut scene = Scene::default();
        self.add_residuals(&mut scene, &view, palette);
        if let Some((mean, direction)) = self.pca {
            add_pca_line(&mut scene, &view, mean, direction, palette);
        }
        self.add_samples(&mut scene, &view, palette);
        if self.curve.is_empty() {
            scene.add(Mark::Dots {
                centres: on_screen(self.reconstructions),
                radius: 2.0,
                fill: palette.reconstruction,
                opacity: 0.9,
            });
        } else {
            scene.add(Mark::Line {
                points: on_screen(self.curve),
                stroke: palette.reconstruction,
                width: 3.0,
                dashed: false,
            });
        }
        self.add_marked(&mut scene, &view, palette);
        if let Some(decoded) = self.decoded {
            let centre = view.screen_from_data(decoded);
            scene.add(dot(centre, 6.5, palette.code));
            scene.add(dot(centre, 5.0, palette.code_fill));
        }
        add_corner_axes(&mut scene, size, palette);
        scene
    }

    fn add_residuals(&self, scene: &mut Scene, view: &Viewport, palette: &Palette) {
        let ends = pairs(self.x)
            .zip(pairs(self.reconstructions))
            .map(|(x, r)| [x, r].map(|p| view.screen_from_data(p)))
            .collect();
        scene.add(Mark::Segments {
            ends,
            stroke: palette.error,
            opacity: 0.35,
            width: 1.0,
        });
    }

    /// Training samples pale, held-out ones dark; one colour per class where there are several.
    fn add_samples(&self, scene: &mut Scene, view: &Viewport, palette: &Palette) {
        let classes = self.labels.iter().max().map_or(1, |&most| most + 1);
        for class in 0..classes {
            let fill = if classes == 1 {
                palette.input
            } else {
                palette.class(class)
            };
            for (rows, radius, opacity) in [
                (0..self.n_train, 2.2, 0.45),
                (self.n_train..self.labels.len(), 2.8, 1.0),
            ] {
                let centres = rows
                    .filter(|&i| self.labels[i] == class)
                    .filter_map(|i| pair(self.x, i))
                    .map(|p| view.screen_from_data(p))
                    .collect();
                scene.add(Mark::Dots {
                    centres,
                    radius,
                    fill,
                    opacity,
                });
            }
        }
    }

    fn add_marked(&self, scene: &mut Scene, view: &Viewport, palette: &Palette) {
        let Some(i) = self.marked else { return };
        let Some(x) = pair(self.x, i).map(|p| view.screen_from_data(p)) else {
            return;
        };
        if let Some(r) = pair(self.reconstructions, i).map(|p| view.screen_from_data(p)) {
            scene.add(Mark::Segments {
                ends: vec![[x, r]],
                stroke: palette.error,
                opacity: 1.0,
                width: 2.5,
            });
            scene.add(dot(r, 5.5, palette.reconstruction));
            if (x[0] - r[0]).hypot(x[1] - r[1]) > 24.0 {
                scene.add(letter(
                    "r",
                    [r[0] - 9.0, r[1] + 8.0],
                    Align::Right,
                    palette.reconstruction,
                ));
            }
        }
        scene.add(dot(x, 4.0, palette.input));
        scene.add(Mark::Ring {
            centre: x,
            radius: 9.5,
            stroke: palette.ink,
            width: 2.0,
        });
        scene.add(letter(
            "x",
            [x[0] + 14.0, x[1] - 4.0],
            Align::Left,
            palette.input,
        ));
    }
}

fn dot(centre: [f32; 2], radius: f32, fill: Rgb) -> Mark {
    Mark::Dots {
        centres: vec![centre],
        radius,
        fill,
        opacity: 1.0,
    }
}

fn letter(text: &str, at: [f32; 2], align: Align, fill: Rgb) -> Mark {
    Mark::Text {
        text: text.to_owned(),
        at,
        size: 20.0,
        face: Face::SerifItalic,
        fill,
        align,
    }
}

fn add_pca_line(
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

/// Two short arms in the corner that say which way x₁ and x₂ grow.
fn add_corner_axes(scene: &mut Scene, [_, height]: [f32; 2], palette: &Palette) {
    let (left, bottom, arm) = (8.0, height - 10.0, 38.0);
    scene.add(Mark::Line {
        points: vec![[left, bottom - arm], [left, bottom], [left + arm, bottom]],
        stroke: palette.control,
        width: 1.0,
        dashed: false,
    });
    for (text, at) in [
        ("x₁", [left + arm + 6.0, bottom + 1.0]),
        ("x₂", [left - 4.0, bottom - arm - 9.0]),
    ] {
        scene.add(Mark::Text {
            text: text.to_owned(),
            at,
            size: 16.0,
            face: Face::SerifItalic,
            fill: palette.ink2,
            align: Align::Left,
        });
    }
}
