//! A run at one moment, as far as the page looks at it.

use ndarray::{Array1, Array2, ArrayView2, Axis, s};

use crate::analysis::{Pca, active_fraction, largest_principal_angle, mean_activation};
use crate::data::Dataset;
use crate::model::{Autoencoder, Trace};
use crate::protocol::{Facts, Matrix, PcaFacts, ProbeView, Readouts, SampleView, Snapshot, View};
use crate::settings::Shape;
use crate::train::mse;

/// Points on the decoder's curve for k = 1.
const CURVE_POINTS: usize = 240;
/// How far beyond the codes' range the curve goes, in parts of the range.
const CURVE_MARGIN: f32 = 0.04;
/// The most principal components that cross to the page.
const MOST_COMPONENTS: usize = 128;

/// A network and all samples' way through it.
pub struct Moment<'a> {
    network: &'a Autoencoder<f32>,
    dataset: &'a Dataset,
    pca: &'a Pca,
    trace: Trace<f32>,
}

impl<'a> Moment<'a> {
    pub fn of(network: &'a Autoencoder<f32>, dataset: &'a Dataset, pca: &'a Pca) -> Self {
        let trace = network.forward(dataset.x.view());
        Self {
            network,
            dataset,
            pca,
            trace,
        }
    }

    pub fn train_error(&self) -> f64 {
        let train = s![..self.dataset.n_train, ..];
        mse(
            self.trace.reconstruction().slice(train),
            self.dataset.train(),
        )
    }

    pub fn snapshot(&self, view: &View) -> Snapshot {
        let k = self.trace.code().ncols();
        let axes = view.axes.map(|axis| (axis as usize).min(k - 1));
        let is_points = matches!(self.dataset.shape, Shape::Point(_));
        let gallery = self.rows(&view.gallery);
        Snapshot {
            readouts: self.readouts(),
            k: k as u32,
            codes: matrix(self.trace.code().select(Axis(1), &axes[..k.min(2)]).view()),
            reconstructions: if is_points {
                matrix(self.trace.reconstruction())
            } else {
                Matrix::default()
            },
            curve: if is_points && k == 1 {
                matrix(self.curve().view())
            } else {
                Matrix::default()
            },
            gallery: matrix(self.trace.reconstruction().select(Axis(0), &gallery).view()),
            gallery_pca: matrix(self.pca_of(&gallery, k).view()),
            sample: view.sample.and_then(|sample| self.sample(sample)),
            probe: view.probe.map(|at| self.probe(at, axes, view.sample)),
            weights: None,
        }
    }

    fn readouts(&self) -> Readouts {
        let n_train = self.dataset.n_train;
        let held_out = self.dataset.held_out();
        let k = self.trace.code().ncols();
        let train_code = self.trace.code().slice_move(s![..n_train, ..]);
        let train_mse = self.train_error();
        Readouts {
            loss: train_mse,
            train_mse,
            heldout_mse: mse(
                self.trace.reconstruction().slice(s![n_train.., ..]),
                held_out,
            ),
            pca_mse: mse(self.pca.reconstruct(held_out, k).view(), held_out),
            active_units: active_fraction(train_code),
            mean_activation: mean_activation(train_code),
            largest_angle_deg: self.largest_angle(),
            ..Readouts::default()
        }
    }

    fn largest_angle(&self) -> Option<f64> {
        let config = self.network.config();
        let rank = config.widths().into_iter().min()?;
        let components = self.pca.first(rank);
        config
            .is_linear()
            .then(|| largest_principal_angle(self.network.decoder(), components, rank))?
    }

    /// The rows of samples that exist.
    fn rows(&self, samples: &[u32]) -> Vec<usize> {
        let n = self.dataset.x.nrows();
        samples
            .iter()
            .map(|&sample| sample as usize)
            .filter(|&row| row < n)
            .collect()
    }

    fn pca_of(&self, rows: &[usize], k: usize) -> Array2<f32> {
        self.pca
            .reconstruct(self.dataset.x.select(Axis(0), rows).view(), k)
    }

    fn sample(&self, sample: u32) -> Option<SampleView> {
        let rows = self.rows(&[sample]);
        let row = *rows.first()?;
        let k = self.trace.code().ncols();
        let one = s![row..=row, ..];
        Some(SampleView {
            sample,
            code: matrix(self.trace.code().slice(one)),
            reconstruction: matrix(self.trace.reconstruction().slice(one)),
            pca: matrix(self.pca_of(&rows, k).view()),
        })
    }

    /// Decodes a point of the scatter; the code units that are not on its axes are those of the
    /// chosen sample, or else the mean.
    fn probe(&self, at: [f32; 2], axes: [usize; 2], sample: Option<u32>) -> ProbeView {
        let code = self.trace.code();
        let mut h = sample
            .and_then(|sample| self.rows(&[sample]).first().copied())
            .map(|row| code.row(row).to_owned())
            .or_else(|| code.mean_axis(Axis(0)))
            .unwrap_or_else(|| Array1::zeros(code.ncols()));
        for (axis, value) in axes.into_iter().zip(at).take(h.len()) {
            h[axis] = value;
        }
        ProbeView {
            at,
            decoded: matrix(self.network.decode(h.insert_axis(Axis(0)).view()).view()),
        }
    }

    /// The decoder swept over the range of the one code unit: (points, d).
    fn curve(&self) -> Array2<f32> {
        let code = self.trace.code();
        let low = code.fold(f32::INFINITY, |low, &h| low.min(h));
        let high = code.fold(f32::NEG_INFINITY, |high, &h| high.max(h));
        let margin = CURVE_MARGIN * (high - low);
        let sweep = Array1::linspace(low - margin, high + margin, CURVE_POINTS);
        self.network.decode(sweep.insert_axis(Axis(1)).view())
    }
}

/// What the page must know of a run once.
pub fn facts(dataset: &Dataset, pca: &Pca) -> Facts {
    let components = pca.first(MOST_COMPONENTS);
    Facts {
        shape: dataset.shape,
        n_train: dataset.n_train,
        labels: dataset.labels.clone(),
        x: matrix(dataset.x.view()),
        pca: PcaFacts {
            mean: matrix(pca.mean.view().insert_axis(Axis(0))),
            components: matrix(components),
            codes: matrix(pca.transform(dataset.x.view(), components.nrows()).view()),
            explained_variance_ratio: pca
                .explained_variance_ratio()
                .iter()
                .take(components.nrows())
                .copied()
                .collect(),
        },
    }
}

fn matrix(array: ArrayView2<f32>) -> Matrix {
    Matrix {
        columns: array.ncols(),
        values: array.iter().copied().collect(),
    }
}
