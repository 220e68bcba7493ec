//! One training step, taken apart.

use ndarray::{ArrayView1, ArrayView2};

use super::matrix::matrix;
use super::network_view::{network_view, shown_entries};
use crate::protocol::Dissection;
use crate::train::{Losses, Trainer, mse};

/// A step from its trainers before and after, its losses, its batch (input, target: (n, d)) and the
/// batch's rows in the data. The first sample of the batch is the one that is followed.
pub fn dissection(
    [before, after]: [&Trainer<f32>; 2],
    losses: Losses,
    [input, target]: [ArrayView2<f32>; 2],
    rows: &[usize],
    telling: &[u32],
) -> Dissection {
    let network = before.network();
    let objective = before.config().objective;
    let trace = network.forward(input);
    let (_, gradients) = objective.losses_and_gradients(network, input, target);
    let outputs: Vec<ArrayView1<f32>> = trace.outputs().iter().map(|a| a.row(0)).collect();
    let first = |all: ArrayView2<f32>| matrix(all.slice(ndarray::s![..1, ..]));
    let row = rows.first().copied().unwrap_or_default();
    let moved = network.layers.iter().zip(&after.network().layers);
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
        updates: shown_entries(
            network,
            telling,
            moved.map(|(before, after)| &after.weight - &before.weight),
        ),
        learning_rate: before.config().learning_rate,
    }
}
