use ndarray::{Array2, ArrayView2, Axis};

use crate::random::{Purpose, permutation, stream};

/// Nonsense from x (n, d): every feature is another sample's, so that nothing is left but each
/// feature's own distribution.
pub fn nonsense(x: ArrayView2<f32>, seed: u32) -> Array2<f32> {
    let mut rng = stream(seed, Purpose::Data);
    let mut shuffled = x.to_owned();
    for (mut column, original) in shuffled.columns_mut().into_iter().zip(x.columns()) {
        let order = permutation(&mut rng, original.len());
        column.assign(&original.select(Axis(0), &order));
    }
    shuffled
}
