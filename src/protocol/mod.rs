//! What the page and the trainer may say to each other.

mod network;
mod packet;

pub use network::{Column, Dissection, Link, NetworkView, Unit, UnitView};
pub use packet::{Message, Packet};

use serde::{Deserialize, Serialize};

use crate::settings::{Settings, Shape};

/// Which build this is: page and trainer must be of the same one.
pub const VERSION: &str = env!("HOURGLASS_BUILD");

/// Which run a message belongs to; replies of an older run are dropped.
pub type Run = u32;

/// A matrix, row by row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    pub columns: usize,
    /// Travels beside the head.
    #[serde(skip)]
    pub values: Vec<f32>,
}

impl Matrix {
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Row i; empty where there is none.
    pub fn row(&self, i: usize) -> &[f32] {
        self.values
            .get(i * self.columns..(i + 1) * self.columns)
            .unwrap_or(&[])
    }
}

/// Page -> trainer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Begin a run. Answered by `Started`, or by `Failed`.
    Start {
        run: Run,
        settings: Settings,
        /// Whether the run that this one replaces may be brought back by `Revive`.
        keep_previous: bool,
        /// The data set's file, where it has one.
        asset: Option<Vec<u8>>,
        /// Weights of an earlier trainer to go on from.
        resume: Option<Weights>,
    },
    /// Follow the settings from the next batch on. No answer.
    Tune { run: Run, settings: Settings },
    /// Take steps and show what the page looks at. Answered by exactly one
    /// `Snapshot` or `Diverged`, or by `Failed` where there is no such run.
    Train { run: Run, pace: Pace, view: View },
    /// Take one step and show it taken apart. Answered like `Train`.
    Dissect { run: Run, view: View },
    /// Go back to the last kept moment at or before a step and forget what came after it. No answer.
    Rewind { run: Run, step: u64 },
    /// Set one weight. No answer.
    Edit { run: Run, link: Link, weight: f32 },
    /// Return to the last weights whose loss was sound. No answer.
    Recover { run: Run },
    /// Bring the run that was kept back, under a new number. Answered by `Started`, or by `Failed`.
    Revive { run: Run },
}

/// How many steps a `Train` may take: at most so many, within so many milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    pub steps: u32,
    pub budget_ms: f64,
}

/// What the page looks at: a snapshot holds no more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// The sample that is hovered or selected.
    pub sample: Option<u32>,
    /// Samples of the gallery.
    pub gallery: Vec<u32>,
    /// The code units on the scatter's axes.
    pub axes: [u32; 2],
    /// A point of the code scatter to decode.
    pub probe: Option<[f32; 2]>,
    /// Samples of the activation heatmap, in the order of its columns.
    pub heatmap: Vec<u32>,
    /// Whether the decoder's weights are looked at.
    pub dictionary: bool,
    /// Whether the field r(x) − x is looked at (points in the plane only).
    pub field: bool,
    /// Whether the network itself is looked at.
    pub network: bool,
    /// The unit that is looked at closely.
    pub unit: Option<Unit>,
    /// Whether nonsense, each feature from another sample, is sent through the network too.
    pub nonsense: bool,
    /// An earlier step to look at instead of the newest; no step is taken then.
    pub at: Option<u64>,
    /// Whether the snapshot brings the analyses along.
    pub analyses: bool,
    /// Whether the snapshot brings the weights along.
    pub weights: bool,
}

/// A network's parameters at one step, enough to go on from should the trainer die.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    pub step: u64,
    pub samples_seen: u64,
    pub hidden: Vec<u32>,
    pub k: u32,
    /// (1, parameters): layer by layer, weights row by row, then biases.
    pub parameters: Matrix,
}

/// Trainer -> page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// The trainer listens.
    Ready {
        version: String,
    },
    /// A run has begun, at step 0 or where it was left.
    Started {
        run: Run,
        facts: Box<Facts>,
    },
    Snapshot {
        run: Run,
        snapshot: Box<Snapshot>,
    },
    /// The loss stopped being a number at this step; `Recover` returns to step `sound_step`.
    Diverged {
        run: Run,
        step: u64,
        sound_step: u64,
    },
    /// The run could not begin; a sentence.
    Failed {
        run: Run,
        why: String,
    },
    /// The trainer is about to die of a bug.
    Crashed {
        why: String,
    },
}

/// What stays the same during a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub shape: Shape,
    /// Training samples come first, then those held out, then those of a kind never trained on.
    pub n_train: usize,
    pub n_novel: usize,
    /// One class per sample.
    pub labels: Vec<u8>,
    /// The samples' true coordinates, 0 … 1: (n, factors), without columns where they are unknown.
    pub factors: Matrix,
    /// x: (n, d).
    pub x: Matrix,
    pub pca: PcaFacts,
    /// Mean variance of a training feature.
    pub variance: f64,
}

/// The principal components of the training part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PcaFacts {
    /// (1, d).
    pub mean: Matrix,
    /// (components, d), unit rows, the largest variance first.
    pub components: Matrix,
    /// Every sample's coordinates: (n, components).
    pub codes: Matrix,
    /// Parts of the total variance, one per component.
    pub explained_variance_ratio: Vec<f64>,
    /// The held-out error of clean samples with k = 1, 2, … components.
    pub heldout_mse: Vec<f64>,
}

/// A run at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub readouts: Readouts,
    /// The bottleneck size at that moment.
    pub k: u32,
    /// Codes on the view's axes, of all samples: (n, 2), or (n, 1) when k = 1.
    pub codes: Matrix,
    /// Points only: reconstructions of all samples, (n, d).
    pub reconstructions: Matrix,
    /// Points under corruption only: what the network sees of all samples, (n, d).
    pub inputs: Matrix,
    /// Points with k = 1 only: the decoder's curve, (m, d), for codes evenly across their range.
    pub curve: Matrix,
    /// Reconstructions of the view's gallery, (gallery, d).
    pub gallery: Matrix,
    /// PCA's reconstructions of the view's gallery at the same k, (gallery, d).
    pub gallery_pca: Matrix,
    /// Under corruption only: what the network sees of the view's gallery, (gallery, d).
    pub gallery_inputs: Matrix,
    /// ρ̂ of every code unit over the training part: (1, k).
    pub mean_activations: Matrix,
    /// Activations of the view's heatmap, (k, samples).
    pub heatmap: Matrix,
    /// How the reconstruction moves with each code unit, at the mean code: (k, d). Without hidden
    /// layers these are the decoder's weights.
    pub dictionary: Matrix,
    /// A row x₁, x₂, r₁ − x₁, r₂ − x₂ for each place of a grid.
    pub field: Matrix,
    /// Code units whose activation hardly varies over the training part.
    pub dead_units: u32,
    pub nonsense: Option<Nonsense>,
    pub network: Option<NetworkView>,
    pub unit: Option<UnitView>,
    /// The step that led here, taken apart.
    pub dissection: Option<Dissection>,
    /// Whether this is an earlier moment than the run's newest.
    pub is_past: bool,
    pub analyses: Option<Analyses>,
    pub sample: Option<SampleView>,
    pub probe: Option<ProbeView>,
    pub weights: Option<Weights>,
}

/// What the code and the errors are good for; `None` where it does not apply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analyses {
    /// How well the error tells held-out samples from novel ones: the area under the ROC curve.
    pub auc: Option<f64>,
    /// (points, 2): false positive rate, true positive rate.
    pub roc: Matrix,
    /// The part of a held-out sample's nearest training codes that share its class, on average.
    pub precision: Option<f64>,
    /// The same for PCA's codes at the same k.
    pub pca_precision: Option<f64>,
    /// Of decoder∘encoder, the largest first; linear networks only.
    pub singular_values: Vec<f64>,
    /// Its right singular vectors, (values, d): the components hidden in the weights.
    pub hidden_components: Matrix,
}

/// Samples that are none: each feature is another held-out sample's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Nonsense {
    /// (few, d).
    pub x: Matrix,
    /// (few, d).
    pub reconstructions: Matrix,
    /// Of all held-out samples made nonsense, in parts of their variance.
    pub error: f64,
}

/// One sample on its way through the network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SampleView {
    pub sample: u32,
    /// (1, d): what the network sees.
    pub input: Matrix,
    /// (1, k).
    pub code: Matrix,
    /// (1, d).
    pub reconstruction: Matrix,
    /// (1, d): PCA's, at the same k.
    pub pca: Matrix,
}

/// A point of the code scatter and what the decoder makes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProbeView {
    pub at: [f32; 2],
    /// (1, d).
    pub decoded: Matrix,
}

/// The numbers of a moment; `None` where one does not apply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Readouts {
    pub step: u64,
    /// Passes through the training part, with fraction.
    pub epoch: f64,
    /// What training makes small, over the training part: reconstruction loss, penalty and weight
    /// decay.
    pub loss: f64,
    /// The reconstruction's part of it.
    pub reconstruction: f64,
    /// Mean over the training part and features of (r − x)²; r comes from the corrupted input where
    /// there is one, x is clean.
    pub train_mse: f64,
    pub heldout_mse: f64,
    /// PCA's held-out error at the same k.
    pub pca_mse: f64,
    pub penalty: Option<f64>,
    /// The weight decay's part of the loss.
    pub decay: Option<f64>,
    /// Fraction of the training part's code activations above 1 % of their unit's largest.
    pub active_units: f64,
    /// ρ̂ over units, over the training part.
    pub mean_activation: f64,
    /// Degrees, for linear networks.
    pub largest_angle_deg: Option<f64>,
    /// 10 log₁₀ of how many times the error of doing nothing is that of the reconstruction, held out.
    pub gain_db: Option<f64>,
    pub steps_per_s: Option<f64>,
}
