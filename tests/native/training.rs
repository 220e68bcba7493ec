//! Optimisers against their formulas, and the trainer's way through the data.

use hourglass::model::{Activation, AutoencoderConfig, Dense, DenseGradient};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::train::{
    Loss, Losses, Objective, Optimizer, Penalty, Rule, TrainConfig, Trainer, mse,
};
use ndarray::{Array1, Array2, Axis, arr1, arr2};

/// One weight and one bias under a gradient of 0.5, then of −0.25, with learning rate 0.1.
fn two_steps(rule: Rule) -> [f64; 2] {
    let mut layers = vec![Dense {
        weight: arr2(&[[1.0]]),
        bias: arr1(&[1.0]),
        activation: Activation::Linear,
    }];
    let mut optimizer = Optimizer::new(rule, &layers);
    [0.5, -0.25].map(|g| {
        let gradient = DenseGradient {
            d_weight: Array2::from_elem((1, 1), g),
            d_bias: Array1::from_elem(1, g),
        };
        optimizer.update(&mut layers, &[gradient], 0.1);
        assert_eq!(layers[0].weight[[0, 0]], layers[0].bias[0]);
        layers[0].bias[0]
    })
}

fn assert_close(got: [f64; 2], wanted: [f64; 2]) {
    for (got, wanted) in got.into_iter().zip(wanted) {
        assert!((got - wanted).abs() < 1e-12, "{got} is not {wanted}");
    }
}

#[test]
fn sgd_goes_down_the_gradient() {
    assert_close(two_steps(Rule::Sgd), [0.95, 0.975]);
}

#[test]
fn momentum_keeps_nine_tenths_of_its_velocity() {
    let velocity = 0.9 * 0.5 - 0.25;
    assert_close(two_steps(Rule::Momentum), [0.95, 0.95 - 0.1 * velocity]);
}

/// Kingma & Ba (2015), algorithm 1, worked by hand: the bias corrections divide.
#[test]
fn adam_divides_by_its_bias_corrections() {
    let step = |m: f64, v: f64, t: i32| {
        let m_hat = m / (1.0 - 0.9_f64.powi(t));
        let v_hat = v / (1.0 - 0.999_f64.powi(t));
        0.1 * m_hat / (v_hat.sqrt() + 1e-8)
    };
    let (m1, v1) = (0.1 * 0.5, 0.001 * 0.25);
    let (m2, v2) = (0.9 * m1 - 0.1 * 0.25, 0.999 * v1 + 0.001 * 0.0625);
    let first = 1.0 - step(m1, v1, 1);
    assert_close(two_steps(Rule::Adam), [first, first - step(m2, v2, 2)]);
}

/// A unit that is off has gradients of nothing. Its moments fade with 0.9ⁿ and 0.999ⁿ; rounded, they would
/// stop among the numbers with fewer digits, where processors are slow.
#[test]
fn moments_without_a_gradient_come_to_nothing() {
    for (rule, steps) in [(Rule::Momentum, 900), (Rule::Adam, 90_000)] {
        let mut layers = vec![Dense::<f32> {
            weight: arr2(&[[1.0]]),
            bias: arr1(&[1.0]),
            activation: Activation::Relu,
        }];
        let mut optimizer = Optimizer::new(rule, &layers);
        for step in 0..steps {
            let g = if step == 0 { -0.5 } else { 0.0 };
            let gradient = DenseGradient {
                d_weight: Array2::from_elem((1, 1), g),
                d_bias: Array1::from_elem(1, g),
            };
            optimizer.update(&mut layers, &[gradient], 0.001);
            assert!(
                !optimizer.moments().any(|m| m.is_subnormal()),
                "{rule:?}, {step}"
            );
        }
        assert!(optimizer.moments().all(|&m| m == 0.0), "{rule:?}");
        assert!(layers[0].bias[0] > 1.0);
    }
}

fn trainer(batch: usize) -> Trainer<f32> {
    let config = AutoencoderConfig {
        input: 5,
        hidden: vec![4],
        code: 2,
        hidden_activation: Activation::Tanh,
        code_activation: Activation::Linear,
        output_activation: Activation::Linear,
        tied: false,
        unit_atoms: false,
    };
    let settings = TrainConfig {
        rule: Rule::Adam,
        learning_rate: 0.01,
        batch,
        objective: Objective {
            loss: Loss::Mse,
            penalty: Penalty::None,
            decay: 0.0,
        },
    };
    let network = config.init(&mut stream(4, Purpose::Weights));
    Trainer::new(network, settings, stream(4, Purpose::Batches))
}

fn samples() -> Array2<f32> {
    let mut rng = stream(6, Purpose::Data);
    Array2::from_shape_simple_fn((50, 5), || uniform(&mut rng, 0.0, 1.0) as f32)
}

/// One step on the next batch of clean samples.
fn step(trainer: &mut Trainer<f32>, x: &Array2<f32>) -> Losses {
    let batch = x.select(Axis(0), trainer.next_batch(x.nrows()));
    trainer.step(batch.view(), batch.view())
}

#[test]
fn an_epoch_takes_every_row_once() {
    let mut trainer = trainer(16);
    let mut rows: Vec<usize> = (0..4)
        .flat_map(|_| trainer.next_batch(50).to_vec())
        .collect();
    rows.sort_unstable();
    assert_eq!(rows, (0..50).collect::<Vec<_>>());
}

#[test]
fn an_epoch_shows_every_sample_once() {
    let x = samples();
    let mut trainer = trainer(16);
    let seen: Vec<u64> = (0..4)
        .map(|_| {
            step(&mut trainer, &x);
            trainer.samples_seen()
        })
        .collect();
    assert_eq!(seen, [16, 32, 48, 50]);
}

/// With one batch for everything, the loss of the first step is the untrained network's error.
#[test]
fn a_step_reports_the_loss_before_its_update() {
    let x = samples();
    let mut trainer = trainer(50);
    let untrained = trainer.network().forward(x.view());
    let error = mse(untrained.reconstruction(), x.view());
    let loss = step(&mut trainer, &x).total();
    assert!((loss / error - 1.0).abs() < 1e-6);
    let once_trained = trainer.network().forward(x.view());
    assert!(mse(once_trained.reconstruction(), x.view()) < error);
}

#[test]
fn the_same_seed_gives_the_same_losses_bit_for_bit() {
    let x = samples();
    let losses = || -> Vec<u64> {
        let mut trainer = trainer(16);
        (0..100)
            .map(|_| step(&mut trainer, &x).total().to_bits())
            .collect()
    };
    assert_eq!(losses(), losses());
}
