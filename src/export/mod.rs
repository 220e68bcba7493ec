//! A run as files for other programs, for tables and for this page: pure, and fetched only when asked for.

mod csv;
mod npz;
mod onnx;
mod program;
mod run_file;
mod safetensors;
mod tensors;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

pub use run_file::{Fault, from_json};
pub use safetensors::from_safetensors;

use crate::data::{Corruption, Dataset, FileFault, record};
use crate::engine::{Inputs, network_of};
use crate::model::Autoencoder;
use crate::protocol::SavedRun;
use crate::settings::choices;

choices! {
    /// What a run can be written as.
    Format of export {
        Json "hourglass-run.json" json,
        SafeTensors "hourglass.safetensors" safetensors,
        Npz "hourglass.npz" npz,
        PyTorch "hourglass_torch.py" pytorch,
        Keras "hourglass_keras.py" keras,
        Notebook "hourglass.ipynb" notebook,
        EncoderOnnx "encoder.onnx" encoder_onnx,
        DecoderOnnx "decoder.onnx" decoder_onnx,
        Curves "curves.csv" curves,
        Readouts "readouts.csv" readouts,
        Codes "codes.csv" codes,
        Heatmap "heatmap.csv" heatmap,
    }
}

/// Why nothing could be written.
#[derive(Clone, Debug, PartialEq)]
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
        }
    }
}
