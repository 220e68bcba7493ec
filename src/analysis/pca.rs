//! Principal component analysis: exact, mean-centred. Not here: which samples it is fitted on.

use ndarray::{Array1, Array2, ArrayView2, Axis, s};

use super::eigen::symmetric_eigen;
use super::rows::for_each_row;
use crate::model::dot;

/// The covariance is summed in f64 over f32 products of so many rows …
const CHUNK: usize = 256;
/// … and, since it is symmetric, only in panels of so many columns from the diagonal on.
const PANEL: usize = 128;
/// Two variances that differ by less than this part of the largest are the same: f32 knows no better.
const SAME: f64 = 1e-7;

/// scikit-learn's names: rows of `components` are unit vectors, the largest variance first.
#[derive(Clone, Debug, PartialEq)]
pub struct Pca {
    /// (d).
    pub mean: Array1<f32>,
    /// (d, d), signed so that each row's entry of largest magnitude is positive.
    pub components: Array2<f32>,
    /// (d), with n − 1 in the denominator.
    pub explained_variance: Array1<f64>,
}

impl Pca {
    /// x: (n, d).
    pub fn fit(x: ArrayView2<f32>) -> Self {
        let (n, d) = x.dim();
        let sum = x
            .rows()
            .into_iter()
            .fold(Array1::<f64>::zeros(d), |mut sum, row| {
                sum.zip_mut_with(&row, |sum, &v| *sum += f64::from(v));
                sum
            });
        let mean = sum.mapv(|sum| (sum / n.max(1) as f64) as f32);
        let covariance = covariance(x, &mean);
        let (values, vectors) = symmetric_eigen(&covariance);
        let mut components = vectors.t().mapv(|v| v as f32);
        for mut row in components.rows_mut() {
            let largest = row.fold(
                0.0_f32,
                |most, &v| if v.abs() > most.abs() { v } else { most },
            );
            if largest < 0.0 {
                row.mapv_inplace(|v| -v);
            }
        }
        Self {
            mean,
            components,
            explained_variance: values.mapv(|v| v.max(0.0)),
        }
    }

    /// Parts of the **total** variance: (d).
    pub fn explained_variance_ratio(&self) -> Array1<f64> {
        &self.explained_variance / self.explained_variance.sum().max(f64::MIN_POSITIVE)
    }

    /// Mean variance of a feature, with n − 1 in the denominator.
    pub fn variance(&self) -> f64 {
        self.explained_variance.mean().unwrap_or(0.0)
    }

    /// Whether the first k components span a space of their own: the next variance is not the same,
    /// and none of theirs is 0, within rounding.
    pub fn is_unique(&self, k: usize) -> bool {
        let variance = |i: usize| self.explained_variance.get(i).copied();
        let least = SAME * variance(0).unwrap_or(0.0);
        match (k.checked_sub(1).and_then(variance), variance(k)) {
            (Some(last), Some(next)) => last - next > least,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }

    /// x (n, d) -> its coordinates on the first k components (n, k).
    pub fn transform(&self, x: ArrayView2<f32>, k: usize) -> Array2<f32> {
        dot((&x - &self.mean).view(), self.first(k).t())
    }

    /// Coordinates (n, k) -> points (n, d).
    pub fn inverse_transform(&self, codes: ArrayView2<f32>) -> Array2<f32> {
        dot(codes, self.first(codes.ncols())) + &self.mean
    }

    /// x (n, d) -> its rank-k reconstruction (n, d).
    pub fn reconstruct(&self, x: ArrayView2<f32>, k: usize) -> Array2<f32> {
        self.inverse_transform(self.transform(x, k).view())
    }

    /// How far from x (n, d) are reconstructions of what was `seen` of it (n, d), with 1, 2 … `most`
    /// components: mean over samples and features of the squared error. Of the distance of x to the mean,
    /// each component leaves its coordinate's square no more than that of its own error (Pythagoras).
    pub fn errors(&self, seen: ArrayView2<f32>, x: ArrayView2<f32>, most: usize) -> Vec<f64> {
        let count = x.len().max(1) as f64;
        let codes = self.transform(x, most);
        let made = (seen.as_ptr() != x.as_ptr()).then(|| self.transform(seen, most));
        let mut taken = vec![0.0; codes.ncols()];
        let mut take = |codes: ArrayView2<f32>, sign: f64| {
            for_each_row(codes, |code| {
                for (taken, &code) in taken.iter_mut().zip(code) {
                    *taken += sign * f64::from(code).powi(2);
                }
            });
        };
        take(codes.view(), 1.0);
        if let Some(made) = made {
            take((codes - made).view(), -1.0);
        }
        let mut left = (&x - &self.mean).fold(0.0, |sum, &v| sum + f64::from(v).powi(2));
        let rest = taken.iter().map(|taken| {
            left -= taken;
            left.max(0.0) / count
        });
        rest.collect()
    }

    /// The first k components: (min(k, d), d).
    pub fn first(&self, k: usize) -> ArrayView2<'_, f32> {
        self.components
            .slice(s![..k.min(self.components.nrows()), ..])
    }
}

/// The covariance (d, d) of x (n, d) about its mean, with n − 1 in the denominator.
fn covariance(x: ArrayView2<f32>, mean: &Array1<f32>) -> Array2<f64> {
    let (n, d) = x.dim();
    let mut sums = Array2::<f64>::zeros((d, d));
    for chunk in x.axis_chunks_iter(Axis(0), CHUNK) {
        let centred = &chunk - mean;
        for start in (0..d).step_by(PANEL) {
            let end = (start + PANEL).min(d);
            let panel = centred.slice(s![.., start..end]);
            let products = dot(panel.t(), centred.slice(s![.., start..]));
            sums.slice_mut(s![start..end, start..])
                .zip_mut_with(&products, |sum, &product| *sum += f64::from(product));
        }
    }
    let scale = 1.0 / n.saturating_sub(1).max(1) as f64;
    Array2::from_shape_fn((d, d), |(i, j)| scale * sums[[i.min(j), i.max(j)]])
}
