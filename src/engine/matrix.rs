//! Arrays on their way to the page.

use ndarray::{Array2, ArrayView2};

use crate::protocol::Matrix;

pub fn matrix(array: ArrayView2<f32>) -> Matrix {
    Matrix {
        columns: array.ncols(),
        values: array.iter().copied().collect(),
    }
}

/// Nothing where nobody looks: the array is not even made.
pub fn matrix_if(is_wanted: bool, array: impl FnOnce() -> Array2<f32>) -> Matrix {
    if is_wanted {
        matrix(array().view())
    } else {
        Matrix::default()
    }
}
