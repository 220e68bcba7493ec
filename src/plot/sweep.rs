//! Error against bottleneck size, on logarithmic axes, with room to draw a guess into.

use super::axes::{ErrorAxis, line};
use super::marks::dot;
use super::{Palette, Rgb, Scene};
use crate::words::words;

const LEFT: f32 = 52.0;
const RIGHT: f32 = 84.0;
const TOP: f32 = 12.0;
const BOTTOM: f32 = 40.0;
/// k = 1, 2, 4 … are named.
const NAMED: [u32; 6] = [1, 2, 4, 8, 16, 32];

/// Errors at the same bottleneck size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KErrors {
    pub k: u32,
    pub train: f64,
    pub held_out: f64,
}

pub struct SweepFigure<'a> {
    pub most_k: u32,
    /// PCA's held-out error at k = 1, 2, …
    pub pca: &'a [f64],
    pub swept: &'a [KErrors],
    /// What was guessed: (k, error).
    pub guess: &'a [(u32, f64)],
    /// The present bottleneck size.
    pub k: u32,
    /// Whether PCA and the outcome are shown, or the chart waits for a guess.
    pub is_open: bool,
    /// The error of doing nothing but the mean: the chart's top.
    pub variance: f64,
}

impl SweepFigure<'_> {
    fn range(&self) -> [f64; 2] {
        let high = 1.3 * self.variance;
        let least = self.drawn_pca().last().unwrap_or(high / 100.0);
        let swept = self
            .swept
            .iter()
            .map(|point| point.train.min(point.held_out));
        let low = swept.filter(|e| *e > 0.0).fold(least, f64::min);
        [(0.6 * low).max(1e-6 * high), high]
    }

    /// PCA's errors up to the k at which it copies everything.
    fn drawn_pca(&self) -> impl Iterator<Item = f64> {
        let shown = self.pca.iter().take(self.most_k as usize);
        shown.copied().take_while(|error| *error > 0.0)
    }

    fn x(&self, k: f64, [width, _]: [f32; 2]) -> f32 {
        let part = k.max(1.0).ln() / f64::from(self.most_k.max(2)).ln();
        LEFT + (width - LEFT - RIGHT) * part as f32
    }

    fn axis(&self, [width, height]: [f32; 2]) -> ErrorAxis {
        let [low, high] = self.range();
        ErrorAxis {
            left: LEFT,
            right: width - RIGHT,
            top: TOP,
            bottom: height - BOTTOM,
            low,
            high,
        }
    }

    /// The k and the error at a place on the canvas, if it is within the chart.
    pub fn guess_at(&self, size: [f32; 2], [x, y]: [f32; 2]) -> Option<(u32, f64)> {
        let along = (x - LEFT) / (size[0] - LEFT - RIGHT);
        let up = (size[1] - BOTTOM - y) / (size[1] - TOP - BOTTOM);
        if !(-0.03..=1.03).contains(&along) || !(-0.1..=1.1).contains(&up) {
            return None;
        }
        let [low, high] = self.range();
        let k = f64::from(self.most_k).powf(f64::from(along.clamp(0.0, 1.0)));
        Some((
            k.round() as u32,
            low * (high / low).powf(f64::from(up.clamp(0.0, 1.0))),
        ))
    }

    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        let axis = self.axis(size);
        self.add_axes(&mut scene, &axis, size, palette);
        let place = |(k, error): (u32, f64)| [self.x(f64::from(k), size), axis.y(error)];
        let guess: Vec<[f32; 2]> = self.guess.iter().copied().map(place).collect();
        let mut labels: Vec<(f32, &str, Rgb)> = Vec::new();
        let end = |points: &[[f32; 2]]| points.last().copied();
        if let Some(at) = end(&guess) {
            labels.push((at[1], words().plot.your_line, palette.ink2));
            scene.add(line(guess, palette.ink2, 2.0, true));
        }
        if self.is_open {
            let pca: Vec<[f32; 2]> = (1..).zip(self.drawn_pca()).map(place).collect();
            if let Some(at) = end(&pca) {
                labels.push((at[1], words().plot.pca, palette.pca));
                scene.add(line(pca, palette.pca, 1.75, true));
            }
        }
        let of = |error: fn(&KErrors) -> f64| -> Vec<[f32; 2]> {
            let points = self.swept.iter().map(|point| (point.k, error(point)));
            points.map(place).collect()
        };
        let (train, held_out) = (of(|point| point.train), of(|point| point.held_out));
        for &centre in &train {
            scene.add(dot(centre, 1.6, palette.error));
        }
        if let (Some(train), Some(at)) = (end(&train), end(&held_out)) {
            labels.push((train[1], words().plot.training, palette.error));
            labels.push((at[1], words().plot.held_out, palette.error));
            scene.add(dot(at, 4.0, palette.error));
            scene.add(line(held_out, palette.error, 2.25, false));
        }
        axis.add_names(&mut scene, labels);
        scene
    }

    fn add_axes(&self, scene: &mut Scene, axis: &ErrorAxis, size: [f32; 2], palette: &Palette) {
        axis.add_to(scene, palette);
        for k in NAMED.into_iter().filter(|&k| k <= self.most_k) {
            axis.add_tick(scene, self.x(f64::from(k), size), k.to_string(), palette);
        }
        axis.add_title(scene, words().plot.bottleneck, palette);
        if self.k <= self.most_k {
            let x = self.x(f64::from(self.k), size);
            let ends = vec![[x, axis.top], [x, axis.bottom]];
            scene.add(line(ends, palette.code_fill, 2.0, false));
            scene.add(dot([x, axis.bottom], 4.5, palette.code_fill));
        }
    }
}
