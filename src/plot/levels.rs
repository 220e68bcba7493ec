//! Error at every level of noise: doing nothing, PCA, the network trained without corruption and the one
//! trained with it.

use super::axes::{add_names, line, text};
use super::marks::dot;
use super::{Align, Mark, Palette, Rgb, Scene, linear_ticks, tick_label};
use crate::words::{self, words};

/// The width of a letter of a label.
const LETTER: f32 = 7.0;
const LEFT: f32 = 52.0;
const RIGHT: f32 = 150.0;
const TOP: f32 = 14.0;
const BOTTOM: f32 = 40.0;
/// Less is a phone: there is no room for words over the ring, but under the names, where those leave some.
const WIDE: f32 = 520.0;
const TALL: f32 = 150.0;
/// Errors this many times the best one's largest are cut off: doing nothing soon goes through the roof.
const ROOF: f32 = 3.0;

/// One level: itself, and the error of doing nothing, of PCA, of the plain network and of this one; NaN
/// where there is none.
pub type LevelErrors = [f32; 5];

pub struct LevelsFigure<'a> {
    /// By level.
    pub levels: &'a [LevelErrors],
    /// The level trained at.
    pub trained: f32,
}

struct Curve {
    name: words::Text,
    column: usize,
    colour: fn(&Palette) -> Rgb,
    dashed: bool,
    width: f32,
}

const CURVES: [Curve; 4] = [
    Curve {
        name: words::Text(|w| w.plot.do_nothing),
        column: 1,
        colour: |palette| palette.input,
        dashed: false,
        width: 1.75,
    },
    Curve {
        name: words::Text(|w| w.plot.pca),
        column: 2,
        colour: |palette| palette.pca,
        dashed: true,
        width: 1.75,
    },
    Curve {
        name: words::Text(|w| w.plot.plain),
        column: 3,
        colour: |palette| palette.ink2,
        dashed: true,
        width: 1.75,
    },
    Curve {
        name: words::Text(|w| w.plot.denoising),
        column: 4,
        colour: |palette| palette.reconstruction,
        dashed: false,
        width: 2.75,
    },
];

impl LevelsFigure<'_> {
    /// The largest level, and the error at the top.
    fn ends(&self) -> [f32; 2] {
        let most = |column: usize| {
            let values = self.levels.iter().map(|row| row[column]);
            values.filter(|v| v.is_finite()).fold(0.0, f32::max)
        };
        let own = most(4);
        let all = [1, 2, 3, 4].map(most).into_iter().fold(0.0, f32::max);
        [most(0), all.min(ROOF * own).max(f32::MIN_POSITIVE)]
    }

    /// The level and the error at which doing nothing and this network are even, where there is one:
    /// below it, denoising does harm.
    pub fn break_even(&self) -> Option<[f32; 2]> {
        self.levels.windows(2).find_map(|pair| {
            let harm = |row: &LevelErrors| row[4] - row[1];
            let (before, after) = (harm(&pair[0]), harm(&pair[1]));
            (before > 0.0 && after <= 0.0).then(|| {
                let part = before / (before - after);
                let between =
                    |column: usize| pair[0][column] + part * (pair[1][column] - pair[0][column]);
                [between(0), between(4)]
            })
        })
    }

    fn place(&self, [level, error]: [f32; 2], [width, height]: [f32; 2]) -> [f32; 2] {
        let [last, high] = self.ends();
        [
            LEFT + (width - LEFT - RIGHT) * level / last.max(f32::MIN_POSITIVE),
            height - BOTTOM - (height - TOP - BOTTOM) * (error / high).min(1.0),
        ]
    }

    /// The level at a place on the canvas, if it is within the chart.
    pub fn level_at(&self, [width, height]: [f32; 2], [x, y]: [f32; 2]) -> Option<f32> {
        let part = (x - LEFT) / (width - LEFT - RIGHT).max(1.0);
        let is_in = (-0.03..=1.03).contains(&part) && (0.0..=height).contains(&y);
        is_in.then(|| part.clamp(0.0, 1.0) * self.ends()[0])
    }

    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        if self.levels.len() < 2 {
            return scene;
        }
        self.add_axes(&mut scene, size, palette);
        let [_, high] = self.ends();
        let mut names: Vec<(f32, &str, Rgb)> = Vec::new();
        for curve in &CURVES {
            let colour = (curve.colour)(palette);
            let mut path: Vec<[f32; 2]> = Vec::new();
            for pair in self.levels.windows(2) {
                let [from, to] = [pair[0], pair[1]].map(|row| [row[0], row[curve.column]]);
                if !from[1].is_finite() || !to[1].is_finite() {
                    continue;
                }
                if path.is_empty() {
                    path.push(self.place(from, size));
                }
                if from[1] > high {
                    break;
                }
                // Up to the roof and no further.
                let part = ((high - from[1]) / (to[1] - from[1])).clamp(0.0, 1.0);
                let end = match to[1] > high {
                    true => [from[0] + part * (to[0] - from[0]), high],
                    false => to,
                };
                path.push(self.place(end, size));
            }
            let Some(&end) = path.last() else { continue };
            names.push((end[1], curve.name.get(), colour));
            scene.add(Mark::Line {
                points: path,
                stroke: colour,
                width: curve.width,
                dashed: curve.dashed,
            });
        }
        self.add_trained(&mut scene, size, palette);
        if let Some(even) = self.break_even() {
            let centre = self.place(even, size);
            scene.add(Mark::Ring {
                centre,
                radius: 6.0,
                stroke: palette.ink,
                width: 2.0,
            });
            let (first, second) = (words().plot.below(even[0]), words().plot.harm.to_owned());
            // Over the ring there is room: doing nothing is worse only further right.
            let (x, top, align) = match size[0] >= WIDE || size[1] < TALL {
                true => {
                    let top = (centre[1] - 64.0).max(TOP + 8.0);
                    let leader = vec![[centre[0], top + 26.0], [centre[0], centre[1] - 6.0]];
                    scene.add(line(leader, palette.ink2, 1.0, false));
                    (centre[0].max(LEFT + 40.0), top, Align::Centre)
                }
                false => (size[0] - RIGHT + 10.0, size[1] - BOTTOM - 16.0, Align::Left),
            };
            // The level that was trained at may run through it.
            let wide = LETTER * first.chars().count().max(second.chars().count()) as f32;
            let left = if align == Align::Centre {
                x - 0.5 * wide
            } else {
                x
            };
            scene.add(Mark::Rectangle {
                corner: [left, top - 9.0],
                size: [wide, 34.0],
                fill: palette.paper,
            });
            scene.add(text(first, [x, top], align, palette.ink2));
            scene.add(text(second, [x, top + 16.0], align, palette.ink2));
        }
        add_names(
            &mut scene,
            names,
            size[0] - RIGHT + 10.0,
            [TOP, size[1] - BOTTOM],
        );
        scene
    }

    fn add_axes(&self, scene: &mut Scene, size: [f32; 2], palette: &Palette) {
        let [last, high] = self.ends();
        let right = size[0] - RIGHT;
        for error in linear_ticks(0.0, f64::from(high), 4) {
            let [_, y] = self.place([0.0, error as f32], size);
            scene.add(line(vec![[LEFT, y], [right, y]], palette.grid, 1.0, false));
            let at = [LEFT - 8.0, y];
            scene.add(text(tick_label(error), at, Align::Right, palette.ink2));
        }
        let bottom = size[1] - BOTTOM;
        scene.add(line(
            vec![[LEFT, bottom], [right, bottom]],
            palette.control,
            1.0,
            false,
        ));
        for level in linear_ticks(0.0, f64::from(last), 5) {
            let [x, _] = self.place([level as f32, 0.0], size);
            scene.add(line(
                vec![[x, bottom], [x, bottom + 4.0]],
                palette.control,
                1.0,
                false,
            ));
            let at = [x, bottom + 14.0];
            scene.add(text(tick_label(level), at, Align::Centre, palette.ink2));
        }
        let at = [0.5 * (LEFT + right), bottom + 30.0];
        let name = words().plot.noise_level.to_owned();
        scene.add(text(name, at, Align::Centre, palette.ink2));
    }

    /// A line at the level trained at, with a dot on every curve.
    fn add_trained(&self, scene: &mut Scene, size: [f32; 2], palette: &Palette) {
        let near = |row: &&LevelErrors| (row[0] - self.trained).abs() < 1e-4;
        let Some(row) = self.levels.iter().find(near) else {
            return;
        };
        let [x, bottom] = self.place([row[0], 0.0], size);
        scene.add(line(vec![[x, TOP], [x, bottom]], palette.ink, 1.5, false));
        scene.add(dot([x, TOP], 5.0, palette.ink));
        let [_, high] = self.ends();
        for curve in &CURVES {
            let error = row[curve.column];
            if error.is_finite() && error <= high {
                let centre = self.place([row[0], error], size);
                scene.add(dot(centre, 4.0, (curve.colour)(palette)));
            }
        }
    }
}
