//! How well a score tells two kinds of samples apart (Fawcett 2006, "An introduction to ROC
//! analysis").

/// The ROC curve of a score that should be high for the positive samples.
#[derive(Clone, Debug, PartialEq)]
pub struct Roc {
    /// (false positive rate, true positive rate), one point per threshold, from (0, 0) to (1, 1).
    pub points: Vec<[f64; 2]>,
}

impl Roc {
    /// From the scores of the negative and of the positive samples; `None` where either is missing.
    pub fn of(negative: &[f32], positive: &[f32]) -> Option<Self> {
        if negative.is_empty() || positive.is_empty() {
            return None;
        }
        let of = |scores: &[f32], is_positive: bool| -> Vec<(f32, bool)> {
            scores.iter().map(|&score| (score, is_positive)).collect()
        };
        let mut scores = [of(negative, false), of(positive, true)].concat();
        scores.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut points = vec![[0.0, 0.0]];
        let mut counts = [0_usize; 2];
        for tied in scores.chunk_by(|a, b| a.0 == b.0) {
            let positives = tied.iter().filter(|score| score.1).count();
            counts[0] += tied.len() - positives;
            counts[1] += positives;
            points.push([
                counts[0] as f64 / negative.len() as f64,
                counts[1] as f64 / positive.len() as f64,
            ]);
        }
        Some(Self { points })
    }

    /// The area under the curve: the chance that a positive sample scores above a negative one.
    pub fn auc(&self) -> f64 {
        self.points
            .windows(2)
            .map(|pair| 0.5 * (pair[1][0] - pair[0][0]) * (pair[0][1] + pair[1][1]))
            .sum()
    }
}
