//! How well a score tells two kinds of samples apart (Fawcett 2006, "An introduction to ROC
//! analysis").

/// What a threshold makes of negative and of positive samples: a score above it is an alarm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    /// Positive samples above it, and those that are not.
    pub found: u32,
    pub missed: u32,
    /// Negative samples above it, and those that are not.
    pub false_alarms: u32,
    pub passed: u32,
}

impl Confusion {
    pub fn of(negative: &[f32], positive: &[f32], threshold: f32) -> Self {
        let above = |scores: &[f32]| scores.iter().filter(|&&score| score > threshold).count();
        let (false_alarms, found) = (above(negative), above(positive));
        Self {
            found: found as u32,
            missed: (positive.len() - found) as u32,
            false_alarms: false_alarms as u32,
            passed: (negative.len() - false_alarms) as u32,
        }
    }
}

/// The score that a part of the samples, 0 … 1, does not exceed: the smallest of them that is enough.
pub fn threshold(scores: &[f32], part: f64) -> f32 {
    let mut scores = scores.to_vec();
    scores.sort_by(f32::total_cmp);
    let enough = (part * scores.len() as f64).ceil() as usize;
    let at = enough.clamp(1, scores.len().max(1)) - 1;
    scores.get(at).copied().unwrap_or(0.0)
}

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
