use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::{Array1, Array2};

/// Eigenvalues (d), the largest first, and unit eigenvectors as the columns of (d, d).
pub fn symmetric_eigen(matrix: &Array2<f64>) -> (Array1<f64>, Array2<f64>) {
    let d = matrix.nrows();
    let eigen = SymmetricEigen::new(DMatrix::from_fn(d, d, |i, j| matrix[[i, j]]));
    let mut order: Vec<usize> = (0..d).collect();
    order.sort_by(|&i, &j| eigen.eigenvalues[j].total_cmp(&eigen.eigenvalues[i]));
    let values = order.iter().map(|&i| eigen.eigenvalues[i]).collect();
    let vectors = Array2::from_shape_fn((d, d), |(i, j)| eigen.eigenvectors[(i, order[j])]);
    (values, vectors)
}
