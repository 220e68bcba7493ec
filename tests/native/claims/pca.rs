use hourglass::analysis::{HiddenComponents, Pca};
use hourglass::lessons::Lesson;
use hourglass::protocol::Readouts;
use hourglass::train::mse;
use ndarray::ArrayView1;

use super::{Run, SEEDS};

/// PCA's error on the training part, which no linear autoencoder can beat.
fn pca_train_error(run: &Run) -> f64 {
    let dataset = run.dataset();
    let pca = Pca::fit(dataset.train());
    let k = run.settings.k as usize;
    mse(pca.reconstruct(dataset.train(), k).view(), dataset.train())
}

/// Trains a linear autoencoder and holds it to what theory says of it (Baldi & Hornik 1989).
fn assert_lands_on_pca(scene: usize, steps: u32) {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Pca, scene, seed);
        let floor = pca_train_error(&run);
        let (mut angle, mut ratio) = (f64::INFINITY, f64::INFINITY);
        for more in [1, 9, 90, steps - 100] {
            let readouts = run.train(more);
            assert!(
                readouts.train_mse >= floor * (1.0 - 1e-5),
                "seed {seed}: {} is under PCA's {floor} at step {}",
                readouts.train_mse,
                readouts.step
            );
            ratio = readouts.heldout_mse / readouts.pca_mse;
            angle = readouts.largest_angle_deg.unwrap();
        }
        println!("seed {seed}: held-out error {ratio:.4} of PCA's, angle {angle:.2}°");
        assert!((ratio - 1.0).abs() < 0.01, "{ratio} of PCA's error");
        assert!(angle < 3.0, "{angle}°");
    }
}

#[test]
fn a_linear_autoencoder_lands_on_pca_on_a_line() {
    assert_lands_on_pca(0, 4000);
}

#[test]
fn a_linear_autoencoder_lands_on_pca_on_digits() {
    assert_lands_on_pca(1, 6000);
}

/// The circle must be cut somewhere, and a held-out point within the cut lands far away; which ones
/// do changes from step to step. So the claim is about the median of several moments.
#[test]
fn a_nonlinear_autoencoder_bends_round_the_circle() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Pca, 2, seed);
        let floor = pca_train_error(&run);
        run.train(16_000);
        let moments: Vec<Readouts> = (0..5).map(|_| run.train(1000)).collect();
        let median = |error: &dyn Fn(&Readouts) -> f64| {
            let mut errors: Vec<f64> = moments.iter().map(error).collect();
            errors.sort_by(f64::total_cmp);
            errors[errors.len() / 2]
        };
        let train = median(&|r| r.train_mse / floor);
        let held_out = median(&|r| r.heldout_mse / r.pca_mse);
        println!("seed {seed}: training {train:.4} of PCA's, held-out {held_out:.4}");
        assert!(train < 0.05, "{train} of PCA's error");
        assert!(held_out < 0.05, "{held_out} of PCA's error");
        assert_eq!(moments[0].largest_angle_deg, None);
    }
}

/// The weights span the principal components without being them; the singular value decomposition of
/// the network's product gives them back, once weight decay lets each pass a little less than the one
/// before (Plaut 2018, Kunin et al. 2019).
#[test]
fn the_svd_of_the_weights_gives_the_components_back() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Pca, 1, seed);
        let pca = Pca::fit(run.dataset().train());
        run.train(3000);
        let network = run.network();
        let likeness = |row: ArrayView1<f64>, i: usize| {
            let component = pca.components.row(i).mapv(f64::from);
            row.dot(&component).abs() / row.dot(&row).sqrt()
        };
        let hidden = HiddenComponents::of(&network).unwrap();
        let found = [0, 1].map(|i| likeness(hidden.directions.row(i), i));
        let decoder = network.decoder()[0].weight.mapv(f64::from);
        let mixed = [0, 1].map(|i| likeness(decoder.row(i), i));
        println!("seed {seed}: |cos| to the components {found:.3?}, of the weights {mixed:.3?}");
        assert!(found.iter().all(|&alike| alike > 0.95), "{found:?}");
    }
}
