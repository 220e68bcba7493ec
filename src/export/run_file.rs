//! The page's own file of a run: everything that it takes to go on, in JSON that a person can read. The same head,
//! without the numbers, travels in a safetensors file.

use std::collections::BTreeMap;

use ndarray::{ArrayD, IxDyn};
use serde::{Deserialize, Serialize};

use super::tensors::{self, Tensor};
use crate::data::OwnData;
use crate::engine::autoencoder_config;
use crate::model::Autoencoder;
use crate::protocol::{Drawn, Occurrence, Point, Readouts, SavedRun, SweepPoint, Trade, Weights};
use crate::random::{Purpose, stream};
use crate::settings::{KNOBS, Knob, Moved, Settings};

/// What every such file says of itself, and the version of its layout.
const KIND: &str = "hourglass run";
const LAYOUT: u32 = 1;

/// All but the arrays.
#[derive(Serialize, Deserialize)]
pub struct Head {
    kind: String,
    layout: u32,
    link: String,
    /// Every control by its key in a link.
    settings: BTreeMap<String, String>,
    /// Samples that were put elsewhere by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    moved: Vec<Moved>,
    step: u64,
    samples_seen: u64,
    updates: u32,
    left_of_epoch: u32,
    drawn: Drawn,
    readouts: Readouts,
    points: Vec<Point>,
    occurrences: Vec<Occurrence>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    swept: Vec<SweepPoint>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    trades: Vec<Trade>,
    /// The user's own samples, where it learns from them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    own: Option<OwnData>,
}

/// An array: its shape, and its numbers row by row.
#[derive(Serialize, Deserialize)]
struct Array {
    shape: Vec<usize>,
    values: Vec<f32>,
}

#[derive(Serialize, Deserialize)]
struct RunFile {
    #[serde(flatten)]
    head: Head,
    tensors: BTreeMap<String, Array>,
}

/// Why a file is no run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fault {
    /// As the library that reads the format says it.
    Reader(String),
    /// It is another program's.
    OtherKind,
    /// A later page wrote it: its layout.
    Newer(u32),
    /// A control's key and value that make no sense.
    Setting(String),
    /// An array that is missing or of another shape: its name and the shape that it should have.
    Tensor(String, Vec<usize>),
    /// The samples that it brings along do not fit together.
    Data,
    /// An array's numbers are not all numbers.
    NotFinite,
}

impl Head {
    pub fn of(run: &SavedRun) -> Self {
        let setting = |knob: &Knob| {
            let value = knob.value(&run.settings);
            (knob.link.to_owned(), knob.link_text(&value))
        };
        Self {
            kind: KIND.to_owned(),
            layout: LAYOUT,
            link: run.link.clone(),
            settings: KNOBS.iter().map(setting).collect(),
            moved: run.settings.moved.clone(),
            step: run.weights.step,
            samples_seen: run.weights.samples_seen,
            updates: run.weights.updates,
            left_of_epoch: run.weights.left,
            drawn: run.weights.drawn,
            readouts: run.readouts.clone(),
            points: run.points.clone(),
            occurrences: run.occurrences.clone(),
            swept: run.swept.clone(),
            trades: run.trades.clone(),
            own: run
                .own
                .as_deref()
                .and_then(|own| OwnData::from_bytes(own).ok()),
        }
    }

    /// The run, with the arrays that `find` gives.
    pub fn with(self, find: impl Fn(&str) -> Option<ArrayD<f32>>) -> Result<SavedRun, Fault> {
        if self.kind != KIND {
            return Err(Fault::OtherKind);
        }
        if self.layout > LAYOUT {
            return Err(Fault::Newer(self.layout));
        }
        let own = self.own.map(OwnData::checked).transpose();
        let own = own.map_err(|_| Fault::Data)?;
        let mut settings = Settings::preset();
        settings.own = own.as_ref().map(OwnData::traits);
        for knob in &KNOBS {
            let Some(text) = self.settings.get(knob.link) else {
                continue;
            };
            let value = knob.parse(text);
            let value = value.ok_or_else(|| Fault::Setting(format!("{}={text}", knob.link)))?;
            knob.set(&mut settings, value);
        }
        settings.normalise();
        let changed = KNOBS.iter().find_map(|knob| {
            let text = self.settings.get(knob.link)?;
            let is_kept = *text == knob.link_text(&knob.value(&settings));
            (!is_kept).then(|| format!("{}={text}", knob.link))
        });
        if let Some(changed) = changed {
            return Err(Fault::Setting(changed));
        }
        for moved in &self.moved {
            settings.put(moved.sample, moved.to);
        }
        if settings.moved != self.moved {
            return Err(Fault::Data);
        }
        let mut weights = Weights {
            step: self.step,
            samples_seen: self.samples_seen,
            hidden: settings.hidden.clone(),
            k: settings.k,
            updates: self.updates,
            left: self.left_of_epoch,
            drawn: self.drawn,
            ..Weights::default()
        };
        let like: Autoencoder<f32> =
            autoencoder_config(&settings).init(&mut stream(settings.seed, Purpose::Weights));
        tensors::restore(&mut weights, &like, find)
            .map_err(|(name, shape)| Fault::Tensor(name, shape))?;
        let mut numbers = weights
            .parameters
            .values
            .iter()
            .chain(&weights.moments.values);
        if !numbers.all(|number| number.is_finite()) {
            return Err(Fault::NotFinite);
        }
        Ok(SavedRun {
            link: self.link,
            settings,
            weights,
            readouts: self.readouts,
            points: self.points,
            occurrences: self.occurrences,
            swept: self.swept,
            trades: self.trades,
            own: own.as_ref().map(OwnData::to_bytes),
            seen: Vec::new(),
        })
    }
}

/// A run of this network as JSON.
pub fn json(run: &SavedRun, network: &Autoencoder<f32>) -> serde_json::Result<Vec<u8>> {
    let array = |tensor: Tensor| {
        let array = Array {
            shape: tensor.values.shape().to_vec(),
            values: tensor.values.into_iter().collect(),
        };
        (tensor.name, array)
    };
    serde_json::to_vec(&RunFile {
        head: Head::of(run),
        tensors: tensors::all(run, network).into_iter().map(array).collect(),
    })
}

/// The run in such a file.
pub fn from_json(file: &[u8]) -> Result<SavedRun, Fault> {
    let RunFile { head, tensors } =
        serde_json::from_slice(file).map_err(|error| Fault::Reader(error.to_string()))?;
    head.with(|name| {
        let Array { shape, values } = tensors.get(name)?;
        ArrayD::from_shape_vec(IxDyn(shape), values.clone()).ok()
    })
}
