//! Ways to fail: each is there at one press, live, and can be put right.

use super::{Failure, Lesson};
use crate::settings::{ActivationChoice, OptimiserChoice, Settings, Speed};

pub const FAILURES: [Failure; 5] = [
    Failure {
        title: "The copy",
        preset: || Settings {
            hidden: Vec::new(),
            k: 64,
            lr: 0.01,
            ..Settings::preset()
        },
        symptom: "The error is almost zero, and nonsense comes back as well as digits.",
        cause: "The bottleneck is as wide as the image: nothing forces a choice.",
        fix: ("Narrow the bottleneck to 8", "k=8"),
        shows: |seen| seen.k >= 64 && seen.nonsense.is_some_and(|error| error < 0.02),
        mended: |seen| seen.k <= 8 && seen.nonsense.is_some_and(|error| error > 0.5),
    },
    Failure {
        title: "Dead ReLUs",
        preset: || Settings {
            hidden: vec![32],
            k: 16,
            code: ActivationChoice::Relu,
            opt: OptimiserChoice::Adam,
            lr: 0.3,
            batch: 16,
            ..Settings::preset()
        },
        symptom: "Code units stand at 0 for every image and never wake up.",
        cause: "A step too far pushed their sums below zero, where a ReLU has no slope to learn from.",
        fix: (
            "A leaky start: tanh units, rate 0.003",
            "code=tanh&act=tanh&lr=0.003",
        ),
        shows: |seen| seen.step >= 200 && 2 * seen.dead_units >= seen.k,
        mended: |seen| seen.settings.lr < 0.1 && seen.held_out < 0.2 * seen.first_held_out,
    },
    Failure {
        title: "Saturated sigmoids",
        preset: || Settings {
            hidden: vec![32],
            act: ActivationChoice::Sigmoid,
            k: 16,
            code: ActivationChoice::Sigmoid,
            opt: OptimiserChoice::Sgd,
            lr: 0.1,
            ..Settings::preset()
        },
        symptom: "The loss falls to the average image and stays there for thousands of steps.",
        cause: "Through two sigmoids a slope shrinks at least sixteenfold: the early layers hardly hear of the error.",
        fix: (
            "ReLU units and Adam",
            "act=relu&code=linear&opt=adam&lr=0.003",
        ),
        shows: |seen| seen.step >= 500 && seen.of_variance()[0] > 0.85,
        mended: |seen| seen.of_variance()[0] < 0.5,
    },
    Failure {
        title: "The mean image",
        preset: || Settings {
            lr: 1e-5,
            opt: OptimiserChoice::Sgd,
            ..Settings::preset()
        },
        symptom: "Whatever goes in, a blur comes out; the curve is flat.",
        cause: "The learning rate is so small that thousands of steps change nothing.",
        fix: ("Adam, rate 0.003", "opt=adam&lr=0.003"),
        shows: |seen| seen.step >= 300 && seen.held_out > 0.7 * seen.first_held_out,
        mended: |seen| seen.held_out < 0.2 * seen.first_held_out,
    },
    Failure {
        title: "Divergence",
        preset: || Settings {
            hidden: vec![64, 32],
            act: ActivationChoice::Linear,
            opt: OptimiserChoice::Sgd,
            lr: 1.0,
            speed: Speed::Slow,
            ..Settings::preset()
        },
        symptom: "The error grows from step to step until it is no number any more.",
        cause: "Each step overshoots the valley by more than the one before.",
        fix: ("Learning rate 0.05", "lr=0.05&speed=normal"),
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
