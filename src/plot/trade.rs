//! What sparsity costs: the error against how many code units are lit, a dot for each price that was
//! paid, and PCA with as many numbers.

use super::axes::{ErrorAxis, line, text};
use super::marks::dot;
use super::{Align, Mark, Palette, Rgb, Scene, linear_ticks, tick_label};
use crate::words::words;

const LEFT: f32 = 52.0;
const RIGHT: f32 = 84.0;
const TOP: f32 = 12.0;
const BOTTOM: f32 = 40.0;

/// One price, and what it bought.
#[derive(Clone, Debug, PartialEq)]
pub struct TradeDot {
    /// Code units lit for a sample, on average.
    pub lit: f64,
    pub held_out: f64,
    /// The price.
    pub name: String,
}

pub struct TradeFigure<'a> {
    pub dots: &'a [TradeDot],
    /// Where the run stands now.
    pub now: Option<&'a TradeDot>,
    /// PCA's held-out error with 1, 2, … numbers.
    pub pca: &'a [f64],
    /// The error of doing nothing but the mean: the chart's top.
    pub variance: f64,
    pub k: u32,
}

impl TradeFigure<'_> {
    fn axis(&self, [width, height]: [f32; 2]) -> ErrorAxis {
        let high = 1.3 * self.variance.max(f64::MIN_POSITIVE);
        let all = self.dots.iter().chain(self.now).map(|dot| dot.held_out);
        let low = all.filter(|e| *e > 0.0).fold(0.1 * high, f64::min);
        ErrorAxis {
            left: LEFT,
            right: width - RIGHT,
            top: TOP,
            bottom: height - BOTTOM,
            low: (0.6 * low).max(1e-6 * high),
            high,
        }
    }

    fn x(&self, axis: &ErrorAxis, lit: f64) -> f32 {
        let part = lit / f64::from(self.k.max(1));
        axis.left + (axis.right - axis.left) * part.clamp(0.0, 1.0) as f32
    }

    /// Those that no other beats in both, fewest lit first.
    pub fn best(&self) -> Vec<&TradeDot> {
        let mut all: Vec<&TradeDot> = self.dots.iter().chain(self.now).collect();
        all.sort_by(|a, b| {
            (a.lit, a.held_out)
                .partial_cmp(&(b.lit, b.held_out))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut least = f64::INFINITY;
        all.retain(|dot| {
            let is_better = dot.held_out < least;
            least = least.min(dot.held_out);
            is_better
        });
        all
    }

    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        let axis = self.axis(size);
        axis.add_to(&mut scene, palette);
        for lit in linear_ticks(0.0, f64::from(self.k), 8) {
            axis.add_tick(&mut scene, self.x(&axis, lit), tick_label(lit), palette);
        }
        axis.add_title(&mut scene, words().plot.lit, palette);
        let place = |lit: f64, error: f64| [self.x(&axis, lit), axis.y(error)];
        let mut names: Vec<(f32, &str, Rgb)> = Vec::new();
        let pca: Vec<[f32; 2]> = (1..=self.k)
            .zip(self.pca)
            .take_while(|(_, error)| **error > axis.low)
            .map(|(k, error)| place(f64::from(k), *error))
            .collect();
        if let Some(end) = pca.last() {
            names.push((end[1], words().plot.pca, palette.pca));
            scene.add(line(pca, palette.pca, 1.75, true));
        }
        let best: Vec<[f32; 2]> = self
            .best()
            .iter()
            .map(|dot| place(dot.lit, dot.held_out))
            .collect();
        if let Some(end) = best.last() {
            names.push((end[1], words().plot.your_best, palette.error));
        }
        scene.add(line(best, palette.error, 1.75, false));
        let mut free: Vec<[f32; 2]> = Vec::new();
        for trade in self.dots {
            let at = place(trade.lit, trade.held_out);
            scene.add(dot(at, 4.0, palette.error));
            // Its price, where no other is written.
            if free
                .iter()
                .all(|b| (at[0] - b[0]).abs() > 74.0 || (at[1] - b[1]).abs() > 16.0)
            {
                free.push(at);
                let at = [at[0] + 8.0, at[1] - 9.0];
                scene.add(text(trade.name.clone(), at, Align::Left, palette.penalty));
            }
        }
        if let Some(now) = self.now {
            let centre = place(now.lit, now.held_out);
            scene.add(Mark::Ring {
                centre,
                radius: 7.0,
                stroke: palette.ink,
                width: 2.0,
            });
            scene.add(dot(centre, 4.0, palette.error));
        }
        axis.add_names(&mut scene, names);
        scene
    }
}
