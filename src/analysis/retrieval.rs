//! Which samples have codes alike.

use ndarray::{ArrayView1, ArrayView2};

/// The rows of `codes` (n, k) nearest to one code (k), the nearest first, by Euclidean distance.
pub fn nearest_codes(codes: ArrayView2<f32>, code: ArrayView1<f32>, count: usize) -> Vec<usize> {
    let mut distances: Vec<(f32, usize)> = codes
        .rows()
        .into_iter()
        .map(|row| row.iter().zip(code).map(|(a, b)| (a - b) * (a - b)).sum())
        .zip(0..)
        .collect();
    let count = count.min(distances.len());
    if count == 0 {
        return Vec::new();
    }
    distances.select_nth_unstable_by(count - 1, |a, b| a.0.total_cmp(&b.0));
    distances.truncate(count);
    distances.sort_by(|a, b| a.0.total_cmp(&b.0));
    distances.into_iter().map(|(_, row)| row).collect()
}

/// The part of the nearest `count` known codes that share the class of the one asked for, averaged
/// over all that are asked for. Codes (n, k) with a class each.
pub fn precision_of_nearest(
    (known, known_labels): (ArrayView2<f32>, &[u8]),
    (asked, asked_labels): (ArrayView2<f32>, &[u8]),
    count: usize,
) -> f64 {
    let shared: usize = asked
        .rows()
        .into_iter()
        .zip(asked_labels)
        .map(|(code, label)| {
            let nearest = nearest_codes(known, code, count);
            nearest
                .iter()
                .filter(|&&i| known_labels[i] == *label)
                .count()
        })
        .sum();
    shared as f64 / (count * asked.nrows()).max(1) as f64
}
