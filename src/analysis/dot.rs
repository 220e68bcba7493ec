//! Products in double precision, of matrices so small that simple loops do.

use ndarray::{Array2, ArrayView2};

/// a (m, l) · b (l, n): (m, n).
pub fn dot(a: ArrayView2<f64>, b: ArrayView2<f64>) -> Array2<f64> {
    let mut c = Array2::zeros((a.nrows(), b.ncols()));
    for (mut c, a) in c.rows_mut().into_iter().zip(a.rows()) {
        for (&a, b) in a.iter().zip(b.rows()) {
            c.zip_mut_with(&b, |c, &b| *c += a * b);
        }
    }
    c
}
