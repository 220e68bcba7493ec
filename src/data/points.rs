//! Points in the plane: one draw each, of half-width about 1, with normal noise of the given
//! standard deviation in both coordinates.

use std::f64::consts::{PI, TAU};

use crate::random::{ChaCha8Rng, normal, uniform};

type Draw = ([f64; 2], u8);

fn scattered(rng: &mut ChaCha8Rng, [x, y]: [f64; 2], scatter: f64) -> [f64; 2] {
    [x + scatter * normal(rng), y + scatter * normal(rng)]
}

/// A line through the origin with slope 0.6.
pub fn line(rng: &mut ChaCha8Rng, scatter: f64) -> Draw {
    let t = uniform(rng, -1.0, 1.0);
    (scattered(rng, [t, 0.6 * t], scatter), 0)
}

/// Three round clusters on a circle of radius 0.7; scatter widens them.
pub fn blobs(rng: &mut ChaCha8Rng, scatter: f64) -> Draw {
    let class = uniform(rng, 0.0, 3.0) as u8;
    let angle = TAU * (f64::from(class) / 3.0 + 0.1);
    let centre = [0.7 * angle.cos(), 0.7 * angle.sin()];
    (scattered(rng, centre, 0.05 + scatter), class)
}

/// A circle of radius 0.8 a little off the origin.
pub fn circle(rng: &mut ChaCha8Rng, scatter: f64) -> Draw {
    let angle = uniform(rng, 0.0, TAU);
    let point = [0.2 + 0.8 * angle.cos(), 0.1 + 0.8 * angle.sin()];
    (scattered(rng, point, scatter), 0)
}

/// Two half circles that hold each other, of radius 0.65.
pub fn moons(rng: &mut ChaCha8Rng, scatter: f64) -> Draw {
    const RADIUS: f64 = 0.65;
    let class = u8::from(uniform(rng, 0.0, 1.0) < 0.5);
    let side = if class == 0 { 1.0 } else { -1.0 };
    let angle = uniform(rng, 0.0, PI);
    let moon = [
        side * RADIUS * (angle.cos() - 0.5),
        side * RADIUS * (angle.sin() - 0.25),
    ];
    (scattered(rng, moon, scatter), class)
}

/// An Archimedean spiral of one turn, from radius 0.25 to 1, even along its length.
pub fn spiral(rng: &mut ChaCha8Rng, scatter: f64) -> Draw {
    const START: f64 = 0.25;
    // For a radius that grows with the angle, length grows nearly with the radius squared.
    let radius = uniform(rng, START * START, 1.0).sqrt();
    let angle = TAU * (radius - START) / (1.0 - START);
    (
        scattered(rng, [radius * angle.cos(), radius * angle.sin()], scatter),
        0,
    )
}
