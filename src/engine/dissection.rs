//! One training step, taken apart.

use ndarray::{Array2, ArrayView1, ArrayView2};

use super::matrix::matrix;
use super::network_view::{network_view, shown_entries};
use super::now::Batch;
use crate::protocol::{Dissection, MovedWeight};
use crate::settings::OptimiserChoice;
use crate::train::{Losses, Trainer, mse};

/// A step from its trainers before and after, its losses and its batch. The first sample of the batch is the one that is followed.
pub fn dissection(
    [before, after]: [&Trainer<f32>; 2],
    losses: Losses,
    Batch {
        input,
        target,
        rows,
    }: &Batch,
    telling: &[u32],
    optimiser: OptimiserChoice,
) -> Dissection {
    let [input, target] = [input.view(), target.view()];
    let network = before.network();
    let objective = before.config().objective;
    let trace = network.forward(input);
    let (_, gradients) = objective.losses_and_gradients(network, input, target);
    let outputs: Vec<ArrayView1<f32>> = trace.outputs().iter().map(|a| a.row(0)).collect();
    let first = |all: ArrayView2<f32>| matrix(all.slice(ndarray::s![..1, ..]));
    let row = rows.first().copied().unwrap_or_default();
    let moved: Vec<Array2<f32>> = network
        .layers
        .iter()
        .zip(&after.network().layers)
        .map(|(before, after)| &after.weight - &before.weight)
        .collect();
    // What gives atoms their length besides is no part of the rule.
    let is_free = |layer: &usize| !network.has_unit_length(*layer);
    let most = most_moved(&moved, (0..network.free_layers().len()).filter(is_free));
    let most = most.map(|(layer, at)| MovedWeight {
        gradient: gradients[layer].d_weight[at].into(),
        moments: after.optimizer().moments_of(layer, at).map(f64::from),
        change: moved[layer][at].into(),
    });
    Dissection {
        batch: rows.iter().map(|&row| row as u32).collect(),
        input: first(input),
        target: first(target),
        network: network_view(network, (row, input.row(0)), &outputs, telling),
        code: first(trace.code()),
        reconstruction: first(trace.reconstruction()),
        sample_error: mse(
            trace.reconstruction().slice(ndarray::s![..1, ..]),
            target.slice(ndarray::s![..1, ..]),
        ),
        loss: losses.total(),
        reconstruction_loss: losses.reconstruction,
        penalty: losses.penalty,
        decay: losses.decay,
        gradient_rms: gradients
            .iter()
            .map(|gradient| {
                let squares = gradient
                    .d_weight
                    .fold(0.0, |sum, &g| sum + f64::from(g * g));
                (squares / gradient.d_weight.len().max(1) as f64).sqrt()
            })
            .collect(),
        gradients: shown_entries(
            network,
            telling,
            gradients.into_iter().map(|gradient| gradient.d_weight),
        ),
        updates: shown_entries(network, telling, moved.into_iter()),
        moved: most,
        learning_rate: before.config().learning_rate,
        optimiser,
    }
}

/// The layer and the place of the entry of largest magnitude.
fn most_moved(
    moved: &[Array2<f32>],
    layers: impl Iterator<Item = usize>,
) -> Option<(usize, [usize; 2])> {
    let entries = layers.flat_map(|layer| {
        let entries = moved[layer].indexed_iter();
        entries.map(move |((i, j), change)| (change.abs(), (layer, [i, j])))
    });
    entries
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, place)| place)
}
