//! Backpropagation against central differences, every parameter, in f64.

#![allow(clippy::unwrap_used)]

use hourglass::model::{Activation, Autoencoder, AutoencoderConfig};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::train::loss_and_gradients;
use ndarray::Array2;

const STEP: f64 = 1e-5;

/// The largest difference between backpropagated and numeric gradients, relative to the larger of
/// both norms, over the layers.
fn relative_error(config: &AutoencoderConfig) -> f64 {
    let mut rng = stream(3, Purpose::Weights);
    let mut network: Autoencoder<f64> = config.init(&mut rng);
    // Biases off zero, so that no unit sits at a kink and every parameter matters.
    for parameter in network.parameters_mut() {
        *parameter += uniform(&mut rng, -0.3, 0.3);
    }
    let x = Array2::from_shape_simple_fn((9, config.input), || uniform(&mut rng, -1.0, 1.0));
    let (_, gradients) = loss_and_gradients(&network, x.view());
    let exact: Vec<f64> = gradients
        .iter()
        .flat_map(|g| g.d_weight.iter().chain(&g.d_bias).copied())
        .collect();
    let numeric: Vec<f64> = (0..exact.len())
        .map(|i| {
            let loss_at = |by: f64| {
                let mut moved = network.clone();
                *moved.parameters_mut().nth(i).unwrap() += by;
                loss_and_gradients(&moved, x.view()).0
            };
            (loss_at(STEP) - loss_at(-STEP)) / (2.0 * STEP)
        })
        .collect();
    assert!(
        exact.iter().any(|&g| g != 0.0),
        "the check needs a gradient"
    );
    let norm = |v: &mut dyn Iterator<Item = f64>| v.map(|g| g * g).sum::<f64>().sqrt();
    let difference = norm(&mut exact.iter().zip(&numeric).map(|(a, b)| a - b));
    let scale = norm(&mut exact.iter().copied()).max(norm(&mut numeric.iter().copied()));
    difference / scale
}

#[test]
fn gradients_are_the_slopes_of_the_loss() {
    let depths: [&[usize]; 4] = [&[], &[7], &[7, 5], &[8, 6, 5]];
    let mut largest: f64 = 0.0;
    for hidden_activation in Activation::ALL {
        for code_activation in Activation::ALL {
            for hidden in depths {
                let config = AutoencoderConfig {
                    input: 6,
                    hidden: hidden.to_vec(),
                    code: 3,
                    hidden_activation,
                    code_activation,
                };
                let error = relative_error(&config);
                assert!(error < 1e-6, "{config:?}: {error:e}");
                largest = largest.max(error);
            }
        }
    }
    println!("largest relative error of a gradient: {largest:e}");
}
