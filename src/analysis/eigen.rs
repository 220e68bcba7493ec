use faer::{Mat, Side};
use ndarray::{Array1, Array2};

/// Eigenvalues (d), the largest first, and unit eigenvectors as the columns of (d, d), of a
/// symmetric matrix. Where the iteration does not converge, which takes entries that are no
/// numbers: zeros and the unit vectors.
pub fn symmetric_eigen(matrix: &Array2<f64>) -> (Array1<f64>, Array2<f64>) {
    let d = matrix.nrows();
    let eigen = Mat::from_fn(d, d, |i, j| matrix[[i, j]]).self_adjoint_eigen(Side::Lower);
    match eigen {
        Ok(eigen) => (
            Array1::from_shape_fn(d, |i| eigen.S()[d - 1 - i]),
            Array2::from_shape_fn((d, d), |(i, j)| eigen.U()[(i, d - 1 - j)]),
        ),
        Err(_) => (Array1::zeros(d), Array2::eye(d)),
    }
}
