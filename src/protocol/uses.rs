//! What the code and the errors of a network are good for: what of it the page looks at, and what it
//! sees.

use serde::{Deserialize, Serialize};

use super::Matrix;

/// The uses that the page looks at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UsesView {
    /// Whether novel samples are looked for, and above which error; above none where it is still to be
    /// found.
    pub anomalies: bool,
    pub threshold: Option<f32>,
    /// Whether the neighbours of the view's sample are looked at.
    pub neighbours: bool,
    /// How many bits each code number of the gallery is written with.
    pub bits: Option<u32>,
    /// Whether the errors at all numbers of bits are looked at.
    pub rates: bool,
    /// The samples between which there is a walk.
    pub walk: Option<[u32; 2]>,
    /// Whether the plane of the code is decoded all over.
    pub grid: bool,
}

/// The uses of a moment, as far as they are looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Uses {
    pub anomalies: Option<Anomalies>,
    pub neighbours: Option<Neighbours>,
    pub quantised: Option<Quantised>,
    /// A row for 1, 2, … bits per number: the held-out error of the network and of PCA.
    pub rates: Option<Matrix>,
    pub walk: Option<Walk>,
    pub grid: Option<Grid>,
}

/// Samples of a novel kind, told by their error.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Anomalies {
    /// The error of each sample that was not trained on, mean over features of (r − x)²: held out,
    /// then novel, (1, samples).
    pub errors: Matrix,
    /// An error above it is an alarm. Where the page names none, 95 % of the training samples are
    /// below.
    pub threshold: f32,
    /// Novel samples above it, and those that are not.
    pub found: u32,
    pub missed: u32,
    /// Held-out samples above it, and those that are not.
    pub false_alarms: u32,
    pub passed: u32,
    /// (points, 2): false positive rate, true positive rate.
    pub roc: Matrix,
    /// The areas under the ROC curves of the network's errors and of PCA's, at the same k.
    pub auc: f64,
    pub pca_auc: f64,
}

/// The training samples nearest to one, the nearest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Neighbours {
    pub sample: u32,
    pub by_code: Vec<u32>,
    /// By as many principal components.
    pub by_pca: Vec<u32>,
    /// By all features.
    pub by_features: Vec<u32>,
}

/// The gallery from codes of so many bits per number.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Quantised {
    pub bits: u32,
    /// (gallery, d), of the network and of PCA.
    pub gallery: Matrix,
    pub gallery_pca: Matrix,
    /// The held-out error of the network and of PCA.
    pub error: f64,
    pub pca_error: f64,
}

/// From one sample to another in equal steps, the ends included: (steps, d) each.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    pub ends: [u32; 2],
    /// Decoded from codes between the two.
    pub network: Matrix,
    /// From principal components between the two.
    pub pca: Matrix,
    /// One sample fading into the other.
    pub features: Matrix,
}

/// The decoder all over the plane of two code units; along a line where there is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// Places across, and up.
    pub sides: [u32; 2],
    /// The lowest and the highest code number across, and up.
    pub ranges: [[f32; 2]; 2],
    /// (places, d): row by row from the top.
    pub decoded: Matrix,
}

impl Grid {
    /// The code numbers of a place: column and row, from the top left.
    pub fn code_of(&self, cell: [usize; 2]) -> [f32; 2] {
        let rows = self.sides[1] as usize;
        let up = rows.saturating_sub(1).saturating_sub(cell[1]);
        let at = |axis: usize, place: usize| {
            let [low, high] = self.ranges[axis];
            let last = (self.sides[axis] as f32 - 1.0).max(1.0);
            low + (high - low) * place as f32 / last
        };
        [at(0, cell[0]), at(1, up)]
    }
}

impl Uses {
    pub(super) fn matrices(&mut self) -> Vec<&mut Matrix> {
        let mut all = Vec::new();
        if let Some(anomalies) = &mut self.anomalies {
            all.extend([&mut anomalies.errors, &mut anomalies.roc]);
        }
        if let Some(quantised) = &mut self.quantised {
            all.extend([&mut quantised.gallery, &mut quantised.gallery_pca]);
        }
        all.extend(self.rates.as_mut());
        if let Some(walk) = &mut self.walk {
            all.extend([&mut walk.network, &mut walk.pca, &mut walk.features]);
        }
        all.extend(self.grid.as_mut().map(|grid| &mut grid.decoded));
        all
    }
}
