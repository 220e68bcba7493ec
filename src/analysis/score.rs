//! The score, the gradient of the log density, where the density is known, and how near the field
//! r(x) − x comes to it.

use ndarray::{Array2, ArrayView1, ArrayView2, Zip};

/// A mixture of round normal densities in equal parts: centres (m, d), one standard deviation.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    pub centres: Array2<f32>,
    pub deviation: f64,
}

impl Mixture {
    /// The density of samples to which normal noise of a standard deviation is added.
    pub fn blurred(&self, noise: f64) -> Self {
        Self {
            centres: self.centres.clone(),
            deviation: self.deviation.hypot(noise),
        }
    }

    /// The gradient of the log density at points x (n, d): (n, d).
    pub fn score(&self, x: ArrayView2<f32>) -> Array2<f32> {
        let precision = self.deviation.powi(-2);
        let mut score = Array2::zeros(x.raw_dim());
        for (x, mut score) in x.rows().into_iter().zip(score.rows_mut()) {
            let near: Vec<f64> = self
                .centres
                .rows()
                .into_iter()
                .map(|centre| -0.5 * precision * squared_distance(x, centre))
                .collect();
            // Relative to the nearest centre, so that no weight is lost far away.
            let nearest = near.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let weights: Vec<f64> = near.iter().map(|log| (log - nearest).exp()).collect();
            let sum: f64 = weights.iter().sum();
            for (weight, centre) in weights.iter().zip(self.centres.rows()) {
                let pull = (precision * weight / sum) as f32;
                Zip::from(&mut score)
                    .and(centre)
                    .and(x)
                    .for_each(|score, &centre, &x| *score += pull * (centre - x));
            }
        }
        score
    }

    /// How far a point is from the nearest centre, in standard deviations.
    pub fn deviations(&self, x: ArrayView1<f32>) -> f64 {
        let centres = self.centres.rows().into_iter();
        let squares = centres.map(|centre| squared_distance(x, centre));
        squares.fold(f64::INFINITY, f64::min).sqrt() / self.deviation
    }
}

fn squared_distance(a: ArrayView1<f32>, b: ArrayView1<f32>) -> f64 {
    let squares = a.into_iter().zip(b).map(|(a, b)| f64::from(a - b).powi(2));
    squares.sum()
}

/// The mean angle in degrees between the rows of two fields (n, d); `None` where no row of both has a
/// direction.
pub fn mean_angle_deg(a: ArrayView2<f32>, b: ArrayView2<f32>) -> Option<f64> {
    let mut angles = Vec::new();
    for (a, b) in a.rows().into_iter().zip(b.rows()) {
        let dot = |a: ArrayView1<f32>, b: ArrayView1<f32>| -> f64 {
            a.into_iter().zip(b).map(|(a, b)| f64::from(a * b)).sum()
        };
        let lengths = (dot(a, a) * dot(b, b)).sqrt();
        if lengths > 0.0 {
            let cosine = (dot(a, b) / lengths).clamp(-1.0, 1.0);
            angles.push(cosine.acos().to_degrees());
        }
    }
    (!angles.is_empty()).then(|| angles.iter().sum::<f64>() / angles.len() as f64)
}
