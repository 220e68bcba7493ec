//! A run as it leaves the page, and as it comes back.

use serde::{Deserialize, Serialize};

use super::{Matrix, Message, Readouts, Weights};
use crate::settings::{PenaltyChoice, Settings};

/// Enough to go on from, here or elsewhere, and what has happened until then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedRun {
    /// The address of the page with these settings.
    pub link: String,
    pub settings: Settings,
    pub weights: Weights,
    pub readouts: Readouts,
    /// In the order of their steps.
    pub points: Vec<Point>,
    pub occurrences: Vec<Occurrence>,
    /// What the last sweep has found.
    pub swept: Vec<SweepPoint>,
    /// What sparsity has cost so far.
    pub trades: Vec<Trade>,
    /// The user's own samples, where it learns from them.
    pub own: Option<Vec<u8>>,
    /// What pictures show of it besides.
    pub seen: Vec<Seen>,
}

/// A table that a picture shows, as long as it is on the page. It can be had again, and no file keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub what: Sight,
    pub rows: Matrix,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sight {
    /// Of each sample, its coordinates on as many principal components as its code has numbers.
    PcaCodes,
    /// The level of the corruption, and the held-out error of doing nothing, of PCA, of the network
    /// trained without corruption (NaN where there is none) and of this one.
    Levels,
    /// Bits per number, and the held-out error of the network and of PCA.
    Rates,
    /// False positive rate, true positive rate.
    Roc,
    /// A sample, and one of those nearest to it by code, by PCA and by all features, the nearest first.
    /// The first sample is 1.
    Neighbours,
    /// A way from one sample to another (0 by the code, 1 by PCA, 2 by all features), a place on it from 0 to 1,
    /// and the features there.
    Walk,
    /// Two code numbers, and the features that are decoded from them.
    Grid,
}

/// The errors at one step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub step: u64,
    pub train: f64,
    pub held_out: f64,
    pub pca: f64,
    pub penalty: Option<f64>,
}

/// Errors at one bottleneck size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepPoint {
    pub k: u32,
    pub train: f64,
    pub held_out: f64,
    pub pca: f64,
}

/// How many units were lit, with which error, at which price.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trade {
    pub penalty: PenaltyChoice,
    pub price: f64,
    pub lit: f64,
    pub held_out: f64,
}

/// Something that happened after a step, such as "k 2 → 16".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Occurrence {
    pub step: u64,
    pub text: String,
}

impl Message for SavedRun {
    fn matrices(&mut self) -> Vec<&mut Matrix> {
        let mut matrices: Vec<_> = self.weights.matrices().into();
        matrices.extend(self.seen.iter_mut().map(|seen| &mut seen.rows));
        matrices
    }
}
