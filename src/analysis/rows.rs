//! Matrices, row by row.

use ndarray::ArrayView2;

/// Goes over the rows of values (n, d): where columns are summed up, the memory is read as it lies.
pub fn for_each_row(values: ArrayView2<f32>, of: impl FnMut(&[f32])) {
    let values = values.as_standard_layout();
    let all = values.as_slice().unwrap_or_default();
    all.chunks_exact(values.ncols().max(1)).for_each(of);
}
