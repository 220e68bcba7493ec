//! A linear autoencoder lands on PCA; a nonlinear one bends round the data.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, DataSet, Settings, Speed};
use crate::words::{Text, Texts, words};

/// Bent round the circle: so much of PCA's error is left.
const BENT: f64 = 0.1;

/// Within a hundredth of PCA's error.
fn ties(seen: &Seen) -> bool {
    seen.of_pca()
        .is_some_and(|ratio| (ratio - 1.0).abs() < 0.01)
}

const ON_THE_LINE: Goal = Goal {
    title: Text(|w| w.pca.on_the_line_goal_1),
    reached: |seen| ties(seen) && seen.largest_angle_deg.is_some_and(|angle| angle < 3.0),
};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.pca.line),
        preset: line,
        text: Text(|w| w.pca.line_text),
        question: Some(Question {
            ask: Text(|w| w.pca.line_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.pca.line_options),
                right: 1,
            },
            outcome: Text(|w| w.pca.line_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.pca.line_try),
        goals: &[ON_THE_LINE],
        caption,
    },
    Scene {
        title: Text(|w| w.pca.digits),
        preset: digits,
        text: Text(|w| w.pca.digits_text),
        question: Some(Question {
            ask: Text(|w| w.pca.digits_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.pca.digits_options),
                right: 1,
            },
            outcome: Text(|w| w.pca.digits_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.pca.digits_try),
        goals: &[
            ON_THE_LINE,
            Goal {
                title: Text(|w| w.pca.digits_goal_1),
                reached: |seen| {
                    seen.decomposed && seen.largest_angle_deg.is_some_and(|angle| angle < 3.0)
                },
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.pca.circle),
        preset: circle,
        text: Text(|w| w.pca.circle_text),
        question: Some(Question {
            ask: Text(|w| w.pca.circle_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.pca.circle_options),
                right: 1,
            },
            outcome: Text(|w| w.pca.circle_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.pca.circle_try),
        goals: &[
            Goal {
                title: Text(|w| w.pca.circle_goal_1),
                reached: |seen| seen.of_pca().is_some_and(|ratio| ratio < BENT),
            },
            Goal {
                title: Text(|w| w.pca.circle_goal_2),
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
    let words = &words().pca;
    if seen.step == 0 {
        return words.untrained.to_owned();
    }
    match (seen.largest_angle_deg, seen.of_pca()) {
        (_, None) => plain_caption(seen),
        (Some(angle), Some(_)) if angle < 3.0 && ties(seen) => words.ties(angle),
        (Some(angle), Some(ratio)) => words.turning(angle, ratio),
        (None, Some(_)) if seen.settings.is_linear() => plain_caption(seen),
        (None, Some(ratio)) if ratio < BENT => words.bent(1.0 / ratio),
        (None, Some(ratio)) if ratio < 1.0 => words.bending(100.0 * ratio),
        (None, Some(ratio)) => words.stiff(ratio),
    }
}
