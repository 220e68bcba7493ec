//! The training step, and what it is made of.

use std::hint::black_box;

use hourglass::model::{Activation, AutoencoderConfig, Dense, DenseGradient, product};
use hourglass::random::{Purpose, stream};
use hourglass::train::{Loss, Objective, Optimizer, Penalty, Rule, TrainConfig, Trainer};
use ndarray::{Array2, Axis};

use crate::measure::{measure, noise};

pub fn training_steps() {
    const STEPS: usize = 50;
    for (input, hidden, code, activation) in [
        (64, vec![32], 8, Activation::Relu),
        (64, vec![32], 8, Activation::Tanh),
        (2, vec![32, 32], 1, Activation::Tanh),
        (784, vec![128], 32, Activation::Relu),
    ] {
        let config = AutoencoderConfig {
            input,
            hidden,
            code,
            hidden_activation: activation,
            code_activation: Activation::Linear,
            output_activation: Activation::Linear,
            tied: false,
            unit_atoms: false,
        };
        let settings = TrainConfig {
            rule: Rule::Adam,
            learning_rate: 0.003,
            batch: 64,
            objective: Objective {
                loss: Loss::Mse,
                penalty: Penalty::None,
                decay: 0.0,
            },
        };
        let x = noise(1024, input);
        let network = config.init(&mut stream(0, Purpose::Weights));
        let mut trainer: Trainer<f32> =
            Trainer::new(network, settings, stream(0, Purpose::Batches));
        let name = format!("{STEPS} steps of 64, {:?} {activation:?}", config.widths());
        measure(&name, 9, ((STEPS * 64) as f64, "samples"), || {
            for _ in 0..STEPS {
                let batch = x.select(Axis(0), trainer.next_batch(x.nrows()));
                trainer.step(batch.view(), batch.view());
            }
        });
    }
}

/// What a core can multiply and add in vectors of four numbers, with everything in its registers, and how much of it the product has at
/// the three largest shapes of a step: so many billion operations a second.
pub fn products() {
    const VECTORS: usize = 12;
    const TIMES: usize = 100_000;
    let (factor, term) = (black_box(0.999_f32), black_box(0.001_f32));
    let mut sums = black_box([[1.0_f32; 4]; VECTORS]);
    let peak = 2 * 4 * VECTORS * TIMES;
    measure(
        "multiply and add by fours, in registers",
        20,
        (peak as f64 / 1e9, "billion"),
        || {
            let mut kept = sums;
            for _ in 0..TIMES {
                for sum in &mut kept {
                    for x in sum {
                        *x = *x * factor + term;
                    }
                }
            }
            sums = kept;
            sums
        },
    );
    let mut c = Array2::default((0, 0));
    let mut room = Vec::new();
    for [m, l, n] in [[64, 784, 128], [64, 128, 784], [784, 64, 128]] {
        let (a, b) = (noise(m, l), noise(l, n));
        let work = 2.0 * (m * l * n) as f64;
        measure(
            &format!("product of {m} × {l} and {l} × {n}"),
            50,
            (work / 1e9, "billion"),
            || {
                let factors = [a.view(), b.view()];
                product(factors, None, Activation::Linear, &mut c, &mut room);
                c.as_ptr()
            },
        );
    }
}

/// Adam, where half the units get no gradient any more.
pub fn updates() {
    let mut rng = stream(0, Purpose::Weights);
    let layers = vec![Dense::<f32>::init(64, 64, Activation::Relu, &mut rng)];
    for (name, is_on) in [
        ("all units on", [true; 2]),
        ("half of them off", [true, false]),
    ] {
        let mut layers = layers.clone();
        let mut optimizer = Optimizer::new(Rule::Adam, &layers);
        let gradients = [true, false].map(|first| {
            let d_weight = Array2::from_shape_fn((64, 64), |(i, j)| {
                let is_on = first || is_on[j % 2];
                if is_on { layers[0].weight[[i, j]] } else { 0.0 }
            });
            let d_bias = layers[0].bias.clone();
            [DenseGradient { d_weight, d_bias }]
        });
        optimizer.update(&mut layers, &gradients[0], 0.001);
        for _ in 0..1000 {
            optimizer.update(&mut layers, &gradients[1], 0.001);
        }
        measure(
            &format!("Adam's update of 64 × 64, {name}"),
            50,
            (1.0, "updates"),
            || optimizer.update(&mut layers, &gradients[1], 0.001),
        );
    }
}
