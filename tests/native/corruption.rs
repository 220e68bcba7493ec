//! Corruption does what it says, to the input alone, and the same to held-out samples every time.

use crate::common::{engine, start, train};
use hourglass::data::{Corruption, Draws};
use hourglass::model::Activation;
use hourglass::model::AutoencoderConfig;
use hourglass::protocol::{Event, Facts, Matrix, Snapshot, View};
use hourglass::random::{Purpose, stream};
use hourglass::settings::NoiseChoice;
use hourglass::train::{Loss, Objective, Penalty, Rule, TrainConfig, Trainer, mse};
use ndarray::Array2;

const DRAWS: usize = 1_000_000;
const NOISES: [NoiseChoice; 3] = [
    NoiseChoice::Gaussian,
    NoiseChoice::Masking,
    NoiseChoice::SaltPepper,
];
const MSE: Objective = Objective {
    loss: Loss::Mse,
    penalty: Penalty::None,
    decay: 0.0,
};

/// A million features of 0.5 under a corruption, from one stream.
fn corrupted(noise: NoiseChoice, level: f64) -> Array2<f32> {
    let clean = Array2::from_elem((DRAWS / 100, 100), 0.5);
    let mut rng = stream(7, Purpose::Corruption);
    Corruption { noise, level }.apply(clean.view(), &mut rng)
}

/// A part of so many draws is what it should be, within three standard errors.
fn assert_part(count: usize, draws: usize, wanted: f64, what: &str) {
    let part = count as f64 / draws as f64;
    let error = (wanted * (1.0 - wanted) / draws as f64).sqrt();
    println!("{what}: {part:.5}, wanted {wanted}, standard error {error:.5}");
    assert!((part - wanted).abs() < 3.0 * error, "{what}: {part}");
}

fn count(x: &Array2<f32>, is: impl Fn(f32) -> bool) -> usize {
    x.iter().filter(|&&v| is(v)).count()
}

#[test]
fn masking_hits_its_part_of_the_features() {
    for level in [0.05, 0.4, 0.9] {
        let x = corrupted(NoiseChoice::Masking, level);
        assert_part(count(&x, |v| v == 0.0), DRAWS, level, "masked");
        assert_eq!(count(&x, |v| v == 0.0 || v == 0.5), DRAWS);
    }
}

#[test]
fn salt_and_pepper_hit_their_part_at_even_odds() {
    for level in [0.05, 0.4, 0.9] {
        let x = corrupted(NoiseChoice::SaltPepper, level);
        let (salt, pepper) = (count(&x, |v| v == 1.0), count(&x, |v| v == 0.0));
        assert_part(salt + pepper, DRAWS, level, "hit");
        assert_part(salt, salt + pepper, 0.5, "salt among them");
    }
}

#[test]
fn gaussian_noise_has_its_deviation_and_no_bias() {
    for level in [0.05, 0.4, 1.0] {
        let noise = corrupted(NoiseChoice::Gaussian, level).mapv(|v| f64::from(v) - 0.5);
        let n = DRAWS as f64;
        let mean = noise.sum() / n;
        let deviation = (noise.mapv(|z| z * z).sum() / n).sqrt();
        println!("level {level}: mean {mean:.6}, deviation {deviation:.6}");
        assert!(mean.abs() < 3.0 * level / n.sqrt());
        assert!((deviation - level).abs() < 3.0 * level / (2.0 * n).sqrt());
    }
}

#[test]
fn a_higher_level_hits_the_same_features_and_more() {
    for noise in [NoiseChoice::Masking, NoiseChoice::SaltPepper] {
        let [little, much] = [0.1, 0.3].map(|level| corrupted(noise, level));
        assert!(little.iter().zip(&much).all(|(a, b)| *a == 0.5 || a == b));
        assert!(count(&much, |v| v != 0.5) > 2 * count(&little, |v| v != 0.5));
    }
}

/// A network that returns its input exactly has the noise itself for an error: were the target
/// corrupted too, it would have none.
#[test]
fn the_target_stays_clean() {
    let mut network = AutoencoderConfig {
        input: 3,
        hidden: Vec::new(),
        code: 3,
        hidden_activation: Activation::Linear,
        code_activation: Activation::Linear,
        output_activation: Activation::Linear,
        tied: false,
        unit_atoms: false,
    }
    .init(&mut stream(0, Purpose::Weights));
    for layer in &mut network.layers {
        layer.weight = Array2::eye(3);
    }
    let config = TrainConfig {
        rule: Rule::Sgd,
        learning_rate: 0.0,
        batch: 50,
        objective: MSE,
    };
    let clean = Array2::from_elem((50, 3), 0.5_f32);
    let corruption = Corruption {
        noise: NoiseChoice::Gaussian,
        level: 0.4,
    };
    let noisy = corruption.apply(clean.view(), &mut stream(1, Purpose::Corruption));
    let mut trainer = Trainer::new(network, config, stream(0, Purpose::Batches));
    let losses = trainer.step(noisy.view(), clean.view());
    assert!((losses.total() / mse(noisy.view(), clean.view()) - 1.0).abs() < 1e-6);
    assert!(losses.total() > 0.1);
}

fn look(link: &str, steps: u32) -> (Facts, Snapshot) {
    let mut engine = engine();
    let Event::Started { facts, .. } = start(&mut engine, link) else {
        panic!("{link} did not start");
    };
    let view = View {
        gallery: (1500..1510).collect(),
        ..View::default()
    };
    match train(&mut engine, steps, view) {
        Event::Snapshot { snapshot, .. } => (*facts, *snapshot),
        other => panic!("{other:?}"),
    }
}

/// Whatever is done to the input, a network that makes the clean sample from nothing has no loss.
#[test]
fn a_network_that_makes_the_clean_sample_has_no_loss() {
    let config = AutoencoderConfig {
        input: 3,
        hidden: Vec::new(),
        code: 1,
        hidden_activation: Activation::Linear,
        code_activation: Activation::Linear,
        output_activation: Activation::Linear,
        tied: false,
        unit_atoms: false,
    };
    let mut network = config.init(&mut stream(0, Purpose::Weights));
    network.layers[1].weight.fill(0.0);
    network.layers[1].bias.fill(0.5);
    let clean = Array2::from_elem((50, 3), 0.5_f32);
    for noise in NOISES {
        let corruption = Corruption { noise, level: 0.9 };
        let input = corruption.apply(clean.view(), &mut stream(1, Purpose::Corruption));
        assert_ne!(input, clean);
        let (losses, _) = MSE.losses_and_gradients(&network, input.view(), clean.view());
        assert_eq!(losses.total(), 0.0, "{noise:?}");
    }
}

/// On the page's own engine: what it reports is what its own pictures say against the clean samples.
#[test]
fn errors_are_taken_against_the_clean_samples() {
    for noise in ["gaussian", "masking", "saltpepper"] {
        let link = format!("#data=moons&k=2&noise={noise}&level=0.3");
        let (facts, snapshot) = look(&link, 20);
        let n_train = facts.n_train;
        let error = |made: &Matrix, rows: std::ops::Range<usize>| {
            let squares = rows.flat_map(|i| made.row(i).iter().zip(facts.x.row(i)));
            let squares: Vec<f64> = squares.map(|(r, x)| f64::from(r - x).powi(2)).collect();
            squares.iter().sum::<f64>() / squares.len() as f64
        };
        let held_out = n_train..facts.labels.len();
        let readouts = &snapshot.readouts;
        let made = error(&snapshot.reconstructions, held_out.clone());
        let noisy = error(&snapshot.inputs, held_out);
        let train = error(&snapshot.reconstructions, 0..n_train);
        let close = |got: f64, wanted: f64| assert!((got - wanted).abs() < 1e-6 * wanted.abs());
        close(readouts.train_mse, train);
        close(readouts.heldout_mse, made);
        close(readouts.gain_db.unwrap(), 10.0 * (noisy / made).log10());
    }
}

/// On the page's own engine: where nothing of the input is left, a network can only learn the mean, and
/// it learns that of the clean pixels.
#[test]
fn the_engine_trains_towards_clean_targets() {
    let (facts, snapshot) = look("#hidden=none&k=1&noise=saltpepper&level=1&lr=0.01", 3000);
    let mean =
        |values: &[f32]| values.iter().map(|&v| f64::from(v)).sum::<f64>() / values.len() as f64;
    let (clean, made) = (mean(&facts.x.values), mean(&snapshot.gallery.values));
    let corrupted = mean(&snapshot.gallery_inputs.values);
    println!("clean {clean:.3}, corrupted {corrupted:.3}, made {made:.3}");
    assert!((corrupted - 0.5).abs() < 0.1);
    assert!((made - clean).abs() < 0.03, "{made} is not {clean}");
}

#[test]
fn the_fixed_corruption_follows_seed_type_and_level_and_nothing_else() {
    let inputs = |link: &str, steps: u32| look(link, steps).1.gallery_inputs.values;
    let link = "#noise=gaussian&level=0.4&seed=1";
    let first = inputs(link, 0);
    assert!(!first.is_empty());
    assert_eq!(first, inputs(link, 20));
    assert_ne!(first, inputs("#noise=gaussian&level=0.5&seed=1", 0));
    assert_ne!(first, inputs("#noise=masking&level=0.4&seed=1", 0));
    assert_ne!(first, inputs("#noise=gaussian&level=0.4&seed=2", 0));
    assert!(inputs("#noise=none&level=0.4&seed=1", 0).is_empty());
    let clean = |link: &str| look(link, 5).0.x;
    assert_eq!(clean(link), clean("#noise=none&seed=1"));
}

/// Another level takes no new random numbers: what is drawn once gives what a stream of its own would.
#[test]
fn what_was_drawn_once_serves_every_level() {
    let clean = Array2::from_shape_fn((31, 7), |(i, j)| (i * 7 + j) as f32 / 217.0);
    for noise in NOISES {
        let draws = Draws::of(noise, clean.dim(), &mut stream(5, Purpose::Corruption));
        for level in [0.0, 0.1, 0.55, 1.0] {
            let mut rng = stream(5, Purpose::Corruption);
            let wanted = Corruption { noise, level }.apply(clean.view(), &mut rng);
            assert_eq!(
                draws.apply(level, clean.view()),
                wanted,
                "{noise:?} {level}"
            );
        }
    }
}
