//! A linear autoencoder lands on PCA; a nonlinear one bends round the data.

use super::{Goal, Question, QuestionKind, Scene, Seen};
use crate::settings::{ActivationChoice, DataSet, Settings, Speed};

/// Within a hundredth of PCA's error.
fn ties(seen: &Seen) -> bool {
    (seen.of_pca() - 1.0).abs() < 0.01
}

const ON_THE_LINE: Goal = Goal {
    title: "angle to PCA under 3°",
    reached: |seen| ties(seen) && seen.largest_angle_deg.is_some_and(|angle| angle < 3.0),
};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "A line",
        preset: line,
        text: "PCA keeps one number per point: its place along the best straight line, dashed. A linear autoencoder looks for a line of its own.",
        question: Some(Question {
            ask: "Can more training make the linear one beat PCA?",
            kind: QuestionKind::Choice {
                options: &["Yes, slowly", "No, they tie"],
                right: 1,
            },
            outcome: "They tie: no straight line is better than PCA's.",
        }),
        try_this: "[Let it learn|play] and watch the angle between the lines fall to 0. Then try [the digits|scene 1].",
        goals: &[ON_THE_LINE],
        caption,
    },
    Scene {
        title: "Digits",
        preset: digits,
        text: "Two numbers for 64 pixels, all linear. The same plane as PCA's, but its two axes are mixed: the weights span the components without being them (Plaut 2018).",
        question: Some(Question {
            ask: "Will each code unit be one principal component?",
            kind: QuestionKind::Choice {
                options: &["Yes", "No, a mixture"],
                right: 1,
            },
            outcome: "A mixture: the error cannot tell one pair of axes of the plane from another.",
        }),
        try_this: "[Let it learn|play] until the angle is under 3°, then [take the SVD|svd] of the weights.",
        goals: &[
            ON_THE_LINE,
            Goal {
                title: "components found in the weights",
                reached: |seen| {
                    seen.decomposed && seen.largest_angle_deg.is_some_and(|angle| angle < 3.0)
                },
            },
        ],
        caption,
    },
    Scene {
        title: "A circle",
        preset: circle,
        text: "One number per point, and no straight line fits. With tanh units the decoder's curve may bend; made linear, the same network has only lines.",
        question: Some(Question {
            ask: "With bends: how much of PCA's error is left?",
            kind: QuestionKind::Choice {
                options: &["About a half", "Under a twentieth"],
                right: 1,
            },
            outcome: "Under a twentieth: the curve runs round the ring.",
        }),
        try_this: "[Let it learn|play] until it has bent round the ring. Then [pin it|pin] and [make it straight|act=linear].",
        goals: &[
            Goal {
                title: "bent: under a twentieth",
                reached: |seen| seen.of_pca() < 0.05,
            },
            Goal {
                title: "straight: PCA's error",
                reached: |seen| seen.settings.act == ActivationChoice::Linear && ties(seen),
            },
        ],
        caption,
    },
];

fn line() -> Settings {
    Settings {
        data: DataSet::Line,
        n: 500,
        hidden: Vec::new(),
        k: 1,
        lr: 0.01,
        batch: 512,
        ..Settings::preset()
    }
}

fn digits() -> Settings {
    Settings {
        hidden: Vec::new(),
        k: 2,
        decay: 1e-3,
        lr: 0.01,
        batch: 512,
        ..Settings::preset()
    }
}

fn circle() -> Settings {
    Settings {
        data: DataSet::Circle,
        n: 2000,
        hidden: vec![32, 32],
        act: ActivationChoice::Tanh,
        k: 1,
        batch: 256,
        speed: Speed::Fast,
        ..Settings::preset()
    }
}

fn caption(seen: &Seen) -> String {
    let ratio = seen.of_pca();
    match seen.largest_angle_deg {
        _ if seen.step == 0 => "Untrained: its line lies anywhere.".to_owned(),
        Some(angle) if angle < 3.0 && ties(seen) => {
            format!("{angle:.1}° from PCA, and the same error: they tie.")
        }
        Some(angle) => format!("Linear: {angle:.0}° to go, {ratio:.2} times PCA's error."),
        None if ratio < 0.05 => format!(
            "Bent round the data: PCA's error is {:.0} times larger.",
            1.0 / ratio
        ),
        None if ratio < 1.0 => format!("Bending: already {:.0} % of PCA's error.", 100.0 * ratio),
        None => format!("It may bend, but has not found out how: {ratio:.2} times PCA's error."),
    }
}
