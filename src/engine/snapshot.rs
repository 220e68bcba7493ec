//! A run at one moment, as far as the page looks at it.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, s};

use super::analyses::analyses;
use super::code_view::{bias, errors, excited};
use super::field::{arrows, trails};
use super::matrix::{matrix, matrix_if};
use super::moment::Moment;
use super::network_view::{network_view, unit_view};
use super::readouts::readouts;
use super::uses::uses;
use crate::analysis::{column_means, dead_units, least_active, variation};
use crate::protocol::{
    Matrix, NetworkView, Nonsense, ProbeView, SampleView, Snapshot, UnitView, View,
};
use crate::settings::Shape;
use crate::train::{Losses, mse};

/// Points on the decoder's curve for k = 1.
const CURVE_POINTS: usize = 240;
/// How far beyond the codes' range the curve goes, in parts of the range.
const CURVE_MARGIN: f32 = 0.04;

/// Looks at what the view asks for; `telling` are the features to show where not all can be.
pub fn snapshot(moment: &Moment, losses: Losses, view: &View, telling: &[u32]) -> Snapshot {
    let dataset = moment.dataset;
    let (code, reconstruction) = (moment.trace.code(), moment.trace.reconstruction());
    let k = moment.k();
    let axes = axes(view, k);
    let is_points = matches!(dataset.shape, Shape::Point(_));
    let train_code = code.slice(s![..dataset.n_train, ..]);
    let means = column_means(train_code);
    // A held-out sample alone does not vary.
    let seen = reconstruction.slice(s![..dataset.n_train, ..]);
    let variation = variation(seen, moment.pca.variance());
    let mut snapshot = Snapshot {
        readouts: readouts(moment, losses, variation),
        variation,
        k: k as u32,
        axes: axes.map(|axis| axis as u32),
        codes: matrix(code.select(Axis(1), &axes[..k.min(2)]).view()),
        reconstructions: matrix_if(is_points, || reconstruction.to_owned()),
        inputs: matrix_if(is_points && moment.is_corrupted, || {
            moment.inputs.to_owned()
        }),
        curve: matrix_if(is_points && k == 1, || curve(moment)),
        excited: view.code_unit.and_then(|unit| excited(moment, unit)),
        mean_activations: matrix(means.view().insert_axis(Axis(0))),
        field: matrix_if(view.field && dataset.shape == Shape::Point(2), || {
            arrows(moment)
        }),
        trails: trails(moment, &view.particles),
        least_lit: least_active(train_code, moment.network().config().code_activation),
        dead_units: dead_units(train_code) as u32,
        analyses: view.analyses.then(|| analyses(moment)),
        uses: uses(moment, view, axes),
        ..Snapshot::default()
    };
    draw(&mut snapshot, moment, view, telling);
    snapshot
}

/// The code units on the scatter's axes, of k: two where there are two.
pub fn axes(view: &View, k: usize) -> [usize; 2] {
    let wanted = view.axes.map(|axis| (axis as usize).min(k - 1));
    match wanted[0] == wanted[1] && k > 1 {
        true => [0, 1],
        false => wanted,
    }
}

/// What is drawn of single samples, which need not be those of all: it follows every step.
pub fn draw(snapshot: &mut Snapshot, moment: &Moment, view: &View, telling: &[u32]) {
    let (code, reconstruction) = (moment.trace.code(), moment.trace.reconstruction());
    let axes = axes(view, moment.k());
    let means = means(&snapshot.mean_activations.values, code);
    let gallery = moment.rows(&view.gallery);
    let heatmap = moment.rows(&view.heatmap);
    snapshot.gallery = matrix(reconstruction.select(Axis(0), &gallery).view());
    snapshot.gallery_pca = matrix(moment.pca_of(&gallery).view());
    snapshot.gallery_inputs = matrix_if(moment.is_corrupted, || {
        moment.inputs.select(Axis(0), &gallery)
    });
    snapshot.heatmap = matrix_if(!heatmap.is_empty(), || {
        let chosen = code.select(Axis(0), &heatmap);
        chosen.t().as_standard_layout().into_owned()
    });
    snapshot.heatmap_errors = matrix_if(!heatmap.is_empty(), || errors(moment, &heatmap));
    snapshot.dictionary = matrix_if(view.dictionary, || {
        moment.network().decoder_slope(means.view())
    });
    snapshot.bias = matrix_if(view.dictionary, || bias(moment));
    snapshot.network = network(moment, view, telling);
    snapshot.unit = unit(moment, view);
    snapshot.sample = view.sample.and_then(|sample| way(moment, sample));
    snapshot.probe = view
        .probe
        .map(|at| probe(moment, at, axes, view.sample, means));
}

/// The mean code: what was measured, and of units that came since, that of the codes at hand (n, k).
fn means(measured: &[f32], code: ArrayView2<f32>) -> Array1<f32> {
    let units = code.columns().into_iter().enumerate();
    let mean = |(unit, values): (usize, ArrayView1<f32>)| match measured.get(unit) {
        Some(&mean) => mean,
        None => values.mean().unwrap_or(0.0),
    };
    units.map(mean).collect()
}

/// Moves some samples' codes, to (samples, k), among those of all.
pub fn move_codes(
    codes: &mut Matrix,
    view: &View,
    samples: impl Iterator<Item = usize>,
    to: ArrayView2<f32>,
) {
    let axes = axes(view, to.ncols());
    let columns = codes.columns;
    for (sample, code) in samples.zip(to.rows()) {
        let from = sample * columns;
        for (value, &axis) in codes.values[from..from + columns].iter_mut().zip(&axes) {
            *value = code[axis];
        }
    }
}

/// What becomes of samples that are none, (n, d).
pub fn rebuilt_nonsense(moment: &Moment, nonsense: ArrayView2<f32>) -> Nonsense {
    const SHOWN: usize = 4;
    let rebuilt = moment.network().forward(nonsense);
    let made = rebuilt.reconstruction();
    let variance = nonsense.var_axis(Axis(0), 0.0).mean().unwrap_or(1.0);
    let few = s![..SHOWN.min(nonsense.nrows()), ..];
    Nonsense {
        x: matrix(nonsense.slice(few)),
        reconstructions: matrix(made.slice(few)),
        pca: matrix(
            moment
                .pca
                .reconstruct(nonsense.slice(few), moment.k())
                .view(),
        ),
        error: mse(made, nonsense) / f64::from(variance),
    }
}

fn network(moment: &Moment, view: &View, telling: &[u32]) -> Option<NetworkView> {
    let row = *moment.rows(&[view.sample?]).first()?;
    view.network.then(|| {
        network_view(
            moment.network(),
            (moment.sample(row), moment.inputs.row(row)),
            &moment.outputs(row),
            telling,
        )
    })
}

fn unit(moment: &Moment, view: &View) -> Option<UnitView> {
    let row = *moment.rows(&[view.sample?]).first()?;
    unit_view(
        moment.network(),
        moment.inputs.row(row),
        &moment.outputs(row),
        view.unit?,
    )
}

/// One sample's way through the network.
fn way(moment: &Moment, sample: u32) -> Option<SampleView> {
    let rows = moment.rows(&[sample]);
    let row = *rows.first()?;
    let one = s![row..=row, ..];
    Some(SampleView {
        sample,
        input: matrix(moment.inputs.slice(one)),
        code: matrix(moment.trace.code().slice(one)),
        reconstruction: matrix(moment.trace.reconstruction().slice(one)),
        pca: matrix(moment.pca_of(&rows).view()),
    })
}

/// Decodes a point of the scatter; the code units that are not on its axes are those of the chosen
/// sample, or else their training means.
fn probe(
    moment: &Moment,
    at: [f32; 2],
    axes: [usize; 2],
    sample: Option<u32>,
    means: Array1<f32>,
) -> ProbeView {
    let code = moment.trace.code();
    let mut h = sample
        .and_then(|sample| moment.rows(&[sample]).first().copied())
        .map_or(means, |row| code.row(row).to_owned());
    for (axis, value) in axes.into_iter().zip(at).take(h.len()) {
        h[axis] = value;
    }
    let decoded = moment.network().decode(h.insert_axis(Axis(0)).view());
    ProbeView {
        at,
        decoded: matrix(decoded.view()),
    }
}

/// The decoder swept over the range of the one code unit: (points, d).
fn curve(moment: &Moment) -> Array2<f32> {
    let code = moment.trace.code();
    let low = code.fold(f32::INFINITY, |low, &h| low.min(h));
    let high = code.fold(f32::NEG_INFINITY, |high, &h| high.max(h));
    let margin = CURVE_MARGIN * (high - low);
    let sweep = Array1::linspace(low - margin, high + margin, CURVE_POINTS);
    moment.network().decode(sweep.insert_axis(Axis(1)).view())
}
