//! Images drawn from a formula, whose true factors are known.

use super::Sample;
use crate::random::{ChaCha8Rng, uniform};

const BARS: usize = 8;

/// Independent horizontal and vertical bars, 8 × 8, each there with probability 1/8 (Földiák 1990).
pub fn bars(rng: &mut ChaCha8Rng, _: f64) -> Sample {
    let there: [bool; 2 * BARS] =
        std::array::from_fn(|_| uniform(rng, 0.0, 1.0) < 1.0 / BARS as f64);
    let (rows, columns) = there.split_at(BARS);
    let x = rows
        .iter()
        .flat_map(|&row| {
            columns
                .iter()
                .map(move |&column| f32::from(u8::from(row || column)))
        })
        .collect();
    Sample {
        x,
        class: 0,
        factors: Vec::new(),
    }
}

const SIDE: usize = 12;
const RADIUS: f64 = 2.5;
/// How far a disc's edge reaches, in pixels.
const SOFTNESS: f64 = 0.4;

/// One soft disc of radius 2.5 pixels, wholly inside 12 × 12; its factors are where its centre is,
/// across and down, 0 … 1.
pub fn balls(rng: &mut ChaCha8Rng, _: f64) -> Sample {
    let place = [(); 2].map(|()| uniform(rng, 0.0, 1.0));
    let [across, down] = place.map(|part| RADIUS + part * (SIDE as f64 - 2.0 * RADIUS));
    let x = (0..SIDE * SIDE)
        .map(|i| {
            let dx = (i % SIDE) as f64 + 0.5 - across;
            let dy = (i / SIDE) as f64 + 0.5 - down;
            let beyond = dx.hypot(dy) - RADIUS;
            (1.0 / (1.0 + libm::exp(beyond / SOFTNESS))) as f32
        })
        .collect();
    Sample {
        x,
        class: 0,
        factors: place.map(|part| part as f32).to_vec(),
    }
}
