//! Losses, penalties and weight decay against their formulas.

use hourglass::model::{Activation, Autoencoder, AutoencoderConfig};
use hourglass::random::{Purpose, stream};
use hourglass::train::{Loss, Objective, Penalty, Rule, TrainConfig, Trainer};
use ndarray::{Array2, arr2};

fn close(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-12, "{got} is not {wanted}");
}

#[test]
fn losses_are_means_over_samples_and_features() {
    let x = arr2(&[[0.0, 1.0], [1.0, 0.25]]);
    let r = arr2(&[[0.5, 0.5], [0.75, 0.25]]);
    close(
        Loss::Mse.value(r.view(), x.view()),
        (0.25 + 0.25 + 0.0625) / 4.0,
    );
    let entropy = -(0.25 * 0.25_f64.ln() + 0.75 * 0.75_f64.ln());
    let wanted = (2.0 * 2.0_f64.ln() - 0.75_f64.ln() + entropy) / 4.0;
    close(Loss::Bce.value(r.view(), x.view()), wanted);
}

#[test]
fn cross_entropy_is_least_where_the_reconstruction_is_the_target() {
    for target in [0.1, 0.5, 0.9] {
        let x = arr2(&[[target]]);
        let at = |r: f64| Loss::Bce.value(arr2(&[[r]]).view(), x.view());
        assert!(at(target) < at(target - 0.01) && at(target) < at(target + 0.01));
    }
}

#[test]
fn a_loss_stays_finite_where_a_sigmoid_has_rounded_to_its_end() {
    for (r, x) in [(0.0_f32, 1.0_f32), (1.0, 0.0)] {
        let loss = Loss::Bce.value(arr2(&[[r]]).view(), arr2(&[[x]]).view());
        assert!(loss.is_finite() && loss > 10.0, "{loss}");
    }
}

/// In f32 the logarithms are fast ones: as near as f32 is, pixel by pixel.
#[test]
fn cross_entropy_in_f32_is_that_in_f64() {
    for i in 0..=1000 {
        for x in [0.0, 0.25, 1.0] {
            let r = i as f32 / 1000.0;
            let single = Loss::Bce.value(arr2(&[[r]]).view(), arr2(&[[x as f32]]).view());
            // As near to the ends as f32 comes.
            let r = f64::from(r).clamp(f64::from(f32::MIN_POSITIVE), 1.0 - 2.0_f64.powi(-24));
            let double = Loss::Bce.value(arr2(&[[r]]).view(), arr2(&[[x]]).view());
            assert!((single - double).abs() < 5e-7 * double.max(1.0), "{r} {x}");
        }
    }
    let nothing = Loss::Bce.value(arr2(&[[f32::NAN]]).view(), arr2(&[[1.0_f32]]).view());
    assert!(nothing.is_nan());
}

#[test]
fn l1_is_the_mean_over_samples_of_the_sum_over_units() {
    let code = arr2(&[[1.0, -2.0, 0.0], [0.5, 0.0, 0.5]]);
    let penalty = Penalty::L1 { weight: 0.1 };
    close(penalty.value(code.view()), 0.1 * (3.0 + 1.0) / 2.0);
}

#[test]
fn kl_is_zero_at_its_target_and_positive_elsewhere() {
    let penalty = Penalty::Kl {
        target: 0.25,
        weight: 2.0,
    };
    let at = |rho_hat: f64| penalty.value(arr2(&[[rho_hat - 0.1], [rho_hat + 0.1]]).view());
    close(at(0.25), 0.0);
    let by_hand = 2.0 * (0.25 * (0.25_f64 / 0.5).ln() + 0.75 * (0.75_f64 / 0.5).ln());
    close(at(0.5), by_hand);
    assert!(at(0.2) > 0.0 && at(0.3) > 0.0);
}

fn network(tied: bool) -> Autoencoder<f32> {
    AutoencoderConfig {
        input: 4,
        hidden: vec![3],
        code: 2,
        hidden_activation: Activation::Tanh,
        code_activation: Activation::Linear,
        output_activation: Activation::Linear,
        tied,
        unit_atoms: false,
    }
    .init(&mut stream(0, Purpose::Weights))
}

const DECAY: Objective = Objective {
    loss: Loss::Mse,
    penalty: Penalty::None,
    decay: 0.5,
};

#[test]
fn decay_counts_weights_and_not_biases_and_tied_ones_once() {
    let zero = Array2::<f32>::zeros((1, 4));
    for tied in [false, true] {
        let mut network = network(tied);
        for layer in &mut network.layers {
            layer.bias.fill(7.0);
        }
        let squares = |network: &Autoencoder<f32>| -> f64 {
            let layers = network.layers.iter();
            layers
                .flat_map(|l| &l.weight)
                .map(|&w| f64::from(w).powi(2))
                .sum()
        };
        let parts = if tied { 2.0 } else { 1.0 };
        let wanted = 0.5 * squares(&network) / parts;
        let (losses, _) = DECAY.losses_and_gradients(&network, zero.view(), zero.view());
        assert!((losses.decay / wanted - 1.0).abs() < 1e-6, "{tied}");
    }
}

/// A batch of zeros through a network without biases asks for no change by itself.
#[test]
fn decay_alone_shrinks_the_weights_and_leaves_the_biases() {
    let config = TrainConfig {
        rule: Rule::Sgd,
        learning_rate: 0.1,
        batch: 1,
        objective: DECAY,
    };
    let before = network(false);
    let mut trainer = Trainer::new(before.clone(), config, stream(0, Purpose::Batches));
    let zero = Array2::<f32>::zeros((1, 4));
    trainer.step(zero.view(), zero.view());
    for (after, before) in trainer.network().layers.iter().zip(&before.layers) {
        let shrunk = &before.weight * 0.9;
        let difference = (&after.weight - &shrunk).fold(0.0_f32, |m, d| m.max(d.abs()));
        assert!(difference < 1e-6);
        assert_eq!(after.bias, before.bias);
    }
}
