use hourglass::data::nonsense;
use hourglass::lessons::Lesson;
use hourglass::train::mse;

use super::{Run, SEEDS};

/// The page takes 8 steps a frame at normal speed, 2,400 in five seconds.
const FIVE_SECONDS: u32 = 2000;
/// Until a linear network of 64 units copies.
const COPIES: u32 = 6000;

#[test]
fn held_out_error_falls_under_a_fifth() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Intro, 0, seed);
        let untrained = run.train(0);
        let trained = run.train(FIVE_SECONDS);
        println!(
            "seed {seed}: {:.4} of the untrained network's, {:.4} of PCA's",
            trained.heldout_mse / untrained.heldout_mse,
            trained.heldout_mse / trained.pca_mse
        );
        assert!(trained.heldout_mse < untrained.heldout_mse / 5.0);
        assert!(trained.heldout_mse < trained.pca_mse);
    }
}

/// The error on shuffled held-out digits, in parts of their variance.
fn nonsense_error(scene: usize, seed: u32) -> f64 {
    let mut run = Run::of(Lesson::Intro, scene, seed);
    run.train(COPIES);
    let nonsense = nonsense(run.dataset().held_out(), seed);
    let rebuilt = run.network().forward(nonsense.view());
    let variance = nonsense.var_axis(ndarray::Axis(0), 0.0).mean().unwrap();
    mse(rebuilt.reconstruction(), nonsense.view()) / f64::from(variance)
}

#[test]
fn without_a_bottleneck_it_copies_anything() {
    for seed in SEEDS {
        let error = nonsense_error(1, seed);
        println!(
            "seed {seed}: k = 64: {:.3} % of the variance",
            100.0 * error
        );
        assert!(error < 0.01, "{error}");
    }
}

#[test]
fn a_bottleneck_does_not_copy_nonsense() {
    for seed in SEEDS {
        let error = nonsense_error(2, seed);
        println!("seed {seed}: k = 8: {:.1} % of the variance", 100.0 * error);
        assert!(error > 0.5, "{error}");
    }
}
