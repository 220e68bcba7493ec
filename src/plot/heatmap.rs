//! Activations as a grid of cells, a row per unit and a column per sample.

use super::{AXIS, Align, Face, HEAD, Mark, Palette, Pixels, Ramp, Scene};
use crate::words::words;

/// A matrix of activations that fills a canvas: cells differ by at most one device pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heatmap {
    pub units: usize,
    pub samples: usize,
    /// Width and height in device pixels.
    pub size: [usize; 2],
}

/// In which order units stand from the top and samples from the left; as they are where it is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Order<'a> {
    pub units: &'a [u32],
    pub samples: &'a [u32],
}

impl Order<'_> {
    /// The unit in a row.
    pub fn unit(self, row: usize) -> usize {
        self.units.get(row).map_or(row, |&unit| unit as usize)
    }

    /// The sample in a column.
    pub fn sample(self, column: usize) -> usize {
        let sample = self.samples.get(column);
        sample.map_or(column, |&sample| sample as usize)
    }

    /// The row of a unit.
    pub fn row(self, unit: usize) -> Option<usize> {
        match self.units {
            [] => Some(unit),
            units => units.iter().position(|&at| at as usize == unit),
        }
    }

    /// The column of a sample.
    pub fn column(self, sample: usize) -> Option<usize> {
        match self.samples {
            [] => Some(sample),
            samples => samples.iter().position(|&at| at as usize == sample),
        }
    }
}

impl Heatmap {
    /// What the ramp's end stands for: the largest magnitude.
    pub fn largest(values: &[f32]) -> f32 {
        let largest = values.iter().fold(0.0_f32, |most, h| most.max(h.abs()));
        largest.max(f32::MIN_POSITIVE)
    }

    /// Values (units, samples) row by row, by their magnitude; `units` from the top and `samples` from
    /// the left, as they are ordered.
    pub fn pixels(&self, values: &[f32], largest: f32, ramp: &Ramp, order: Order) -> Pixels {
        let [width, height] = self.size;
        let mut rgba: Vec<u8> = Vec::with_capacity(4 * width * height);
        let columns: Vec<usize> = (0..width)
            .map(|x| order.sample(x * self.samples / width))
            .collect();
        let mut before = None;
        for y in 0..height {
            let at = y * self.units / height;
            if before == Some(at) {
                rgba.extend_from_within(rgba.len() - 4 * width..);
                continue;
            }
            before = Some(at);
            let start = order.unit(at) * self.samples;
            let row = values.get(start..start + self.samples).unwrap_or(&[]);
            for &column in &columns {
                let h = row.get(column).copied().unwrap_or(0.0);
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

    /// The row of a unit: top edge and height in device pixels.
    pub fn row(&self, row: usize) -> [usize; 2] {
        let edge = |row: usize| (row * self.size[1]).div_ceil(self.units.max(1));
        [edge(row), edge(row + 1) - edge(row)]
    }

    /// The row and the column at a place in device pixels.
    pub fn at(&self, [x, y]: [usize; 2]) -> Option<(usize, usize)> {
        let [width, height] = self.size;
        (x < width && y < height).then(|| (y * self.units / height, x * self.samples / width))
    }
}

/// About the width of a letter, in CSS pixels.
const LETTER: f32 = 6.6;

/// Above the cells the class of each run of columns; below them what the columns are. `classes` is
/// empty where columns have none, or another order. A name that its columns have no room for is left
/// out.
pub fn heatmap_labels(
    classes: &[u8],
    name_of: impl Fn(u8) -> String,
    [width, height]: [f32; 2],
    is_by_error: bool,
    palette: &Palette,
) -> Scene {
    let mut scene = Scene::default();
    let mut write = |text: String, x: f32, y: f32, align| {
        scene.add(Mark::Text {
            text,
            at: [x, y],
            size: 13.0,
            face: Face::Sans,
            fill: palette.ink2,
            align,
        });
    };
    let has_classes = classes.first() != classes.last();
    let mut from = 0;
    let runs = classes.chunk_by(|a, b| a == b).filter(|_| has_classes);
    let pitch = width / classes.len().max(1) as f32;
    for run in runs {
        let middle = (from as f32 + 0.5 * run.len() as f32) * pitch;
        let name = name_of(run[0]);
        if LETTER * name.chars().count() as f32 <= run.len() as f32 * pitch {
            write(name, middle, 0.5 * HEAD, Align::Centre);
        }
        from += run.len();
    }
    let below = height - 0.5 * AXIS;
    match is_by_error {
        true => {
            write(words().plot.worst.to_owned(), 0.0, below, Align::Left);
            write(words().plot.best.to_owned(), width, below, Align::Right);
        }
        false => write(
            words().plot.held_out_samples.to_owned(),
            width,
            below,
            Align::Right,
        ),
    }
    scene
}
