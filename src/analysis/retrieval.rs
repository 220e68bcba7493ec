//! Which samples have codes alike.

use ndarray::{Array1, ArrayView2, Axis};

use crate::model::dot;

/// Codes that are looked up together: one product of matrices finds all their neighbours.
const TOGETHER: usize = 64;

/// For each of some codes (m, k) the rows of `known` (n, k) nearest to it, the nearest first, by
/// Euclidean distance: at most `count`, and all there are where there are fewer.
pub fn nearest_codes(
    known: ArrayView2<f32>,
    asked: ArrayView2<f32>,
    count: usize,
) -> Vec<Vec<usize>> {
    let count = count.min(known.nrows());
    if count == 0 {
        return vec![Vec::new(); asked.nrows()];
    }
    // |a − b|² = |a|² + |b|² − 2 a·b, of which |a|² is the same for all b. About their mean the codes
    // are small numbers, of which little is lost in rounding.
    let mean = known.mean_axis(Axis(0)).unwrap_or_default();
    let known = &known - &mean;
    let squares: Array1<f32> = known.rows().into_iter().map(|row| row.dot(&row)).collect();
    let mut nearest = Vec::with_capacity(asked.nrows());
    for some in asked.axis_chunks_iter(Axis(0), TOGETHER) {
        let products = dot((&some - &mean).view(), known.t());
        for products in products.rows() {
            let distance = |(square, product): (&f32, &f32)| square - 2.0 * product;
            let mut distances: Vec<(f32, usize)> = squares
                .iter()
                .zip(products)
                .map(distance)
                .zip(0..)
                .collect();
            distances.select_nth_unstable_by(count - 1, |a, b| a.0.total_cmp(&b.0));
            distances.truncate(count);
            distances.sort_by(|a, b| a.0.total_cmp(&b.0));
            nearest.push(distances.into_iter().map(|(_, row)| row).collect());
        }
    }
    nearest
}

/// The part of the nearest `count` known codes that share the class of the one asked for, averaged
/// over all that are asked for. Codes (n, k) with a class each.
pub fn precision_of_nearest(
    (known, known_labels): (ArrayView2<f32>, &[u8]),
    (asked, asked_labels): (ArrayView2<f32>, &[u8]),
    count: usize,
) -> f64 {
    let nearest = nearest_codes(known, asked, count);
    let shared = nearest.iter().zip(asked_labels).map(|(nearest, label)| {
        let same = nearest.iter().filter(|&&i| known_labels[i] == *label);
        same.count()
    });
    let found = nearest.iter().map(Vec::len).sum::<usize>();
    shared.sum::<usize>() as f64 / found.max(1) as f64
}
