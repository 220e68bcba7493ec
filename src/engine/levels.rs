//! The error at every level of the corruption that a network is trained with.

use ndarray::{Array2, ArrayView2, s};

use super::inputs::fixed_draws;
use super::matrix::matrix;
use super::moment::Moment;
use crate::data::{Corruption, Dataset, Draws};
use crate::model::Autoencoder;
use crate::protocol::Matrix;
use crate::settings::NoiseChoice;
use crate::train::mse;

/// Numbers of held-out samples that are corrupted at each level, and between how many samples these are.
const NUMBERS: usize = 160_000;
const SAMPLES: [usize; 2] = [200, 400];
/// Levels between 0 and the last one.
const PARTS: usize = 8;

/// Up to which level the chart goes.
fn last_level(noise: NoiseChoice) -> f64 {
    match noise {
        NoiseChoice::Gaussian => 0.8,
        NoiseChoice::None | NoiseChoice::Masking | NoiseChoice::SaltPepper => 1.0,
    }
}

fn samples(dataset: &Dataset) -> ArrayView2<'_, f32> {
    let held_out = dataset.held_out();
    let count = (NUMBERS / held_out.ncols().max(1)).clamp(SAMPLES[0], SAMPLES[1]);
    held_out.slice_move(s![..count.min(held_out.nrows()), ..])
}

/// The random numbers for the samples of every level.
pub fn level_draws(dataset: &Dataset, noise: NoiseChoice, seed: u32) -> Draws {
    fixed_draws(noise, samples(dataset).dim(), seed)
}

/// Rows of level, and the held-out error against the clean samples of doing nothing, of PCA with as
/// many numbers, of the network trained without corruption and of the one trained with it. NaN where
/// there is no such network. The random numbers are the same at every level.
pub fn levels(
    moment: &Moment,
    plain: Option<&Autoencoder<f32>>,
    trained: Corruption,
    draws: &Draws,
) -> Matrix {
    let clean = samples(moment.dataset);
    let last = last_level(trained.noise);
    let mut levels: Vec<f64> = (0..=PARTS)
        .map(|part| last * part as f64 / PARTS as f64)
        .collect();
    levels.push(trained.level);
    levels.sort_by(f64::total_cmp);
    levels.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    let rows = levels.iter().flat_map(|&level| {
        let seen = draws.apply(level, clean);
        let of =
            |network: &Autoencoder<f32>| mse(network.forward(seen.view()).reconstruction(), clean);
        [
            level,
            mse(seen.view(), clean),
            mse(
                moment.pca.reconstruct(seen.view(), moment.k()).view(),
                clean,
            ),
            plain.map_or(f64::NAN, of),
            of(moment.network()),
        ]
    });
    let values: Vec<f32> = rows.map(|value| value as f32).collect();
    Array2::from_shape_vec((levels.len(), 5), values)
        .map(|rows| matrix(rows.view()))
        .unwrap_or_default()
}
