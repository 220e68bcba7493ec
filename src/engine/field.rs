//! The field r(x) − x, where the density is known the score beside it, and particles that follow it.

use ndarray::{Array2, ArrayView2, Axis, concatenate};

use super::matrix::matrix;
use super::moment::Moment;
use crate::analysis::{Mixture, field, grid, mean_angle_deg, particles};
use crate::data::{BLOBS, Corruption, blob_centre, blob_deviation};
use crate::protocol::{Matrix, Score};
use crate::settings::{DataSet, NoiseChoice, Settings, Shape};

/// The field's grid: so many cells a side, over this much of the plane.
const SIDE: usize = 24;
const REACH: f32 = 1.3;
/// Passes through the network that a particle takes.
const PASSES: usize = 24;
/// Particles that are followed at once.
const MOST_PARTICLES: usize = 40;
/// The angle to the score is measured where there are data: within so many standard deviations.
const WITHIN: f64 = 2.0;

/// x₁, x₂, r₁ − x₁, r₂ − x₂ on a grid: (cells, 4).
pub fn arrows(moment: &Moment) -> Array2<f32> {
    let x = grid(-REACH, REACH, SIDE);
    let arrows = field(moment.network(), x.view());
    joined(x.view(), arrows.view())
}

fn joined(x: ArrayView2<f32>, ways: ArrayView2<f32>) -> Array2<f32> {
    concatenate(Axis(1), &[x, ways]).unwrap_or_else(|_| x.to_owned())
}

/// Of points in the plane that are drawn from a known density; the noise is the run's.
pub fn score(moment: &Moment, settings: &Settings) -> Option<Score> {
    let is_known = settings.data == DataSet::Blobs && settings.noise == NoiseChoice::Gaussian;
    let density = is_known.then(|| {
        let centres = Array2::from_shape_fn((usize::from(BLOBS), 2), |(blob, axis)| {
            blob_centre(blob as u8)[axis] as f32
        });
        let clean = Mixture {
            centres,
            deviation: blob_deviation(settings.scatter),
        };
        clean.blurred(Corruption::of(settings).level)
    })?;
    let x = grid(-REACH, REACH, SIDE);
    let score = density.score(x.view());
    // What the best denoiser would make of x: x + σ² score (Miyasawa 1961).
    let ways = score.mapv(|s| (settings.level * settings.level) as f32 * s);
    let near: Vec<usize> = (0..x.nrows())
        .filter(|&cell| density.deviations(x.row(cell)) <= WITHIN)
        .collect();
    let ours = field(moment.network(), x.view()).select(Axis(0), &near);
    Some(Score {
        field: matrix(joined(x.view(), ways.view()).view()),
        angle_deg: mean_angle_deg(ours.view(), ways.select(Axis(0), &near).view()),
    })
}

/// Where each particle is after 0, 1, 2, … passes through the network: (particles, 2 × (passes + 1)).
pub fn trails(moment: &Moment, dropped: &[[f32; 2]]) -> Matrix {
    if dropped.is_empty() || moment.dataset.shape != Shape::Point(2) {
        return Matrix::default();
    }
    let dropped = &dropped[dropped.len().saturating_sub(MOST_PARTICLES)..];
    let starts = Array2::from_shape_fn((dropped.len(), 2), |(i, axis)| dropped[i][axis]);
    let passes = particles(moment.network(), starts.view(), PASSES);
    let views: Vec<ArrayView2<f32>> = passes.iter().map(|at| at.view()).collect();
    concatenate(Axis(1), &views).map_or_else(|_| Matrix::default(), |trails| matrix(trails.view()))
}
