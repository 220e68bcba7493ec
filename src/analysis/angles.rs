//! Principal angles between subspaces (Björck & Golub 1973).

use ndarray::{Array2, ArrayView2, s};

use super::dot::dot;
use super::eigen::symmetric_eigen;
use super::linear_map::product;
use crate::model::Dense;

/// The largest principal angle in degrees between the range of a linear decoder and the span of the
/// leading principal components (components, d). Both are taken with the dimension that the
/// narrowest layer leaves, `rank`.
pub fn largest_principal_angle(
    decoder: &[Dense<f32>],
    components: ArrayView2<f32>,
    rank: usize,
) -> Option<f64> {
    let map = product(decoder)?;
    let rank = rank.min(components.nrows());
    if rank == map.ncols() {
        // Both are the whole space.
        return Some(0.0);
    }
    let range = row_basis(&map, rank)?;
    let span = components.slice(s![..rank, ..]).mapv(f64::from);
    let overlap = dot(range.view(), span.t());
    let (squared_cosines, _) = symmetric_eigen(&dot(overlap.t(), overlap.view()));
    let least = squared_cosines.iter().copied().fold(1.0, f64::min);
    Some(least.clamp(0.0, 1.0).sqrt().acos().to_degrees())
}

/// An orthonormal basis (rank, d) of the space that the rows of the matrix (k, d) span, by its
/// leading right singular vectors. `None` where the rows span less than that.
fn row_basis(matrix: &Array2<f64>, rank: usize) -> Option<Array2<f64>> {
    let (values, vectors) = symmetric_eigen(&dot(matrix.view(), matrix.t()));
    let mut basis = dot(vectors.slice(s![.., ..rank]).t(), matrix.view());
    for (mut row, &value) in basis.rows_mut().into_iter().zip(&values) {
        if value.is_nan() || value <= 0.0 {
            return None;
        }
        row /= value.sqrt();
    }
    Some(basis)
}
