use hourglass::lessons::Lesson;
use hourglass::settings::Settings;

use super::{Run, SEEDS};

/// Steps before the sweep and at each bottleneck size of it.
const FIRST: u32 = 3000;
const EACH: u32 = 1000;

#[test]
fn the_autoencoder_is_under_pca_at_every_size_of_the_bottleneck() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Undercomplete, 0, seed);
        run.train(FIRST);
        let mut ratios = Vec::new();
        for k in 1..=32 {
            run.tune(Settings {
                k,
                ..run.settings.clone()
            });
            let readouts = run.train(EACH);
            ratios.push(readouts.heldout_mse / readouts.pca_mse);
        }
        println!("seed {seed}: of PCA's error, k = 1 … 32: {ratios:.2?}");
        assert!(ratios.iter().all(|&ratio| ratio < 1.0), "{ratios:?}");
    }
}

#[test]
fn one_number_threads_through_every_training_point_and_learns_nothing() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Undercomplete, 1, seed);
        let readouts = run.train(6000);
        let dataset = run.dataset();
        assert_eq!(dataset.n_train, 12);
        let variance = dataset
            .train()
            .var_axis(ndarray::Axis(0), 0.0)
            .mean()
            .unwrap();
        let [train, held_out] =
            [readouts.train_mse, readouts.heldout_mse].map(|error| error / f64::from(variance));
        println!("seed {seed}: training {train:.4} of the variance, held-out {held_out:.2}");
        assert!(train < 0.02, "{train}");
        assert!(held_out > 0.2, "{held_out}");
    }
}
