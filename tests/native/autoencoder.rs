//! Shapes, initial weights, and what adapting a running network keeps.

use hourglass::model::{Activation, Autoencoder, AutoencoderConfig};
use hourglass::random::{Purpose, stream, uniform};
use hourglass::train::{Loss, Objective, Penalty, Rule, TrainConfig, Trainer};
use ndarray::{Array1, Array2, Axis, s};

pub fn config(hidden: &[usize], code: usize) -> AutoencoderConfig {
    AutoencoderConfig {
        input: 10,
        hidden: hidden.to_vec(),
        code,
        hidden_activation: Activation::Tanh,
        code_activation: Activation::Linear,
        output_activation: Activation::Linear,
        tied: false,
        unit_atoms: false,
    }
}

/// The plain squared error.
pub const MSE: Objective = Objective {
    loss: Loss::Mse,
    penalty: Penalty::None,
    decay: 0.0,
};

pub fn samples(n: usize) -> Array2<f32> {
    let mut rng = stream(5, Purpose::Data);
    Array2::from_shape_simple_fn((n, 10), || uniform(&mut rng, -1.0, 1.0) as f32)
}

/// A network that has learned for a while, so that its biases are not zero.
fn trained(hidden: &[usize], code: usize) -> Trainer<f32> {
    let network = config(hidden, code).init(&mut stream(1, Purpose::Weights));
    let settings = TrainConfig {
        rule: Rule::Adam,
        learning_rate: 0.01,
        batch: 16,
        objective: MSE,
    };
    let mut trainer = Trainer::new(network, settings, stream(1, Purpose::Batches));
    let x = samples(64);
    for _ in 0..50 {
        trainer.step(x.view(), x.view());
    }
    trainer
}

#[test]
fn decoder_mirrors_encoder() {
    let network: Autoencoder<f32> = config(&[8, 6], 3).init(&mut stream(0, Purpose::Weights));
    let shapes: Vec<_> = network.layers.iter().map(|l| l.weight.dim()).collect();
    assert_eq!(shapes, [(10, 8), (8, 6), (6, 3), (3, 6), (6, 8), (8, 10)]);
    let trace = network.forward(samples(4).view());
    assert_eq!(trace.code().dim(), (4, 3));
    assert_eq!(trace.reconstruction().dim(), (4, 10));
}

#[test]
fn forward_is_decode_after_encode() {
    let trainer = trained(&[8], 3);
    let x = samples(7);
    let h = trainer.network().encode(x.view());
    let r = trainer.network().decode(h.view());
    let trace = trainer.network().forward(x.view());
    assert_eq!(trace.code(), h);
    assert_eq!(trace.reconstruction(), r);
}

#[test]
fn initial_weights_fill_glorots_and_hes_range_and_biases_are_zero() {
    for (activation, limit) in [
        (Activation::Tanh, (6.0_f64 / 500.0).sqrt()),
        (Activation::Relu, (6.0_f64 / 300.0).sqrt()),
    ] {
        let config = AutoencoderConfig {
            input: 300,
            hidden: vec![200],
            code: 4,
            hidden_activation: activation,
            code_activation: Activation::Linear,
            output_activation: Activation::Linear,
            tied: false,
            unit_atoms: false,
        };
        let network: Autoencoder<f64> = config.init(&mut stream(2, Purpose::Weights));
        let first = &network.layers[0];
        let largest = first.weight.fold(0.0_f64, |most, w| most.max(w.abs()));
        assert!(
            largest <= limit && largest > 0.999 * limit,
            "{activation:?}"
        );
        let variance = first.weight.mapv(|w| w * w).mean().unwrap();
        assert!((variance / (limit * limit / 3.0) - 1.0).abs() < 0.02);
        assert!(first.bias.iter().all(|&b| b == 0.0));
    }
}

/// Growing k or a width changes no reconstruction: new units start with weight zero into the next
/// layer. Only the order of the sums may differ.
#[test]
fn growing_changes_no_reconstruction() {
    let x = samples(40);
    for (hidden, code) in [
        (vec![8, 6], 9),
        (vec![20, 6], 3),
        (vec![8, 17], 3),
        (vec![12, 9], 5),
    ] {
        let mut trainer = trained(&[8, 6], 3);
        let before = trainer
            .network()
            .forward(x.view())
            .reconstruction()
            .to_owned();
        trainer.resize(&config(&hidden, code), &mut stream(9, Purpose::Weights));
        let after = trainer.network().forward(x.view());
        assert_eq!(after.code().ncols(), code);
        let difference = (&after.reconstruction() - &before).fold(0.0_f32, |m, d| m.max(d.abs()));
        assert!(difference < 1e-5, "{hidden:?} {code}: {difference}");
    }
}

#[test]
fn surviving_units_keep_their_weights() {
    let mut trainer = trained(&[8, 6], 5);
    let before = trainer.network().clone();
    trainer.resize(&config(&[4, 6], 2), &mut stream(9, Purpose::Weights));
    trainer.resize(&config(&[8, 6], 7), &mut stream(9, Purpose::Weights));
    let after = trainer.network();
    let kept = |layer: usize, rows: usize, columns: usize| {
        let part = s![..rows, ..columns];
        assert_eq!(
            after.layers[layer].weight.slice(part),
            before.layers[layer].weight.slice(part),
            "layer {layer}"
        );
        let biases = s![..columns];
        assert_eq!(
            after.layers[layer].bias.slice(biases),
            before.layers[layer].bias.slice(biases)
        );
    };
    kept(0, 10, 4);
    kept(1, 4, 6);
    kept(2, 6, 2);
    kept(3, 2, 6);
    kept(4, 6, 4);
    kept(5, 4, 10);
}

#[test]
fn a_resized_network_goes_on_learning_in_its_new_units() {
    let mut trainer = trained(&[8], 2);
    let x = samples(64);
    trainer.resize(&config(&[8], 4), &mut stream(9, Purpose::Weights));
    let decoder = |trainer: &Trainer<f32>| {
        let new_rows = trainer.network().decoder()[0]
            .weight
            .slice(s![2.., ..])
            .to_owned();
        new_rows.fold(0.0_f32, |most, w| most.max(w.abs()))
    };
    assert_eq!(decoder(&trainer), 0.0);
    for _ in 0..20 {
        trainer.step(x.view(), x.view());
    }
    assert!(decoder(&trainer) > 0.0);
}

#[test]
fn another_activation_keeps_every_weight() {
    let mut trainer = trained(&[8], 3);
    let before: Vec<f32> = trainer.network().parameters().copied().collect();
    let relu = AutoencoderConfig {
        hidden_activation: Activation::Relu,
        ..config(&[8], 3)
    };
    trainer.resize(&relu, &mut stream(9, Purpose::Weights));
    let after: Vec<f32> = trainer.network().parameters().copied().collect();
    assert_eq!(before, after);
    assert_eq!(trainer.network().layers[0].activation, Activation::Relu);
}

#[test]
fn the_decoders_slope_is_how_the_reconstruction_moves() {
    for hidden in [vec![], vec![8], vec![8, 6]] {
        let network: Autoencoder<f64> = config(&hidden, 3).init(&mut stream(3, Purpose::Weights));
        let h = Array1::from(vec![0.3, -0.2, 0.5]);
        let slope = network.decoder_slope(h.view());
        assert_eq!(slope.dim(), (3, 10));
        for unit in 0..3 {
            let decode = |by: f64| {
                let mut moved = h.clone();
                moved[unit] += by;
                let one = network.decode(moved.insert_axis(Axis(0)).view());
                one.row(0).to_owned()
            };
            let numeric = (decode(1e-5) - decode(-1e-5)) / 2e-5;
            let difference = (&numeric - &slope.row(unit)).fold(0.0_f64, |m, d| m.max(d.abs()));
            assert!(difference < 1e-8, "{hidden:?}: {difference}");
        }
    }
    let plain: Autoencoder<f64> = config(&[], 3).init(&mut stream(3, Purpose::Weights));
    let slope = plain.decoder_slope(Array1::zeros(3).view());
    assert_eq!(slope, plain.decoder()[0].weight);
}
