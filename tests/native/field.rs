//! The field r(x) − x, the true score beside it, and particles that follow it.

use crate::common::program::Program;
use hourglass::analysis::{Mixture, mean_angle_deg};
use hourglass::data::spiral_point;
use hourglass::session::{Action, State};
use ndarray::{Array2, array};

fn three() -> Mixture {
    Mixture {
        centres: array![[0.6, 0.1], [-0.4, 0.5], [-0.1, -0.7]],
        deviation: 0.3,
    }
}

/// The log density, from the formula of a normal density.
fn log_density(mixture: &Mixture, x: [f64; 2]) -> f64 {
    let variance = mixture.deviation.powi(2);
    let densities = mixture.centres.rows().into_iter().map(|centre| {
        let distance: f64 = (0..2)
            .map(|axis| (x[axis] - f64::from(centre[axis])).powi(2))
            .sum();
        (-0.5 * distance / variance).exp() / (std::f64::consts::TAU * variance)
    });
    (densities.sum::<f64>() / 3.0).ln()
}

#[test]
fn the_score_is_the_gradient_of_the_log_density() {
    const STEP: f64 = 1e-4;
    let mixture = three();
    for [x1, x2] in [[0.0, 0.0], [0.6, 0.1], [-0.3, 0.2], [1.0, -1.0]] {
        let x = Array2::from_shape_fn((1, 2), |(_, axis)| [x1, x2][axis] as f32);
        let score = mixture.score(x.view());
        let along = |step: [f64; 2]| log_density(&mixture, [x1 + step[0], x2 + step[1]]);
        let slopes = [
            (along([STEP, 0.0]) - along([-STEP, 0.0])) / (2.0 * STEP),
            (along([0.0, STEP]) - along([0.0, -STEP])) / (2.0 * STEP),
        ];
        for axis in 0..2 {
            let apart = (f64::from(score[[0, axis]]) - slopes[axis]).abs();
            assert!(
                apart < 1e-3 * (1.0 + slopes[axis].abs()),
                "{score} {slopes:?}"
            );
        }
    }
    // Far away it still points to the data, and is a number.
    let far = mixture.score(array![[40.0, 0.0]].view());
    assert!(far[[0, 0]] < -100.0 && far[[0, 1]].is_finite());
}

/// Tweedie's and Miyasawa's formula: the mean of the clean points behind a noisy one is where σ² times
/// the score of the noisy density leads.
#[test]
fn the_best_denoiser_moves_by_the_score_of_the_noisy_density() {
    let (clean, noise) = (
        Mixture {
            deviation: 0.1,
            ..three()
        },
        0.25_f64,
    );
    let noisy = [0.2_f64, 0.3];
    // By brute force, over a fine grid of clean points.
    let (mut weights, mut mean) = (0.0, [0.0; 2]);
    for i in 0..600 {
        for j in 0..600 {
            let x = [-1.5 + f64::from(i) * 0.005, -1.5 + f64::from(j) * 0.005];
            let distance = (x[0] - noisy[0]).powi(2) + (x[1] - noisy[1]).powi(2);
            let weight = (log_density(&clean, x) - 0.5 * distance / noise.powi(2)).exp();
            weights += weight;
            mean = [mean[0] + weight * x[0], mean[1] + weight * x[1]];
        }
    }
    let x = Array2::from_shape_fn((1, 2), |(_, axis)| noisy[axis] as f32);
    let score = clean.blurred(noise).score(x.view());
    for axis in 0..2 {
        let moved = noisy[axis] + noise.powi(2) * f64::from(score[[0, axis]]);
        assert!((moved - mean[axis] / weights).abs() < 1e-3);
    }
}

#[test]
fn angles_between_fields() {
    let a = array![[1.0_f32, 0.0], [0.0, 2.0], [0.0, 0.0]];
    let b = array![[0.0_f32, 3.0], [0.0, 1.0], [1.0, 0.0]];
    let angle = mean_angle_deg(a.view(), b.view()).unwrap();
    assert!((angle - 45.0).abs() < 1e-4, "{angle}");
    assert_eq!(
        mean_angle_deg(array![[0.0_f32, 0.0]].view(), b.view()),
        None
    );
}

fn off_the_spiral(place: [f64; 2]) -> f64 {
    (0..=600)
        .map(|i| spiral_point(0.25 + 0.75 * f64::from(i) / 600.0))
        .map(|point| (place[0] - point[0]).hypot(place[1] - point[1]))
        .fold(f64::INFINITY, f64::min)
}

fn trail(state: &State, particle: usize) -> Vec<[f64; 2]> {
    let trails = &state.training.picture.as_ref().unwrap().snapshot.trails;
    let places = trails.row(particle).chunks_exact(2);
    places
        .map(|at| [f64::from(at[0]), f64::from(at[1])])
        .collect()
}

#[test]
fn a_dropped_particle_ends_nearer_to_the_curve() {
    let mut program = Program::ready("#lesson=denoising&data=spiral&speed=fast");
    program.act(Action::PlayToggled);
    program.frames(400);
    program.act(Action::PlayToggled);
    let places = [[0.5, 0.5], [-0.2, -0.2], [-0.9, 0.3], [0.9, 0.6]];
    for place in places {
        program.act(Action::ParticleDropped(place));
    }
    program.act(Action::ParticleDropped([f32::NAN, 0.0]));
    program.frames(4);
    for (particle, place) in places.into_iter().enumerate() {
        let trail = trail(&program.state, particle);
        let first = trail[0];
        assert!((first[0] as f32, first[1] as f32) == (place[0], place[1]));
        let (before, after) = (
            off_the_spiral(first),
            off_the_spiral(*trail.last().unwrap()),
        );
        println!("{place:?}: {before:.3} → {after:.3}");
        assert!(after < before && after < 0.1, "{before} → {after}");
    }
    // It takes its time, and stops at the end of its trail.
    assert!(program.state.particles.ages.iter().all(|&age| age < 10));
    program.frames(300);
    assert!(program.state.particles.ages.iter().all(|&age| age == 24));
    program.act(Action::ParticlesCleared);
    program.frames(2);
    let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
    assert!(snapshot.trails.values.is_empty());
}

#[test]
fn more_particles_than_there_is_room_for_push_the_oldest_out() {
    let mut program = Program::ready("#lesson=denoising&data=spiral");
    for i in 0..50 {
        program.act(Action::ParticleDropped([0.01 * i as f32, 0.0]));
    }
    program.frames(3);
    let places = &program.state.particles.places;
    assert_eq!(places.len(), 40);
    assert!((places[0][0] - 0.1).abs() < 1e-6);
    assert_eq!(trail(&program.state, 0)[0][0] as f32, places[0][0]);
    assert_eq!(program.state.seen().unwrap().particles, 50);
}

/// Where the system asks for less motion, a particle has its whole trail as soon as there is one.
#[test]
fn without_motion_a_particle_is_at_its_end_at_once() {
    let mut program = Program::ready("#lesson=denoising&data=spiral");
    program.state.particles.are_still = true;
    program.act(Action::ParticlesCleared);
    program.act(Action::ParticleDropped([0.5, 0.5]));
    program.frames(2);
    assert_eq!(*program.state.particles.ages, [24]);
}
