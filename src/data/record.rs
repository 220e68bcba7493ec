//! What is known of a data set, and how its samples are made.

use ndarray::Array2;

use super::{Dataset, FileFault, OwnData, Sample, read_file};
use crate::random::{ChaCha8Rng, Purpose, permutation, stream};
use crate::settings::{DataSet, Settings, Shape};
use crate::words::{Text, Texts};

/// Where the samples of a data set come from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// Drawn from a formula: (random numbers, scatter) -> a sample.
    Formula(fn(&mut ChaCha8Rng, f64) -> Sample),
    /// A file that the page loads, beside `index.html`.
    Asset {
        path: &'static str,
        /// One real sample of it, row by row, its levels as digits 0-9a-g: what the menu shows.
        thumbnail: &'static str,
    },
    /// The user's own, which the desk brings.
    Brought,
}

/// Stands where the others have the path of their file.
pub const OWN_PATH: &str = "own";

#[derive(Clone, Copy, Debug)]
pub struct Record {
    pub data: DataSet,
    pub title: Text,
    /// What it teaches, in one line.
    pub lesson: Text,
    pub source: Source,
    /// What the classes are called, where a number says too little.
    pub classes: Texts,
    /// The class that is never trained on.
    pub novel: Option<u8>,
}

impl Record {
    /// The path of the file that must be there first, if any: the page loads it, or the desk has brought it.
    pub fn asset(&self) -> Option<&'static str> {
        match self.source {
            Source::Asset { path, .. } => Some(path),
            Source::Formula(_) => None,
            Source::Brought => Some(OWN_PATH),
        }
    }

    /// What a class is called.
    pub fn class_name(&self, class: u8) -> String {
        match self.classes.get().get(usize::from(class)) {
            Some(name) => (*name).to_owned(),
            None => class.to_string(),
        }
    }

    /// The samples that the settings ask for, where the user has put them. `asset` is the loaded file where
    /// there is one.
    pub fn dataset(&self, settings: &Settings, asset: Option<&[u8]>) -> Result<Dataset, FileFault> {
        let mut dataset = self.drawn(settings, asset)?;
        dataset.place(&settings.moved);
        Ok(dataset)
    }

    fn drawn(&self, settings: &Settings, asset: Option<&[u8]>) -> Result<Dataset, FileFault> {
        let n = settings.n as usize;
        let shape = settings.traits().shape;
        let mut rng = stream(settings.seed, Purpose::Data);
        let (x, labels, factors) = match self.source {
            Source::Formula(draw) => {
                let samples: Vec<Sample> =
                    (0..n).map(|_| draw(&mut rng, settings.scatter)).collect();
                let columns = |of: fn(&Sample) -> &[f32]| {
                    let width = samples.first().map_or(0, |sample| of(sample).len());
                    let values = samples.iter().flat_map(of).copied().collect();
                    Array2::from_shape_vec((n, width), values).map_err(|_| FileFault::WrongLength)
                };
                let labels = samples.iter().map(|sample| sample.class).collect();
                (columns(|s| &s.x)?, labels, columns(|s| &s.factors)?)
            }
            Source::Asset { .. } => {
                let file = read_file(asset.ok_or(FileFault::NotLoaded)?)?;
                let is_right = match shape {
                    Shape::Image { width, height } => (file.width, file.height) == (width, height),
                    Shape::Signal(length) | Shape::Point(length) => file.width == length,
                };
                if !is_right {
                    return Err(FileFault::WrongSize);
                }
                let mut rows = permutation(&mut rng, file.labels.len());
                rows.truncate(n);
                let (x, labels) = file.select(&rows);
                (x, labels, Array2::zeros((rows.len(), 0)))
            }
            Source::Brought => {
                let own = OwnData::from_bytes(asset.ok_or(FileFault::NotLoaded)?)?;
                return match own.traits() == settings.traits() {
                    true => own.dataset(settings),
                    false => Err(FileFault::WrongSize),
                };
            }
        };
        Ok(Dataset::split(
            shape,
            x,
            labels,
            factors,
            self.novel,
            settings.seed,
        ))
    }
}
