//! A network and all samples' way through it: what every look at a run begins with.

use ndarray::{Array2, ArrayView1, ArrayView2, Axis, s};

use crate::analysis::Pca;
use crate::data::Dataset;
use crate::model::{Autoencoder, Trace};
use crate::train::{Losses, Trainer};

pub struct Moment<'a> {
    pub trainer: &'a Trainer<f32>,
    pub dataset: &'a Dataset,
    /// What the network sees of the samples: (n, d).
    pub inputs: ArrayView2<'a, f32>,
    pub pca: &'a Pca,
    pub trace: Trace<f32>,
    pub is_corrupted: bool,
}

impl<'a> Moment<'a> {
    pub fn of(
        trainer: &'a Trainer<f32>,
        dataset: &'a Dataset,
        inputs: ArrayView2<'a, f32>,
        pca: &'a Pca,
    ) -> Self {
        Self {
            trainer,
            dataset,
            inputs,
            pca,
            trace: trainer.network().forward(inputs),
            is_corrupted: inputs.as_ptr() != dataset.x.as_ptr(),
        }
    }

    pub fn network(&self) -> &'a Autoencoder<f32> {
        self.trainer.network()
    }

    /// The bottleneck size.
    pub fn k(&self) -> usize {
        self.trace.code().ncols()
    }

    /// The terms of the objective over the training part.
    pub fn losses(&self) -> Losses {
        let train = s![..self.dataset.n_train, ..];
        self.trainer.config().objective.losses(
            self.network(),
            self.trace.code().slice(train),
            self.trace.reconstruction().slice(train),
            self.dataset.train(),
        )
    }

    /// All layers' outputs for one sample.
    pub fn outputs(&self, row: usize) -> Vec<ArrayView1<'_, f32>> {
        let outputs = self.trace.outputs().iter();
        outputs.map(|output| output.row(row)).collect()
    }

    /// The rows of samples that exist.
    pub fn rows(&self, samples: &[u32]) -> Vec<usize> {
        let n = self.dataset.x.nrows();
        samples
            .iter()
            .map(|&sample| sample as usize)
            .filter(|&row| row < n)
            .collect()
    }

    /// PCA's reconstructions of some rows, at the network's bottleneck size: (rows, d).
    pub fn pca_of(&self, rows: &[usize]) -> Array2<f32> {
        self.pca
            .reconstruct(self.inputs.select(Axis(0), rows).view(), self.k())
    }
}
