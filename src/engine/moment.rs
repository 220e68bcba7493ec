//! A network and all samples' way through it: what every look at a run begins with.

use ndarray::{Array2, ArrayView1, ArrayView2, Axis, s};

use super::yardstick::Yardstick;
use crate::analysis::Pca;
use crate::data::Dataset;
use crate::model::{Autoencoder, Trace};
use crate::train::{Losses, Trainer};

pub struct Moment<'a> {
    pub trainer: &'a Trainer<f32>,
    pub dataset: &'a Dataset,
    /// The samples that went through the network, (n, d), and what it saw of them, (n, d).
    pub x: ArrayView2<'a, f32>,
    pub inputs: ArrayView2<'a, f32>,
    /// Which samples these are, in order; `None` where they are all.
    among: Option<&'a [usize]>,
    pub pca: &'a Pca,
    yardstick: &'a Yardstick,
    pub trace: Trace<f32>,
    pub is_corrupted: bool,
}

/// Some of the samples, and what the network sees of them.
pub struct Few {
    /// In ascending order.
    rows: Vec<usize>,
    x: Array2<f32>,
    inputs: Array2<f32>,
    is_corrupted: bool,
}

impl Few {
    /// Of some rows, where they are there.
    pub fn of(
        rows: impl Iterator<Item = usize>,
        dataset: &Dataset,
        inputs: ArrayView2<f32>,
    ) -> Self {
        let mut rows: Vec<_> = rows.filter(|&row| row < inputs.nrows()).collect();
        rows.sort_unstable();
        rows.dedup();
        Self {
            x: dataset.x.select(Axis(0), &rows),
            inputs: inputs.select(Axis(0), &rows),
            is_corrupted: inputs.as_ptr() != dataset.x.as_ptr(),
            rows,
        }
    }
}

impl<'a> Moment<'a> {
    /// Of all samples, whose way through the network is known.
    pub fn of(
        trainer: &'a Trainer<f32>,
        dataset: &'a Dataset,
        inputs: ArrayView2<'a, f32>,
        yardstick: &'a Yardstick,
        trace: Trace<f32>,
    ) -> Self {
        Self {
            trainer,
            dataset,
            x: dataset.x.view(),
            inputs,
            among: None,
            pca: &yardstick.pca,
            yardstick,
            trace,
            is_corrupted: inputs.as_ptr() != dataset.x.as_ptr(),
        }
    }

    /// Of a few samples: only what is drawn of them can be told.
    pub fn of_few(
        trainer: &'a Trainer<f32>,
        dataset: &'a Dataset,
        few: &'a Few,
        yardstick: &'a Yardstick,
    ) -> Self {
        Self {
            trainer,
            dataset,
            x: few.x.view(),
            inputs: few.inputs.view(),
            among: Some(&few.rows),
            pca: &yardstick.pca,
            yardstick,
            trace: trainer.network().forward(few.inputs.view()),
            is_corrupted: few.is_corrupted,
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

    /// The rows of those of some samples that went through the network.
    pub fn rows(&self, samples: &[u32]) -> Vec<usize> {
        let samples = samples.iter().map(|&sample| sample as usize);
        match self.among {
            None => samples.filter(|&row| row < self.x.nrows()).collect(),
            Some(among) => samples
                .filter_map(|sample| among.binary_search(&sample).ok())
                .collect(),
        }
    }

    /// The sample of a row.
    pub fn sample(&self, row: usize) -> usize {
        self.among.map_or(row, |among| among[row])
    }

    /// PCA's error on the held-out samples, at the network's bottleneck size.
    pub fn pca_error(&self) -> f64 {
        self.yardstick.error(self.dataset, self.inputs, self.k())
    }

    /// PCA's reconstructions of some rows, at the network's bottleneck size: (rows, d).
    pub fn pca_of(&self, rows: &[usize]) -> Array2<f32> {
        self.pca
            .reconstruct(self.inputs.select(Axis(0), rows).view(), self.k())
    }
}
