//! A run as files for other programs, for tables and for this page: pure, and fetched only when asked for.

mod animation;
mod credits;
mod csv;
mod npz;
mod onnx;
mod program;
mod run_file;
mod safetensors;
mod tensors;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

pub use animation::animation;
pub use credits::credits;
pub use run_file::{Fault, from_json};
pub use safetensors::from_safetensors;

use crate::data::{Corruption, Dataset, FileFault, record};
use crate::engine::{Inputs, network_of};
use crate::model::Autoencoder;
use crate::protocol::{SavedRun, Sight};
use crate::words::desk_words;

/// What a run can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Json,
    SafeTensors,
    Npz,
    PyTorch,
    Keras,
    Notebook,
    EncoderOnnx,
    DecoderOnnx,
    Curves,
    Readouts,
    Codes,
    Heatmap,
    Errors,
    Units,
    Weights,
    Sweep,
    Trades,
    Seen(Sight),
}

impl Format {
    pub const ALL: &[Self] = &[
        Self::Json,
        Self::SafeTensors,
        Self::Npz,
        Self::PyTorch,
        Self::Keras,
        Self::Notebook,
        Self::EncoderOnnx,
        Self::DecoderOnnx,
        Self::Curves,
        Self::Readouts,
        Self::Codes,
        Self::Heatmap,
        Self::Errors,
        Self::Units,
        Self::Weights,
        Self::Sweep,
        Self::Trades,
        Self::Seen(Sight::PcaCodes),
        Self::Seen(Sight::Levels),
        Self::Seen(Sight::Rates),
        Self::Seen(Sight::Roc),
        Self::Seen(Sight::Neighbours),
        Self::Seen(Sight::Walk),
        Self::Seen(Sight::Grid),
    ];

    /// The tables, as CSV: they stand last.
    pub const TABLES: &[Self] = Self::ALL.split_at(8).1;

    /// Whether it is a table, as CSV.
    pub fn is_table(self) -> bool {
        Self::TABLES.contains(&self)
    }

    /// Whether the run has anything of it.
    pub fn applies(self, run: &SavedRun) -> bool {
        match self {
            Self::Sweep => !run.swept.is_empty(),
            Self::Trades => !run.trades.is_empty(),
            Self::Seen(what) => run.seen.iter().any(|seen| seen.what == what),
            _ => true,
        }
    }

    /// The file's name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Json => "hourglass-run.json",
            Self::SafeTensors => "hourglass.safetensors",
            Self::Npz => "hourglass.npz",
            Self::PyTorch => "hourglass_torch.py",
            Self::Keras => "hourglass_keras.py",
            Self::Notebook => "hourglass.ipynb",
            Self::EncoderOnnx => "encoder.onnx",
            Self::DecoderOnnx => "decoder.onnx",
            Self::Curves => "curves.csv",
            Self::Readouts => "readouts.csv",
            Self::Codes => "codes.csv",
            Self::Heatmap => "heatmap.csv",
            Self::Errors => "errors.csv",
            Self::Units => "units.csv",
            Self::Weights => "weights.csv",
            Self::Sweep => "sweep.csv",
            Self::Trades => "trades.csv",
            Self::Seen(Sight::PcaCodes) => "pca-codes.csv",
            Self::Seen(Sight::Levels) => "levels.csv",
            Self::Seen(Sight::Rates) => "bits.csv",
            Self::Seen(Sight::Roc) => "roc.csv",
            Self::Seen(Sight::Neighbours) => "neighbours.csv",
            Self::Seen(Sight::Walk) => "walk.csv",
            Self::Seen(Sight::Grid) => "decoded.csv",
        }
    }

    /// What it is called, and what it is good for.
    pub fn words(self) -> [&'static str; 2] {
        let words = &desk_words().export;
        match self {
            Self::Json => [words.json, words.json_note],
            Self::SafeTensors => [words.safetensors, words.safetensors_note],
            Self::Npz => [words.npz, words.npz_note],
            Self::PyTorch => [words.pytorch, words.pytorch_note],
            Self::Keras => [words.keras, words.keras_note],
            Self::Notebook => [words.notebook, words.notebook_note],
            Self::EncoderOnnx => [words.encoder_onnx, words.encoder_onnx_note],
            Self::DecoderOnnx => [words.decoder_onnx, words.decoder_onnx_note],
            Self::Curves => [words.curves, words.curves_note],
            Self::Readouts => [words.readouts, words.readouts_note],
            Self::Codes => [words.codes, words.codes_note],
            Self::Heatmap => [words.heatmap, words.heatmap_note],
            Self::Errors => [words.errors, words.errors_note],
            Self::Units => [words.units, words.units_note],
            Self::Weights => [words.weights, words.weights_note],
            Self::Sweep => [words.sweep, words.sweep_note],
            Self::Trades => [words.trades, words.trades_note],
            Self::Seen(Sight::PcaCodes) => [words.pca_codes, words.pca_codes_note],
            Self::Seen(Sight::Levels) => [words.levels, words.levels_note],
            Self::Seen(Sight::Rates) => [words.rates, words.rates_note],
            Self::Seen(Sight::Roc) => [words.roc, words.roc_note],
            Self::Seen(Sight::Neighbours) => [words.neighbours, words.neighbours_note],
            Self::Seen(Sight::Walk) => [words.walk, words.walk_note],
            Self::Seen(Sight::Grid) => [words.grid, words.grid_note],
        }
    }

    /// Whether it is a program that loads the data from a file beside it.
    fn needs_data(self) -> bool {
        matches!(self, Self::PyTorch | Self::Keras | Self::Notebook)
    }
}

/// Why nothing could be written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Trouble {
    /// The data set's file.
    Data(FileFault),
    /// As the library that writes the format says it.
    Writer(String),
}

impl<E: std::error::Error> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Writer(error.to_string())
    }
}

/// A run with all that belongs to it.
pub struct Source {
    run: SavedRun,
    dataset: Dataset,
    network: Autoencoder<f32>,
    /// What the network sees of all samples, (n, d); `None` where they are clean.
    inputs: Option<Array2<f32>>,
    /// (n, k).
    codes: Array2<f32>,
    /// (n, d).
    reconstructions: Array2<f32>,
}

impl Source {
    /// `asset` is the data set's file, where it has one.
    pub fn new(run: SavedRun, asset: Option<&[u8]>) -> Result<Self, Trouble> {
        let settings = &run.settings;
        let dataset = record(settings.data)
            .dataset(settings, asset)
            .map_err(Trouble::Data)?;
        let network = network_of(settings, &run.weights);
        let mut inputs = Inputs::clean(settings.seed);
        let is_corrupted = inputs.follow(Corruption::of(settings), &dataset);
        let seen = inputs.of(&dataset);
        let codes = network.encode(seen);
        Ok(Self {
            reconstructions: network.decode(codes.view()),
            inputs: is_corrupted.then(|| seen.to_owned()),
            codes,
            network,
            dataset,
            run,
        })
    }

    /// What a person takes home, and its name: the file of a format; a program with its data in one archive.
    pub fn wares(&self, format: Format) -> Result<(String, Vec<u8>), Trouble> {
        let file = self.file(format)?;
        if !format.needs_data() {
            return Ok((format.key().to_owned(), file));
        }
        let data = self.file(Format::Npz)?;
        let files = [(format.key(), file), (Format::Npz.key(), data)];
        let stem = format.key().split('.').next().unwrap_or_default();
        Ok((format!("{stem}.zip"), npz::archive(&files)?))
    }

    /// The file of a format, named by its key.
    pub fn file(&self, format: Format) -> Result<Vec<u8>, Trouble> {
        match format {
            Format::Json => Ok(run_file::json(&self.run, &self.network)?),
            Format::SafeTensors => Ok(safetensors::file(&self.run, &self.network)?),
            Format::Npz => npz::file(self),
            Format::PyTorch => Ok(program::pytorch(self)?.into_bytes()),
            Format::Keras => Ok(program::keras(self)?.into_bytes()),
            Format::Notebook => Ok(program::notebook(self)?.into_bytes()),
            Format::EncoderOnnx => Ok(onnx::file(self.network.encoder(), onnx::ENCODER)),
            Format::DecoderOnnx => Ok(onnx::file(self.network.decoder(), onnx::DECODER)),
            Format::Curves => Ok(csv::curves(&self.run)),
            Format::Readouts => Ok(csv::readouts(&self.run)),
            Format::Codes => Ok(csv::codes(self)),
            Format::Heatmap => Ok(csv::heatmap(self)),
            Format::Errors => Ok(csv::errors(self)),
            Format::Units => Ok(csv::units(self)),
            Format::Weights => Ok(csv::weights(self)),
            Format::Sweep => Ok(csv::sweep(&self.run)),
            Format::Trades => Ok(csv::trades(&self.run)),
            Format::Seen(what) => Ok(csv::seen(self, what)),
        }
    }
}
