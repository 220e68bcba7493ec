//! Backpropagation against central differences, every parameter, in f64.

use hourglass::model::{Activation, Autoencoder, AutoencoderConfig};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::train::{Loss, Objective, Penalty};
use ndarray::Array2;

const STEP: f64 = 1e-5;
const DEPTHS: [&[usize]; 4] = [&[], &[7], &[7, 5], &[8, 6, 5]];
const L1: Penalty = Penalty::L1 { weight: 0.3 };
const KL: Penalty = Penalty::Kl {
    target: 0.1,
    weight: 0.7,
};

fn config(
    hidden: &[usize],
    activations: [Activation; 2],
    objective: &Objective,
    tied: bool,
) -> AutoencoderConfig {
    AutoencoderConfig {
        input: 6,
        hidden: hidden.to_vec(),
        code: 3,
        hidden_activation: activations[0],
        code_activation: activations[1],
        output_activation: objective.loss.output_activation(),
        tied,
        unit_atoms: false,
    }
}

/// Every network that the objective may have, also where its atoms were scaled to length 1; KL is for
/// a sigmoid code.
fn configs(objective: &Objective) -> Vec<AutoencoderConfig> {
    let mut all = Vec::new();
    for hidden in Activation::ALL {
        for code in Activation::ALL {
            if objective.penalty == KL && code != Activation::Sigmoid {
                continue;
            }
            for depth in DEPTHS {
                for tied in [false, true] {
                    let free = config(depth, [hidden, code], objective, tied);
                    all.push(free.clone());
                    all.push(AutoencoderConfig {
                        unit_atoms: true,
                        ..free
                    });
                }
            }
        }
    }
    all
}

/// The largest difference between backpropagated and numeric gradients, relative to the larger of
/// both norms. The input is another than the target, as under corruption.
fn relative_error(config: &AutoencoderConfig, objective: &Objective) -> f64 {
    let mut rng = stream(3, Purpose::Weights);
    let mut network: Autoencoder<f64> = config.init(&mut rng);
    // Biases off zero, so that no unit sits at a kink and every parameter matters.
    for parameter in network.parameters_mut() {
        *parameter += uniform(&mut rng, -0.3, 0.3);
    }
    network.constrain();
    let low = if objective.loss == Loss::Bce {
        0.0
    } else {
        -1.0
    };
    let target = Array2::from_shape_simple_fn((9, config.input), || uniform(&mut rng, low, 1.0));
    let input = target.mapv(|x| x + uniform(&mut rng, -0.5, 0.5));
    let (_, gradients) = objective.losses_and_gradients(&network, input.view(), target.view());
    let exact: Vec<f64> = gradients
        .iter()
        .flat_map(|g| g.d_weight.iter().chain(&g.d_bias).copied())
        .collect();
    let numeric: Vec<f64> = (0..exact.len())
        .map(|i| {
            let loss_at = |by: f64| {
                let mut moved = network.clone();
                *moved.parameters_mut().nth(i).unwrap() += by;
                moved.tie();
                let trace = moved.forward(input.view());
                let (code, made) = (trace.code(), trace.reconstruction());
                objective.losses(&moved, code, made, target.view()).total()
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

fn assert_exact(config: &AutoencoderConfig, objective: &Objective) -> f64 {
    let error = relative_error(config, objective);
    assert!(error < 1e-6, "{config:?}, {objective:?}: {error:e}");
    error
}

/// Every pair of activations at every depth, under every loss and penalty, with and without decay,
/// tied and free.
#[test]
fn gradients_are_the_slopes_of_every_objective() {
    let mut largest: f64 = 0.0;
    for loss in [Loss::Mse, Loss::Bce] {
        for penalty in [Penalty::None, L1, KL] {
            for decay in [0.0, 0.01] {
                let objective = Objective {
                    loss,
                    penalty,
                    decay,
                };
                for config in configs(&objective) {
                    largest = largest.max(assert_exact(&config, &objective));
                }
            }
        }
    }
    println!("largest relative error of a gradient: {largest:e}");
}

/// A decoder whose weights are the encoder's has none of its own to change, but its biases.
#[test]
fn a_tied_decoders_weights_have_no_gradient_of_their_own() {
    let objective = Objective {
        loss: Loss::Mse,
        penalty: L1,
        decay: 0.01,
    };
    let config = config(&[7, 5], [Activation::Tanh; 2], &objective, true);
    let network: Autoencoder<f64> = config.init(&mut stream(3, Purpose::Weights));
    let x = Array2::from_elem((4, config.input), 0.7);
    let (_, gradients) = objective.losses_and_gradients(&network, x.view(), x.view());
    for gradient in &gradients[3..] {
        assert!(gradient.d_weight.iter().all(|&g| g == 0.0));
        assert!(gradient.d_bias.iter().any(|&g| g != 0.0));
    }
}

/// What `#speed` trains: the mean squared error behind a sigmoid, whose slope is not that of a linear
/// output.
#[test]
fn the_mean_squared_error_reaches_through_a_bent_output() {
    let objective = Objective {
        loss: Loss::Mse,
        penalty: Penalty::None,
        decay: 0.0,
    };
    for output_activation in Activation::ALL {
        let config = AutoencoderConfig {
            input: 5,
            hidden: vec![4],
            code: 2,
            hidden_activation: Activation::Tanh,
            code_activation: Activation::Linear,
            output_activation,
            tied: false,
            unit_atoms: false,
        };
        let error = relative_error(&config, &objective);
        assert!(error < 1e-5, "{output_activation:?}: {error:e}");
    }
}
