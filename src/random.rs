//! Seeded random numbers: one ChaCha8 stream per purpose, so that drawing more of one kind never
//! shifts another. ChaCha8 is fixed by its specification: a link means the same numbers for years.

use rand::{RngExt, SeedableRng, seq::SliceRandom};

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
    two_normals(rng)[0]
}

/// Independent standard normals without end.
pub fn normals(rng: &mut ChaCha8Rng) -> impl Iterator<Item = f64> {
    std::iter::repeat_with(|| two_normals(rng)).flatten()
}

fn two_normals(rng: &mut ChaCha8Rng) -> [f64; 2] {
    let radius = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
    let (sine, cosine) = (std::f64::consts::TAU * rng.random::<f64>()).sin_cos();
    [radius * cosine, radius * sine]
}

/// 0 … n − 1 in random order.
pub fn permutation(rng: &mut ChaCha8Rng, n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(rng);
    order
}
