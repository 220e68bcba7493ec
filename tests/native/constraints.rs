//! What holds of the weights after every step: tied ones are transposes, unit-length atoms have length 1.

use crate::autoencoder::{MSE, config, samples};
use hourglass::model::{Autoencoder, AutoencoderConfig};
use hourglass::random::{Purpose, stream};
use hourglass::train::{Rule, TrainConfig, Trainer};

#[test]
fn tied_weights_stay_each_others_transposes() {
    let tied = AutoencoderConfig {
        tied: true,
        ..config(&[8, 6], 3)
    };
    for rule in [Rule::Sgd, Rule::Momentum, Rule::Adam] {
        let settings = TrainConfig {
            rule,
            learning_rate: 0.01,
            batch: 16,
            objective: MSE,
        };
        let network = tied.init(&mut stream(1, Purpose::Weights));
        let mut trainer = Trainer::new(network, settings, stream(1, Purpose::Batches));
        let x = samples(64);
        let before = trainer.network().clone();
        for _ in 0..30 {
            trainer.step(x.view(), x.view());
        }
        trainer.resize(
            &AutoencoderConfig {
                code: 5,
                ..tied.clone()
            },
            &mut stream(9, Purpose::Weights),
        );
        let network: &Autoencoder<f32> = trainer.network();
        assert_ne!(before.layers[0].weight, network.layers[0].weight);
        for (layer, mirrored) in network.encoder().iter().zip(network.decoder().iter().rev()) {
            assert_eq!(layer.weight.t(), mirrored.weight, "{rule:?}");
        }
    }
}

/// Unit-length atoms: after every step each row of the decoder's first layer has length 1, tied or not,
/// and what is scaled is what the step made.
#[test]
fn atoms_keep_length_1() {
    for (tied, hidden) in [
        (false, vec![]),
        (false, vec![8, 6]),
        (true, vec![]),
        (true, vec![8]),
    ] {
        let unit = AutoencoderConfig {
            tied,
            unit_atoms: true,
            ..config(&hidden, 3)
        };
        let settings = TrainConfig {
            rule: Rule::Adam,
            learning_rate: 0.01,
            batch: 16,
            objective: MSE,
        };
        let network: Autoencoder<f32> = unit.init(&mut stream(1, Purpose::Weights));
        let mut trainer = Trainer::new(network, settings, stream(1, Purpose::Batches));
        let x = samples(64);
        for step in 0..20 {
            let atoms = &trainer.network().decoder()[0].weight;
            for atom in atoms.rows() {
                let length = atom.dot(&atom).sqrt();
                assert!((length - 1.0).abs() < 1e-6, "step {step}: {length}");
            }
            if tied {
                let network = trainer.network();
                let code_layer = &network.encoder()[network.encoder().len() - 1];
                assert_eq!(code_layer.weight.t(), atoms);
            }
            trainer.step(x.view(), x.view());
        }
        // A free network of the same numbers steps to the same directions.
        let mut free = trainer.network().clone();
        let free_config = AutoencoderConfig {
            unit_atoms: false,
            ..unit.clone()
        };
        free.resize(&free_config, &mut stream(9, Purpose::Weights));
        let start = |network| Trainer::new(network, settings, stream(1, Purpose::Batches));
        let (mut a, mut b) = (start(trainer.network().clone()), start(free));
        a.step(x.view(), x.view());
        b.step(x.view(), x.view());
        let atoms = |trainer: &Trainer<f32>| trainer.network().decoder()[0].weight.clone();
        let (a, b) = (atoms(&a), atoms(&b));
        let mut changes: f32 = 0.0;
        for (scaled, left) in a.rows().into_iter().zip(b.rows()) {
            let length = left.dot(&left).sqrt();
            changes = changes.max((length - 1.0).abs());
            for (s, l) in scaled.iter().zip(left) {
                assert!((s - l / length).abs() < 1e-6);
            }
        }
        assert!(changes > 1e-3, "the step would have changed a length");
    }
}
