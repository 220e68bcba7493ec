//! What the page sees of a run at one moment: as much as its view asks for.

use serde::{Deserialize, Serialize};

use super::{Analyses, Dissection, Facts, Matrix, NetworkView, Readouts, UnitView, Uses, Weights};

/// A run at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// What is known of the samples now, where some were put elsewhere since the last snapshot.
    pub facts: Option<Box<Facts>>,
    /// The step that is drawn, and the passes through the training part until then, with fraction.
    pub step: u64,
    pub epoch: f64,
    /// Of the last moment at which all samples were gone through: a few steps before where the view allows it,
    /// else this very one.
    pub readouts: Readouts,
    /// The bottleneck size at the step that is drawn.
    pub k: u32,
    /// The code units on the scatter's axes.
    pub axes: [u32; 2],
    /// Codes on the axes, of all samples: (n, 2), or (n, 1) when k = 1.
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
    /// The steps of the networks trained beside the run, without corruption and without regularisers, where
    /// they are earlier ones.
    pub plain_step: Option<u64>,
    pub bare_step: Option<u64>,
    /// Reconstructions of the view's gallery by the network trained without corruption, (gallery, d).
    pub gallery_plain: Matrix,
    /// Rows of level, and the held-out error at it of doing nothing, of PCA, of the network trained
    /// without corruption and of this one; NaN where there is none.
    pub levels: Option<Matrix>,
    /// A row for some held-out samples: how far the code moves when the input is shaken a little, in parts
    /// of its standard deviation, and the error; then the same without regularisers, NaN where there
    /// is no such network.
    pub faces: Option<Matrix>,
    /// ρ̂ of every code unit over the training part, as the readouts of their moment: (1, k of then).
    pub mean_activations: Matrix,
    /// Activations of the view's heatmap, (k, samples).
    pub heatmap: Matrix,
    /// How the reconstruction moves with each code unit, at the mean code: (k, d). Without hidden
    /// layers these are the decoder's weights.
    pub dictionary: Matrix,
    /// The decoder's bias, where a reconstruction is this and every code number times its row of the
    /// dictionary: (1, d), else empty.
    pub bias: Matrix,
    /// The error of each of the heatmap's samples, mean over features: (1, samples).
    pub heatmap_errors: Matrix,
    pub excited: Option<Excited>,
    /// A row x₁, x₂, r₁ − x₁, r₂ − x₂ for each place of a grid.
    pub field: Matrix,
    /// The score beside it, where the density is known.
    pub score: Option<Score>,
    /// Where each of the view's particles is after 0, 1, 2, … passes through the network: a row of
    /// pairs each.
    pub trails: Matrix,
    /// What becomes of the view's sketch.
    pub sketch: Option<Sketched>,
    /// A code unit is lit where its activation's magnitude is above this.
    pub least_lit: f32,
    /// Code units whose activation hardly varies over the training part, of those that the readouts are of.
    pub dead_units: u32,
    /// How much reconstructions of training samples differ: their features' mean variance,
    /// in parts of the data's. 0 where every sample comes out the same.
    pub variation: f64,
    pub nonsense: Option<Nonsense>,
    pub network: Option<NetworkView>,
    pub unit: Option<UnitView>,
    /// The step that led here, taken apart.
    pub dissection: Option<Dissection>,
    /// Whether this is an earlier moment than the run's newest.
    pub is_past: bool,
    pub analyses: Option<Analyses>,
    pub uses: Uses,
    pub sample: Option<SampleView>,
    pub probe: Option<ProbeView>,
    pub weights: Option<Weights>,
}

impl Snapshot {
    /// The bottleneck size of the moment that the readouts are of.
    pub fn measured_k(&self) -> u32 {
        self.mean_activations.columns as u32
    }
}

/// The true field of the corrupted data: σ² times the gradient of the log of their density.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Rows like those of the snapshot's field.
    pub field: Matrix,
    /// The mean angle between the two fields, in degrees, within two standard deviations of the data.
    pub angle_deg: Option<f64>,
}

/// An image of the student's own, (1, d), and what becomes of it, (1, d) each.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sketched {
    pub input: Matrix,
    pub reconstruction: Matrix,
    /// By the network trained without corruption; empty while it is not as far as the run.
    pub plain: Matrix,
    pub pca: Matrix,
    /// Of a few hundred held-out samples at most, each itself sent through the network: the mean of (r − x)²,
    /// (1, samples), where the view asks for them. Beside these an image's own error says how strange it is to
    /// the network.
    pub errors: Matrix,
}

/// Samples that are none: each feature is another held-out sample's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Nonsense {
    /// (few, d).
    pub x: Matrix,
    /// (few, d).
    pub reconstructions: Matrix,
    /// (few, d): PCA's, at the same k.
    pub pca: Matrix,
    /// Of all held-out samples made nonsense, in parts of their variance.
    pub error: f64,
}

/// What one code unit answers to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Excited {
    pub unit: u32,
    /// The samples that excite it most, and how much.
    pub samples: Vec<u32>,
    pub activations: Vec<f32>,
    /// How many of all samples have an activation in each of the equal parts of the range.
    pub counts: Vec<u32>,
    pub range: [f32; 2],
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
