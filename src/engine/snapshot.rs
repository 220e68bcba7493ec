//! A run at one moment, as far as the page looks at it.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, concatenate, s};

use super::analyses::analyses;
use super::network_view::{network_view, unit_view};
use crate::analysis::{
    Pca, active_fraction, column_means, dead_units, field, gain_db, grid, largest_principal_angle,
    mean_activation,
};
use crate::data::Dataset;
use crate::model::Trace;
use crate::protocol::{
    Facts, Matrix, NetworkView, Nonsense, PcaFacts, ProbeView, Readouts, SampleView, Snapshot,
    UnitView, View,
};
use crate::settings::Shape;
use crate::train::{Losses, Penalty, Trainer, mse};

/// Points on the decoder's curve for k = 1.
const CURVE_POINTS: usize = 240;
/// How far beyond the codes' range the curve goes, in parts of the range.
const CURVE_MARGIN: f32 = 0.04;
/// The most principal components that cross to the page.
const MOST_COMPONENTS: usize = 128;
/// The field's grid: so many cells a side, over this much of the plane.
const FIELD_SIDE: usize = 24;
const FIELD_REACH: f32 = 1.3;

/// A network and all samples' way through it.
pub struct Moment<'a> {
    pub(super) trainer: &'a Trainer<f32>,
    pub(super) dataset: &'a Dataset,
    /// What the network sees of the samples: (n, d).
    pub(super) inputs: ArrayView2<'a, f32>,
    pub(super) pca: &'a Pca,
    pub(super) trace: Trace<f32>,
    is_corrupted: bool,
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

    /// The terms of the objective over the training part.
    pub fn losses(&self) -> Losses {
        let train = s![..self.dataset.n_train, ..];
        self.trainer.config().objective.losses(
            self.trainer.network(),
            self.trace.code().slice(train),
            self.trace.reconstruction().slice(train),
            self.dataset.train(),
        )
    }

    /// Looks at what the view asks for; `telling` are the features to show where not all can be.
    pub fn snapshot(&self, losses: Losses, view: &View, telling: &[u32]) -> Snapshot {
        let code = self.trace.code();
        let k = code.ncols();
        let axes = view.axes.map(|axis| (axis as usize).min(k - 1));
        let is_points = matches!(self.dataset.shape, Shape::Point(_));
        let gallery = self.rows(&view.gallery);
        let means = column_means(code.slice(s![..self.dataset.n_train, ..]));
        Snapshot {
            readouts: self.readouts(losses),
            k: k as u32,
            codes: matrix(code.select(Axis(1), &axes[..k.min(2)]).view()),
            reconstructions: matrix_if(is_points, || self.trace.reconstruction().to_owned()),
            inputs: matrix_if(is_points && self.is_corrupted, || self.inputs.to_owned()),
            curve: matrix_if(is_points && k == 1, || self.curve()),
            gallery: matrix(self.trace.reconstruction().select(Axis(0), &gallery).view()),
            gallery_pca: matrix(self.pca_of(&gallery, k).view()),
            gallery_inputs: matrix_if(self.is_corrupted, || self.inputs.select(Axis(0), &gallery)),
            heatmap: matrix_if(!view.heatmap.is_empty(), || {
                let chosen = code.select(Axis(0), &self.rows(&view.heatmap));
                chosen.t().as_standard_layout().into_owned()
            }),
            dictionary: matrix_if(view.dictionary, || {
                self.trainer.network().decoder_slope(means.view())
            }),
            mean_activations: matrix(means.view().insert_axis(Axis(0))),
            field: matrix_if(view.field && self.dataset.shape == Shape::Point(2), || {
                self.field()
            }),
            dead_units: dead_units(code.slice(s![..self.dataset.n_train, ..])) as u32,
            network: self.network(view, telling),
            unit: self.unit(view),
            analyses: view.analyses.then(|| analyses(self)),
            sample: view.sample.and_then(|sample| self.sample(sample)),
            probe: view.probe.map(|at| self.probe(at, axes, view.sample)),
            ..Snapshot::default()
        }
    }

    /// What becomes of samples that are none, (n, d).
    pub fn nonsense(&self, nonsense: ArrayView2<f32>) -> Nonsense {
        const SHOWN: usize = 4;
        let rebuilt = self.trainer.network().forward(nonsense);
        let made = rebuilt.reconstruction();
        let variance = nonsense.var_axis(Axis(0), 0.0).mean().unwrap_or(1.0);
        let few = s![..SHOWN.min(nonsense.nrows()), ..];
        Nonsense {
            x: matrix(nonsense.slice(few)),
            reconstructions: matrix(made.slice(few)),
            error: mse(made, nonsense) / f64::from(variance),
        }
    }

    fn network(&self, view: &View, telling: &[u32]) -> Option<NetworkView> {
        let row = *self.rows(&[view.sample?]).first()?;
        view.network.then(|| {
            let outputs = self.outputs(row);
            network_view(
                self.trainer.network(),
                (row, self.inputs.row(row)),
                &outputs,
                telling,
            )
        })
    }

    fn unit(&self, view: &View) -> Option<UnitView> {
        let row = *self.rows(&[view.sample?]).first()?;
        unit_view(
            self.trainer.network(),
            self.inputs.row(row),
            &self.outputs(row),
            view.unit?,
        )
    }

    /// All layers' outputs for one sample.
    fn outputs(&self, row: usize) -> Vec<ArrayView1<'_, f32>> {
        let outputs = self.trace.outputs().iter();
        outputs.map(|output| output.row(row)).collect()
    }

    fn readouts(&self, losses: Losses) -> Readouts {
        let n_train = self.dataset.n_train;
        let rows = s![self.dataset.held_out_rows(), ..];
        let held_out = self.dataset.held_out();
        let k = self.trace.code().ncols();
        let train_code = self.trace.code().slice_move(s![..n_train, ..]);
        let objective = self.trainer.config().objective;
        let heldout_mse = mse(self.trace.reconstruction().slice(rows), held_out);
        let input = self.inputs.slice(rows);
        Readouts {
            loss: losses.total(),
            reconstruction: losses.reconstruction,
            penalty: (objective.penalty != Penalty::None).then_some(losses.penalty),
            decay: (objective.decay > 0.0).then_some(losses.decay),
            train_mse: mse(
                self.trace.reconstruction().slice(s![..n_train, ..]),
                self.dataset.train(),
            ),
            heldout_mse,
            pca_mse: mse(self.pca.reconstruct(input, k).view(), held_out),
            active_units: active_fraction(train_code),
            mean_activation: mean_activation(train_code),
            largest_angle_deg: self.largest_angle(),
            gain_db: self
                .is_corrupted
                .then(|| gain_db(mse(input, held_out), heldout_mse))
                .flatten(),
            ..Readouts::default()
        }
    }

    fn largest_angle(&self) -> Option<f64> {
        let network = self.trainer.network();
        let rank = network.config().widths().into_iter().min()?;
        let components = self.pca.first(rank);
        network
            .config()
            .is_linear()
            .then(|| largest_principal_angle(network.decoder(), components, rank))?
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
            .reconstruct(self.inputs.select(Axis(0), rows).view(), k)
    }

    fn sample(&self, sample: u32) -> Option<SampleView> {
        let rows = self.rows(&[sample]);
        let row = *rows.first()?;
        let k = self.trace.code().ncols();
        let one = s![row..=row, ..];
        Some(SampleView {
            sample,
            input: matrix(self.inputs.slice(one)),
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
        let decoded = self.trainer.network().decode(h.insert_axis(Axis(0)).view());
        ProbeView {
            at,
            decoded: matrix(decoded.view()),
        }
    }

    /// The decoder swept over the range of the one code unit: (points, d).
    fn curve(&self) -> Array2<f32> {
        let code = self.trace.code();
        let low = code.fold(f32::INFINITY, |low, &h| low.min(h));
        let high = code.fold(f32::NEG_INFINITY, |high, &h| high.max(h));
        let margin = CURVE_MARGIN * (high - low);
        let sweep = Array1::linspace(low - margin, high + margin, CURVE_POINTS);
        self.trainer
            .network()
            .decode(sweep.insert_axis(Axis(1)).view())
    }

    /// r(x) − x on a grid: (cells, 4).
    fn field(&self) -> Array2<f32> {
        let x = grid(-FIELD_REACH, FIELD_REACH, FIELD_SIDE);
        let arrows = field(self.trainer.network(), x.view());
        concatenate(Axis(1), &[x.view(), arrows.view()]).unwrap_or(x)
    }
}

/// What the page must know of a run once.
pub fn facts(dataset: &Dataset, pca: &Pca) -> Facts {
    let components = pca.first(MOST_COMPONENTS);
    Facts {
        shape: dataset.shape,
        n_train: dataset.n_train,
        n_novel: dataset.n_novel,
        labels: dataset.labels.clone(),
        variance: f64::from(dataset.train().var_axis(Axis(0), 0.0).mean().unwrap_or(0.0)),
        factors: matrix(dataset.factors.view()),
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
            heldout_mse: pca.reconstruction_mse(dataset.held_out(), components.nrows()),
        },
    }
}

pub(super) fn matrix(array: ArrayView2<f32>) -> Matrix {
    Matrix {
        columns: array.ncols(),
        values: array.iter().copied().collect(),
    }
}

fn matrix_if(is_wanted: bool, array: impl FnOnce() -> Array2<f32>) -> Matrix {
    if is_wanted {
        matrix(array().view())
    } else {
        Matrix::default()
    }
}
