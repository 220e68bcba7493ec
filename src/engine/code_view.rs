//! The code closely: what the sum of atoms begins with, how well samples come out, and what one unit
//! answers to.

use ndarray::{Array2, Axis};

use super::moment::Moment;
use crate::model::Activation;
use crate::protocol::Excited;

/// Inputs that excite a unit most.
const MOST_EXCITING: usize = 9;
/// Bars of a unit's histogram.
const BINS: usize = 24;

/// The decoder's bias, (1, d), where a reconstruction is the bias and each code number times its
/// atom; without rows where the decoder bends.
pub fn bias(moment: &Moment) -> Array2<f32> {
    match moment.network().decoder() {
        [only] if only.activation == Activation::Linear => only.bias.clone().insert_axis(Axis(0)),
        _ => Array2::zeros((0, 0)),
    }
}

/// The error of each of some samples, mean over features of (r − x)², x clean: (1, rows).
pub fn errors(moment: &Moment, rows: &[usize]) -> Array2<f32> {
    let made = moment.trace.reconstruction();
    let x = moment.x;
    let error = |&row: &usize| {
        let squares = made.row(row).into_iter().zip(x.row(row));
        let sum: f32 = squares.map(|(r, x)| (r - x) * (r - x)).sum();
        sum / x.ncols().max(1) as f32
    };
    Array2::from_shape_fn((1, rows.len()), |(_, i)| error(&rows[i]))
}

/// What one code unit answers to, over all samples; `None` where there is no such unit.
pub fn excited(moment: &Moment, unit: u32) -> Option<Excited> {
    let code = moment.trace.code();
    let unit_at = unit as usize;
    let activations = (unit_at < code.ncols()).then(|| code.column(unit_at))?;
    let mut order: Vec<u32> = (0..activations.len() as u32).collect();
    order.sort_by(|&a, &b| activations[b as usize].total_cmp(&activations[a as usize]));
    order.truncate(MOST_EXCITING);
    let low = activations.fold(0.0_f32, |low, &h| low.min(h));
    let high = activations.fold(0.0_f32, |high, &h| high.max(h));
    let mut counts = vec![0; BINS];
    for &h in &activations {
        let part = (h - low) / (high - low).max(f32::MIN_POSITIVE);
        counts[((part * BINS as f32) as usize).min(BINS - 1)] += 1;
    }
    Some(Excited {
        unit,
        activations: order.iter().map(|&i| activations[i as usize]).collect(),
        samples: order,
        counts,
        range: [low, high],
    })
}
