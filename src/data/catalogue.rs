//! One record per data set; menus, thumbnails, credits and tests iterate them.

use ndarray::Array2;

use super::{Dataset, points, read_images};
use crate::random::{ChaCha8Rng, Purpose, permutation, stream};
use crate::settings::{DataSet, Settings};

/// Where the samples of a data set come from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// Drawn from a formula: (random numbers, scatter) -> a point of about [−1, 1]², and its class.
    Formula(fn(&mut ChaCha8Rng, f64) -> ([f64; 2], u8)),
    /// A file that the page loads, beside `index.html`.
    Asset {
        path: &'static str,
        /// One real image of it, row by row, its levels as digits 0-9a-g: what the menu shows.
        thumbnail: &'static str,
    },
}

#[derive(Clone, Copy, Debug)]
pub struct Record {
    pub data: DataSet,
    pub title: &'static str,
    /// What it teaches, in one line.
    pub lesson: &'static str,
    pub source: Source,
    pub licence: &'static str,
    pub credit: &'static str,
}

const OURS: &str = "MIT OR Apache-2.0";

pub const CATALOGUE: &[Record] = &[
    Record {
        data: DataSet::Line,
        title: "Points along a line",
        lesson: "One straight direction: PCA is all it takes.",
        source: Source::Formula(points::line),
        licence: OURS,
        credit: "drawn by Hourglass",
    },
    Record {
        data: DataSet::Blobs,
        title: "Three blobs",
        lesson: "Three clusters: one number can still tell them apart.",
        source: Source::Formula(points::blobs),
        licence: OURS,
        credit: "drawn by Hourglass",
    },
    Record {
        data: DataSet::Circle,
        title: "A circle",
        lesson: "A closed curve: one number follows it, but must cut it somewhere.",
        source: Source::Formula(points::circle),
        licence: OURS,
        credit: "drawn by Hourglass",
    },
    Record {
        data: DataSet::Moons,
        title: "Two moons",
        lesson: "Two moons: no line separates them.",
        source: Source::Formula(points::moons),
        licence: OURS,
        credit: "drawn by Hourglass, after scikit-learn's make_moons",
    },
    Record {
        data: DataSet::Spiral,
        title: "A spiral of one turn",
        lesson: "One number along the curve: it must be unrolled.",
        source: Source::Formula(points::spiral),
        licence: OURS,
        credit: "drawn by Hourglass",
    },
    Record {
        data: DataSet::Digits,
        title: "1,797 handwritten digits, 8×8",
        lesson: "64 pixels, but far fewer ways to write a digit.",
        source: Source::Asset {
            path: "data/digits.bin",
            thumbnail: DIGIT_THUMBNAIL,
        },
        licence: "CC BY 4.0",
        credit: "Alpaydin & Kaynak (1998), UCI Machine Learning Repository, doi 10.24432/C50P49",
    },
];

/// The fourth image of the file, a three.
const DIGIT_THUMBNAIL: &str = "007fd10008d6f400021dd000002fb1000001cc1000001a8000845e90007dd900";

/// The record of a data set.
pub fn record(data: DataSet) -> &'static Record {
    &CATALOGUE[data as usize]
}

impl Record {
    /// The path of the file that the page must load first, if any.
    pub fn asset(&self) -> Option<&'static str> {
        match self.source {
            Source::Asset { path, .. } => Some(path),
            Source::Formula(_) => None,
        }
    }

    /// The samples that the settings ask for. `asset` is the loaded file where there is one; an
    /// unreadable or missing one is the error, a sentence.
    pub fn dataset(&self, settings: &Settings, asset: Option<&[u8]>) -> Result<Dataset, String> {
        let n = settings.n as usize;
        let shape = self.data.shape();
        let mut rng = stream(settings.seed, Purpose::Data);
        let (x, labels) = match self.source {
            Source::Formula(draw) => {
                let mut x = Array2::zeros((n, 2));
                let labels = x
                    .rows_mut()
                    .into_iter()
                    .map(|mut row| {
                        let (point, class) = draw(&mut rng, settings.scatter);
                        row[0] = point[0] as f32;
                        row[1] = point[1] as f32;
                        class
                    })
                    .collect();
                (x, labels)
            }
            Source::Asset { path, .. } => {
                let bytes = asset.ok_or_else(|| format!("{path} is not loaded."))?;
                let images = read_images(bytes).map_err(|why| format!("{path}: {why}."))?;
                if images.shape != shape {
                    return Err(format!("{path} holds images of another size."));
                }
                let mut rows = permutation(&mut rng, images.labels.len());
                rows.truncate(n);
                images.select(&rows)
            }
        };
        Ok(Dataset::split(shape, x, labels, settings.seed))
    }
}
