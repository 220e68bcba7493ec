//! A linear autoencoder lands on PCA; a nonlinear one bends round the data.

use super::{Goal, Question, QuestionKind, Scene, Seen};
use crate::settings::{ActivationChoice, DataSet, Settings, Speed};
use crate::words::{Text, Texts, words};

/// Within a hundredth of PCA's error.
fn ties(seen: &Seen) -> bool {
    (seen.of_pca() - 1.0).abs() < 0.01
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
        }),
        try_this: Text(|w| w.pca.circle_try),
        goals: &[
            Goal {
                title: Text(|w| w.pca.circle_goal_1),
                reached: |seen| seen.of_pca() < 0.05,
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
    let (ratio, words) = (seen.of_pca(), &words().pca);
    match seen.largest_angle_deg {
        _ if seen.step == 0 => words.untrained.to_owned(),
        Some(angle) if angle < 3.0 && ties(seen) => words.ties(angle),
        Some(angle) => words.turning(angle, ratio),
        None if ratio < 0.05 => words.bent(1.0 / ratio),
        None if ratio < 1.0 => words.bending(100.0 * ratio),
        None => words.stiff(ratio),
    }
}
