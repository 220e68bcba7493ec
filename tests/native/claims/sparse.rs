use std::f64::consts::TAU;

use hourglass::lessons::Lesson;
use hourglass::protocol::{Snapshot, View};
use hourglass::random::{Purpose, normal, stream};
use hourglass::settings::Settings;
use ndarray::{Array2, ArrayView2};

use super::{Run, SEEDS};

#[test]
fn a_larger_lambda_leaves_fewer_units_lit() {
    for seed in SEEDS {
        let lit = [0.0, 0.001, 0.003, 0.01, 0.03].map(|lambda| {
            let run = Run::of(Lesson::Sparse, 0, seed);
            let mut run = Run::with(Settings {
                lambda,
                ..run.settings
            });
            run.train(4000).lit_per_sample
        });
        println!("seed {seed}: lit of 64 at λ = 0 … 0.03: {lit:.1?}");
        assert!(lit.is_sorted_by(|a, b| a > b), "{lit:?}");
        assert!(lit[0] > 32.0 && lit[4] < 3.0, "{lit:?}");
    }
}

#[test]
fn kl_holds_the_mean_activation_at_rho() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Sparse, 1, seed);
        let readouts = run.train(3000);
        let ratio = readouts.mean_activation / run.settings.rho;
        println!("seed {seed}: mean activation {ratio:.3} of ρ");
        assert!((ratio - 1.0).abs() < 0.2, "{ratio}");
    }
}

/// What lesson 4 has its student predict.
#[test]
fn a_larger_rho_lowers_the_error() {
    for seed in SEEDS {
        let errors = [0.05, 0.2].map(|rho| {
            let run = Run::of(Lesson::Sparse, 1, seed);
            let mut run = Run::with(Settings {
                rho,
                ..run.settings
            });
            run.train(2000).heldout_mse
        });
        println!("seed {seed}: error at ρ = 0.05 and 0.2: {errors:.4?}");
        assert!(errors[1] < 0.8 * errors[0], "{errors:?}");
    }
}

/// Edges come late: first the units must fall silent.
const EDGE_STEPS: u32 = 16_000;
const SIDE: usize = 12;

/// The Fourier power of a tile at each frequency but zero: (cycles across, cycles down, power).
fn power(tile: &[f32]) -> Vec<[f64; 3]> {
    let half = SIDE as i32 / 2;
    let mut spectrum = Vec::new();
    for v in -half..half {
        for u in -half..half {
            if (u, v) == (0, 0) {
                continue;
            }
            let (mut re, mut im) = (0.0, 0.0);
            for (i, &w) in tile.iter().enumerate() {
                let (x, y) = ((i % SIDE) as f64, (i / SIDE) as f64);
                let angle = TAU * (f64::from(u) * x + f64::from(v) * y) / SIDE as f64;
                re += f64::from(w) * angle.cos();
                im -= f64::from(w) * angle.sin();
            }
            spectrum.push([f64::from(u), f64::from(v), re * re + im * im]);
        }
    }
    spectrum
}

/// How much of a tile's energy lies along one orientation, 0 … 1: the coherence of the inertia tensor
/// of its spectrum (Bigün & Granlund 1987). A straight edge or a grating has nearly 1.
fn coherence(tile: &[f32]) -> f64 {
    let [mut xx, mut xy, mut yy] = [0.0; 3];
    for [u, v, power] in power(tile) {
        let part = power / (u * u + v * v);
        xx += part * u * u;
        xy += part * u * v;
        yy += part * v * v;
    }
    ((xx - yy).powi(2) + 4.0 * xy * xy).sqrt() / (xx + yy)
}

/// Noise with the patches' own spectrum: random mixtures of many patches.
fn random_tiles(x: ArrayView2<f32>, count: usize) -> Vec<Vec<f32>> {
    let mut rng = stream(0, Purpose::Weights);
    let random = Array2::from_shape_simple_fn((count, x.nrows()), || normal(&mut rng) as f32);
    random
        .dot(&x)
        .rows()
        .into_iter()
        .map(|row| row.to_vec())
        .collect()
}

#[test]
fn natural_images_teach_it_oriented_edges() {
    let view = View {
        dictionary: true,
        ..View::default()
    };
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Sparse, 2, seed);
        let random = random_tiles(run.dataset().train(), 400);
        let threshold = random
            .iter()
            .map(|tile| coherence(tile))
            .fold(0.0, f64::max);
        let fraction = |snapshot: &Snapshot| {
            let tiles = (0..snapshot.dictionary.rows()).map(|unit| snapshot.dictionary.row(unit));
            let oriented = tiles.filter(|tile| coherence(tile) > threshold).count();
            let live = snapshot.k - snapshot.dead_units;
            oriented as f64 / f64::from(live)
        };
        let untrained = fraction(&run.look(0, view.clone()));
        let trained = fraction(&run.look(EDGE_STEPS, view.clone()));
        println!(
            "seed {seed}: oriented beyond {threshold:.2}: {untrained:.2} untrained, {trained:.2} trained"
        );
        assert!(trained >= 0.5, "{trained}");
        assert!(untrained < 0.1, "{untrained}");
    }
}
