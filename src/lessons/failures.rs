//! Ways to fail: each is there at one press, live, and can be put right.

use super::{Failure, Lesson};
use crate::settings::{ActivationChoice, OptimiserChoice, Settings, Speed};
use crate::words::Text;

pub const FAILURES: [Failure; 5] = [
    Failure {
        title: Text(|w| w.failures.copy),
        preset: || Settings {
            hidden: Vec::new(),
            k: 64,
            lr: 0.01,
            ..Settings::preset()
        },
        symptom: Text(|w| w.failures.copy_symptom),
        cause: Text(|w| w.failures.copy_cause),
        fix: (Text(|w| w.failures.copy_fix), "k=8"),
        shows: |seen| seen.k >= 64 && seen.nonsense.is_some_and(|error| error < 0.02),
        mended: |seen| seen.k <= 8 && seen.nonsense.is_some_and(|error| error > 0.5),
    },
    Failure {
        title: Text(|w| w.failures.dead),
        preset: || Settings {
            hidden: vec![32],
            k: 16,
            code: ActivationChoice::Relu,
            opt: OptimiserChoice::Adam,
            lr: 0.3,
            batch: 16,
            ..Settings::preset()
        },
        symptom: Text(|w| w.failures.dead_symptom),
        cause: Text(|w| w.failures.dead_cause),
        fix: (Text(|w| w.failures.dead_fix), "code=tanh&act=tanh&lr=0.003"),
        shows: |seen| seen.step >= 200 && 2 * seen.dead_units >= seen.k,
        mended: |seen| seen.settings.lr < 0.1 && seen.held_out < 0.2 * seen.first_held_out,
    },
    Failure {
        title: Text(|w| w.failures.saturated),
        preset: || Settings {
            hidden: vec![32],
            act: ActivationChoice::Sigmoid,
            k: 16,
            code: ActivationChoice::Sigmoid,
            opt: OptimiserChoice::Sgd,
            lr: 0.1,
            ..Settings::preset()
        },
        symptom: Text(|w| w.failures.saturated_symptom),
        cause: Text(|w| w.failures.saturated_cause),
        fix: (
            Text(|w| w.failures.saturated_fix),
            "act=relu&code=linear&opt=adam&lr=0.003",
        ),
        shows: |seen| seen.step >= 500 && seen.of_variance()[0] > 0.85,
        mended: |seen| seen.of_variance()[0] < 0.5,
    },
    Failure {
        title: Text(|w| w.failures.mean),
        preset: || Settings {
            lr: 1e-5,
            opt: OptimiserChoice::Sgd,
            ..Settings::preset()
        },
        symptom: Text(|w| w.failures.mean_symptom),
        cause: Text(|w| w.failures.mean_cause),
        fix: (Text(|w| w.failures.mean_fix), "opt=adam&lr=0.003"),
        shows: |seen| seen.step >= 300 && seen.held_out > 0.7 * seen.first_held_out,
        mended: |seen| seen.held_out < 0.2 * seen.first_held_out,
    },
    Failure {
        title: Text(|w| w.failures.divergence),
        preset: || Settings {
            hidden: vec![64, 32],
            act: ActivationChoice::Linear,
            opt: OptimiserChoice::Sgd,
            lr: 1.0,
            speed: Speed::Slow,
            ..Settings::preset()
        },
        symptom: Text(|w| w.failures.divergence_symptom),
        cause: Text(|w| w.failures.divergence_cause),
        fix: (Text(|w| w.failures.divergence_fix), "lr=0.05&speed=normal"),
        shows: |seen| seen.diverged,
        mended: |seen| {
            !seen.diverged && seen.settings.lr < 0.5 && seen.held_out < 0.5 * seen.first_held_out
        },
    },
];

impl Lesson {
    /// The failures that stand beside a lesson: the first three need to know how training fails.
    pub fn failures(self) -> &'static [Failure] {
        match self {
            Self::Intro | Self::Pca | Self::Undercomplete => &FAILURES,
            Self::Sparse | Self::Denoising | Self::Uses | Self::Lab => &[],
        }
    }
}
