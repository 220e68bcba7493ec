//! Points in the plane: the data, PCA's line, the decoder's curve, and what each point becomes.

use super::flow::{add_flow, add_trails};
use super::marks::{add_arrows, add_corner_axes, add_pca_line, add_shaded, dot, letter};
use super::{Align, Extent, Mark, Palette, Scene, Viewport};

/// Up to so many samples are drawn larger, and over the curve.
const FEW: usize = 60;
const LARGER: f32 = 2.0;
/// Room about the data, in parts of their extent.
const PADDING: f32 = 0.12;
/// More corrupted inputs than this would cover the figure.
const MOST_ARROWS: usize = 100;

/// Everything that the figure shows; coordinates in pairs, one pair per sample.
pub struct PointsFigure<'a> {
    pub x: &'a [f32],
    /// Which way each coordinate of the data grows on the figure.
    pub directions: Vec<[f32; 2]>,
    pub labels: &'a [u8],
    pub n_train: usize,
    /// A true coordinate 0 … 1 for each sample, by which it is coloured; or empty.
    pub shades: Vec<f32>,
    /// What the network sees of each sample, where that is corrupted; or empty.
    pub inputs: &'a [f32],
    /// Where the network would move places of the plane: x₁, x₂ and the way from there; or empty.
    pub field: &'a [f32],
    /// The true field beside it, in rows like the field's; or empty.
    pub score: &'a [f32],
    /// Particles' places after each pass, row by row, and how many numbers a row has.
    pub trails: (&'a [f32], usize),
    /// How many passes of each are shown.
    pub ages: &'a [usize],
    /// What each sample becomes; may be empty.
    pub reconstructions: &'a [f32],
    /// The decoder swept over the one code unit; empty where k is not 1.
    pub curve: &'a [f32],
    /// The mean and the first principal direction.
    pub pca: Option<([f32; 2], [f32; 2])>,
    pub marked: Option<usize>,
    /// Where the data lie on the canvas, while they must stay there.
    pub held: Option<Viewport>,
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
        if let Some(held) = self.held {
            return held;
        }
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

    /// The sample next to one in a direction of the screen, (right, down): near, and not far aside.
    pub fn beside(&self, sample: usize, direction: [f32; 2]) -> Option<usize> {
        let from = pair(self.x, sample)?;
        let cost = |[x, y]: [f32; 2]| {
            let way = [x - from[0], from[1] - y];
            let along = way[0] * direction[0] + way[1] * direction[1];
            let aside = (way[0] * direction[1] - way[1] * direction[0]).abs();
            (along > 0.0).then_some(along + 2.0 * aside)
        };
        let costs = pairs(self.x).enumerate();
        let costs = costs.filter_map(|(i, point)| Some((i, cost(point)?)));
        costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
    }

    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let view = self.viewport(size);
        let on_screen = |values: &[f32]| -> Vec<[f32; 2]> {
            pairs(values).map(|p| view.screen_from_data(p)).collect()
        };
        let mut scene = Scene::default();
        self.add_field(&mut scene, &view, palette);
        if self.inputs.is_empty() {
            self.add_residuals(&mut scene, &view, palette);
        }
        if let Some((mean, direction)) = self.pca {
            add_pca_line(&mut scene, &view, mean, direction, palette);
        }
        if self.shades.is_empty() {
            if !self.is_few() {
                self.add_samples(&mut scene, &view, palette);
            }
        } else {
            add_shaded(
                &mut scene,
                &on_screen(self.x),
                &self.shades,
                (2.6, 0.85),
                palette,
            );
        }
        self.add_ways_back(&mut scene, &view, palette);
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
        // A handful of points is what the picture is about: the curve does not hide them.
        if self.shades.is_empty() && self.is_few() {
            self.add_samples(&mut scene, &view, palette);
        }
        add_trails(&mut scene, &view, (self.trails, self.ages), palette);
        self.add_marked(&mut scene, &view, palette);
        if let Some(decoded) = self.decoded {
            let centre = view.screen_from_data(decoded);
            scene.add(dot(centre, 6.5, palette.code));
            scene.add(dot(centre, 5.0, palette.code_fill));
        }
        add_corner_axes(&mut scene, &self.directions, size, palette);
        scene
    }

    fn is_few(&self) -> bool {
        self.labels.len() <= FEW
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

    /// Lines along the way that the network would move places of the plane, and the true ones.
    fn add_field(&self, scene: &mut Scene, view: &Viewport, palette: &Palette) {
        add_flow(scene, view, self.field, palette.reconstruction);
        add_flow(scene, view, self.score, palette.ink);
    }

    /// From held-out corrupted inputs to what becomes of them.
    fn add_ways_back(&self, scene: &mut Scene, view: &Viewport, palette: &Palette) {
        let arrows: Vec<[[f32; 2]; 2]> = pairs(self.inputs)
            .zip(pairs(self.reconstructions))
            .skip(self.n_train)
            .take(MOST_ARROWS)
            .map(|(from, to)| [from, to])
            .collect();
        scene.add(Mark::Dots {
            centres: arrows.iter().map(|a| view.screen_from_data(a[0])).collect(),
            radius: 2.4,
            fill: palette.ink3,
            opacity: 0.9,
        });
        add_arrows(scene, view, &arrows, (palette.reconstruction, 0.8, 1.5));
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
            ]
            .map(|(rows, radius, opacity)| match self.is_few() {
                true => (rows, LARGER * radius, f32::max(opacity, 0.75)),
                false => (rows, radius, opacity),
            }) {
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
