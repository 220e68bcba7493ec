//! Seeded random numbers: one ChaCha8 stream per purpose, so that drawing more of one kind never
//! shifts another. ChaCha8 is fixed by its specification: a link means the same numbers for years.

mod normals;

use rand::{RngExt, SeedableRng, seq::SliceRandom};

pub use normals::{fill_with_normals, ln, sine_and_cosine};
pub use rand_chacha::ChaCha8Rng;

/// What a stream of random numbers is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Data,
    Split,
    Weights,
    Batches,
    /// The corruption of training batches.
    Corruption,
    /// The one corruption of all samples that errors and pictures are taken on.
    FixedCorruption,
}

/// The stream of one purpose under one seed.
pub fn stream(seed: u32, purpose: Purpose) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(u64::from(seed));
    rng.set_stream(purpose as u64);
    rng
}

/// Uniform in [low, high).
pub fn uniform(rng: &mut ChaCha8Rng, low: f64, high: f64) -> f64 {
    low + (high - low) * rng.random::<f64>()
}

/// Standard normal (Box & Muller 1958).
pub fn normal(rng: &mut ChaCha8Rng) -> f64 {
    let radius = (-2.0 * libm::log(1.0 - rng.random::<f64>())).sqrt();
    radius * libm::cos(std::f64::consts::TAU * rng.random::<f64>())
}

/// 0 … n − 1 in random order.
pub fn permutation(rng: &mut ChaCha8Rng, n: usize) -> Vec<usize> {
    let mut order = Vec::new();
    permute(rng, n, &mut order);
    order
}

/// The same in room that is there.
pub fn permute(rng: &mut ChaCha8Rng, n: usize, order: &mut Vec<usize>) {
    order.clear();
    order.extend(0..n);
    order.shuffle(rng);
}
