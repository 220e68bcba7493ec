//! Points in the plane and in space: one draw each, of half-width about 1, with normal noise of the
//! given standard deviation in every coordinate. A point of a curve keeps its place along it, 0 … 1.

use std::f64::consts::{PI, TAU};

use super::Sample;
use crate::random::{ChaCha8Rng, normal, uniform};

fn sample<const D: usize>(
    rng: &mut ChaCha8Rng,
    point: [f64; D],
    scatter: f64,
    class: u8,
    along: Option<f64>,
) -> Sample {
    Sample {
        x: point
            .map(|coordinate| (coordinate + scatter * normal(rng)) as f32)
            .to_vec(),
        class,
        factors: along.map(|along| along as f32).into_iter().collect(),
    }
}

/// A line through the origin with slope 0.6.
pub fn line(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    let t = uniform(rng, -1.0, 1.0);
    sample(rng, [t, 0.6 * t], scatter, 0, Some(0.5 * (t + 1.0)))
}

/// Round clusters of points.
pub const BLOBS: u8 = 3;

/// The centre of a cluster, on a circle of radius 0.7.
pub fn blob_centre(class: u8) -> [f64; 2] {
    let angle = TAU * (f64::from(class) / f64::from(BLOBS) + 0.1);
    [0.7 * libm::cos(angle), 0.7 * libm::sin(angle)]
}

/// The standard deviation of a cluster, in each coordinate.
pub fn blob_deviation(scatter: f64) -> f64 {
    0.05 + scatter
}

/// Three round clusters; scatter widens them.
pub fn blobs(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    let class = uniform(rng, 0.0, f64::from(BLOBS)) as u8;
    let deviation = blob_deviation(scatter);
    sample(rng, blob_centre(class), deviation, class, None)
}

/// A circle of radius 0.8 a little off the origin.
pub fn circle(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    let angle = uniform(rng, 0.0, TAU);
    let point = [0.2 + 0.8 * libm::cos(angle), 0.1 + 0.8 * libm::sin(angle)];
    sample(rng, point, scatter, 0, Some(angle / TAU))
}

/// Two half circles that hold each other, of radius 0.65.
pub fn moons(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    const RADIUS: f64 = 0.65;
    let class = u8::from(uniform(rng, 0.0, 1.0) < 0.5);
    let side = if class == 0 { 1.0 } else { -1.0 };
    let angle = uniform(rng, 0.0, PI);
    let moon = [
        side * RADIUS * (libm::cos(angle) - 0.5),
        side * RADIUS * (libm::sin(angle) - 0.25),
    ];
    sample(rng, moon, scatter, class, Some(angle / PI))
}

/// Where the spiral starts; it ends at radius 1.
const SPIRAL_START: f64 = 0.25;

/// The spiral's point of a radius 0.25 … 1.
pub fn spiral_point(radius: f64) -> [f64; 2] {
    let angle = TAU * (radius - SPIRAL_START) / (1.0 - SPIRAL_START);
    [radius * libm::cos(angle), radius * libm::sin(angle)]
}

/// An Archimedean spiral of one turn, from radius 0.25 to 1, even along its length.
pub fn spiral(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    // For a radius that grows with the angle, length grows nearly with the radius squared.
    let radius = uniform(rng, SPIRAL_START * SPIRAL_START, 1.0).sqrt();
    let along = (radius - SPIRAL_START) / (1.0 - SPIRAL_START);
    sample(rng, spiral_point(radius), scatter, 0, Some(along))
}

/// Two straight lines that cross at the origin.
pub fn cross(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    let class = u8::from(uniform(rng, 0.0, 1.0) < 0.5);
    let t = uniform(rng, -1.0, 1.0);
    let side = if class == 0 { 1.0 } else { -1.0 };
    sample(
        rng,
        [0.9 * t, 0.9 * side * t],
        scatter,
        class,
        Some(0.5 * (t + 1.0)),
    )
}

/// A sheet bent to an S in space, after scikit-learn's make_s_curve.
pub fn s_curve(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    let along = uniform(rng, 0.0, 1.0);
    let depth = uniform(rng, -1.0, 1.0);
    let t = 3.0 * PI * (along - 0.5);
    let point = [libm::sin(t), depth, 0.5 * t.signum() * (libm::cos(t) - 1.0)];
    sample(rng, point, scatter, 0, Some(along))
}

/// A sheet rolled up in space, after scikit-learn's make_swiss_roll (Marsland, 2nd ed., ch. 6).
pub fn swiss_roll(rng: &mut ChaCha8Rng, scatter: f64) -> Sample {
    let along = uniform(rng, 0.0, 1.0);
    let depth = uniform(rng, -0.75, 0.75);
    let turn = 1.5 * PI * (1.0 + 2.0 * along);
    let radius = turn / (4.5 * PI);
    let point = [radius * libm::cos(turn), depth, radius * libm::sin(turn)];
    sample(rng, point, scatter, 0, Some(along))
}
