use hourglass::data::spiral_point;
use hourglass::lessons::Lesson;
use hourglass::protocol::View;
use hourglass::settings::{NoiseChoice, Settings};

use super::{Run, SEEDS};

/// The gain, and that of the same network trained on clean inputs and then shown noisy ones.
fn gains(scene: usize, seed: u32) -> [f64; 2] {
    let mut run = Run::of(Lesson::Denoising, scene, seed);
    let noisy = run.settings.clone();
    let gain = run.train(3000).gain_db.unwrap();
    let mut clean = Run::with(Settings {
        noise: NoiseChoice::None,
        ..noisy.clone()
    });
    clean.train(3000);
    clean.tune(noisy);
    [gain, clean.train(0).gain_db.unwrap()]
}

fn assert_denoises(scene: usize) {
    for seed in SEEDS {
        let [gain, clean] = gains(scene, seed);
        println!("seed {seed}: gain {gain:.2} dB, trained without corruption {clean:.2} dB");
        assert!(gain > 5.0, "{gain} dB");
        assert!(
            gain > clean + 3.0,
            "{gain} dB, without corruption {clean} dB"
        );
    }
}

#[test]
fn gaussian_noise_is_undone() {
    assert_denoises(0);
}

#[test]
fn missing_pixels_are_filled_in() {
    assert_denoises(1);
}

/// How far `arrow` points away from where `x` lies off its nearest place on the true curve, in
/// degrees; and that distance.
fn off_course([x, y, dx, dy]: [f64; 4]) -> (f64, f64) {
    let (distance, [tx, ty]) = (0..4000)
        .map(|i| spiral_point(0.25 + 0.75 * f64::from(i) / 3999.0))
        .map(|[px, py]| ((px - x).hypot(py - y), [px - x, py - y]))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap();
    let cosine = (dx * tx + dy * ty) / (dx.hypot(dy) * distance);
    (distance, cosine.clamp(-1.0, 1.0).acos().to_degrees())
}

#[test]
fn the_field_points_back_to_the_spiral() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Denoising, 4, seed);
        let view = View {
            field: true,
            ..View::default()
        };
        let field = run.look(10_000, view).field;
        let off: Vec<f64> = (0..field.rows())
            .map(|i| off_course(std::array::from_fn(|j| f64::from(field.row(i)[j]))))
            .filter(|(distance, _)| (0.05..0.15).contains(distance))
            .map(|(_, angle)| angle)
            .collect();
        let within = |degrees: f64| {
            off.iter().filter(|&&angle| angle < degrees).count() as f64 / off.len() as f64
        };
        println!(
            "seed {seed}: of {} cells {:.3} within 30°, {:.3} within 45°",
            off.len(),
            within(30.0),
            within(45.0)
        );
        assert!(off.len() > 60, "too few cells to tell");
        assert!(within(30.0) > 0.85 && within(45.0) > 0.93);
    }
}

/// Nothing is corrupted at first, and all is copied; under noise nonsense is refused.
#[test]
fn a_wide_network_copies_until_there_is_noise() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Denoising, 3, seed);
        let view = || View {
            nonsense: true,
            ..View::default()
        };
        let copied = run.look(2000, view()).nonsense.unwrap().error;
        let noisy = Settings {
            noise: NoiseChoice::Gaussian,
            level: 0.4,
            ..run.settings.clone()
        };
        run.tune(noisy);
        let after = run.look(2000, view());
        let refused = after.nonsense.unwrap().error;
        let gain = after.readouts.gain_db.unwrap();
        println!(
            "seed {seed}: nonsense missed {copied:.4}, under noise {refused:.3}, gain {gain:.2} dB"
        );
        assert!(copied < 0.02 && refused > 0.2 && gain > 3.0);
    }
}

/// A scribble across the held-out digits of the gallery: it was never trained on any.
#[test]
fn a_scribble_is_taken_away_by_half() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Denoising, 2, seed);
        let gain = run.train(3000).gain_db.unwrap();
        let dataset = run.dataset();
        let mut errors = [0.0; 2];
        for row in dataset.held_out_rows().take(40) {
            let clean = dataset.x.row(row).to_vec();
            let mut sketch = clean.clone();
            for column in 0..8 {
                sketch[8 * 3 + column] = 1.0;
            }
            let view = View {
                sketch: Some(sketch.clone()),
                ..View::default()
            };
            let made = run.look(0, view).sketch.unwrap().reconstruction.values;
            let error = |image: &[f32]| {
                let squares = image
                    .iter()
                    .zip(&clean)
                    .map(|(a, b)| f64::from(a - b).powi(2));
                squares.sum::<f64>()
            };
            errors[0] += error(&sketch);
            errors[1] += error(&made);
        }
        let left = errors[1] / errors[0];
        println!("seed {seed}: gain {gain:.2} dB, {left:.3} of a scribble is left");
        assert!(gain > 3.0 && left < 0.5, "{gain} dB, {left} left");
    }
}

#[test]
fn the_field_is_the_score_where_there_are_data() {
    for seed in SEEDS {
        let mut run = Run::of(Lesson::Denoising, 5, seed);
        let view = View {
            field: true,
            ..View::default()
        };
        let angle = run.look(4000, view).score.unwrap().angle_deg.unwrap();
        println!("seed {seed}: {angle:.1}° from the true score");
        assert!(angle < 25.0, "{angle}°");
    }
}
