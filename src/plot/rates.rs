//! Error against bits: of the network and of PCA, when each code number is written with so many.

use super::axes::{ErrorAxis, line};
use super::marks::dot;
use super::{Palette, Rgb, Scene};
use crate::words::words;

const LEFT: f32 = 56.0;
const RIGHT: f32 = 96.0;
const TOP: f32 = 14.0;
const BOTTOM: f32 = 40.0;

pub struct RatesFigure<'a> {
    /// For 1, 2, … bits: the held-out error of the network and of PCA.
    pub rates: &'a [[f32; 2]],
    /// The bits that are chosen.
    pub bits: u32,
}

impl RatesFigure<'_> {
    fn axis(&self, [width, height]: [f32; 2]) -> ErrorAxis {
        let all = self.rates.iter().flatten().copied().map(f64::from);
        let all: Vec<f64> = all.filter(|error| *error > 0.0).collect();
        let high = 1.1 * all.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        ErrorAxis {
            left: LEFT,
            right: width - RIGHT,
            top: TOP,
            bottom: height - BOTTOM,
            low: 0.9 * all.iter().copied().fold(0.9 * high, f64::min),
            high,
        }
    }

    fn x(&self, axis: &ErrorAxis, bits: usize) -> f32 {
        let last = self.rates.len().saturating_sub(1).max(1);
        axis.left + (axis.right - axis.left) * (bits.saturating_sub(1)) as f32 / last as f32
    }

    /// The number of bits nearest to a place on the canvas.
    pub fn bits_at(&self, size: [f32; 2], [x, _]: [f32; 2]) -> Option<u32> {
        let axis = self.axis(size);
        let distance = |bits: &usize| (self.x(&axis, *bits) - x).abs();
        let nearest = (1..=self.rates.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.map(|bits| bits as u32)
    }

    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        if self.rates.is_empty() {
            return scene;
        }
        let axis = self.axis(size);
        axis.add_to(&mut scene, palette);
        let every = if size[0] < 420.0 { 2 } else { 1 };
        for bits in (1..=self.rates.len()).filter(|bits| bits % every == 0 || *bits == 1) {
            let x = self.x(&axis, bits);
            axis.add_tick(&mut scene, x, bits.to_string(), palette);
        }
        axis.add_title(&mut scene, words().plot.bits, palette);
        let mut names: Vec<(f32, &str, Rgb)> = Vec::new();
        let curves = [
            (1, words().plot.pca, palette.pca, true),
            (0, words().plot.autoencoder, palette.reconstruction, false),
        ];
        for (column, name, colour, is_dashed) in curves {
            let rows = self.rates.iter().enumerate();
            let path: Vec<[f32; 2]> = rows
                .map(|(i, row)| [self.x(&axis, i + 1), axis.y(row[column].into())])
                .collect();
            names.extend(path.last().map(|end| (end[1], name, colour)));
            scene.add(line(path, colour, 2.25, is_dashed));
        }
        let x = self.x(&axis, self.bits as usize);
        let handle = vec![[x, axis.top], [x, axis.bottom]];
        scene.add(line(handle, palette.ink, 1.5, false));
        scene.add(dot([x, axis.top], 5.0, palette.ink));
        if let Some(row) = self.rates.get((self.bits as usize).saturating_sub(1)) {
            for (column, _, colour, _) in curves {
                scene.add(dot([x, axis.y(row[column].into())], 4.5, colour));
            }
        }
        axis.add_names(&mut scene, names);
        scene
    }
}
