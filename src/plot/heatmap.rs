//! Activations as a grid of cells, a row per unit and a column per sample.

use super::{Pixels, Ramp};

/// A matrix of activations that fills a canvas: cells differ by at most one device pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heatmap {
    pub units: usize,
    pub samples: usize,
    /// Width and height in device pixels.
    pub size: [usize; 2],
}

impl Heatmap {
    /// What the ramp's end stands for: the largest magnitude.
    pub fn largest(values: &[f32]) -> f32 {
        let largest = values.iter().fold(0.0_f32, |most, h| most.max(h.abs()));
        largest.max(f32::MIN_POSITIVE)
    }

    /// Values (units, samples) row by row, by their magnitude.
    pub fn pixels(&self, values: &[f32], largest: f32, ramp: &Ramp) -> Pixels {
        let [width, height] = self.size;
        let mut rgba = Vec::with_capacity(4 * width * height);
        for y in 0..height {
            let start = (y * self.units / height) * self.samples;
            let row = values.get(start..start + self.samples).unwrap_or(&[]);
            for x in 0..width {
                let h = row.get(x * self.samples / width).copied().unwrap_or(0.0);
                let [r, g, b] = ramp.at(h.abs() / largest);
                rgba.extend([r, g, b, 255]);
            }
        }
        Pixels {
            width,
            height,
            rgba,
        }
    }

    /// The column of a sample: left edge and width in device pixels.
    pub fn column(&self, sample: usize) -> [usize; 2] {
        let edge = |column: usize| (column * self.size[0]).div_ceil(self.samples.max(1));
        [edge(sample), edge(sample + 1) - edge(sample)]
    }

    /// The unit and the sample's column at a place in device pixels.
    pub fn at(&self, [x, y]: [usize; 2]) -> Option<(usize, usize)> {
        let [width, height] = self.size;
        (x < width && y < height).then(|| (y * self.units / height, x * self.samples / width))
    }
}
