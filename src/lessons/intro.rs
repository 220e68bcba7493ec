//! An image goes in, squeezes through k numbers, comes out.

use super::{Goal, Question, QuestionKind, Scene, Seen};
use crate::settings::{ActivationChoice, Settings};
use crate::words::{Text, Texts, words};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.intro.waist),
        preset: Settings::preset,
        text: Text(|w| w.intro.waist_text),
        question: Some(Question {
            ask: Text(|w| w.intro.waist_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.intro.waist_options),
                right: 1,
            },
            outcome: Text(|w| w.intro.waist_outcome),
        }),
        try_this: Text(|w| w.intro.waist_try),
        goals: &[
            Goal {
                title: Text(|w| w.intro.waist_goal_1),
                reached: |seen| seen.held_out < 0.2 * seen.first_held_out,
            },
            Goal {
                title: Text(|w| w.intro.waist_goal_2),
                reached: |seen| seen.ks.iter().any(|&k| k <= 2),
            },
            Goal {
                title: Text(|w| w.intro.waist_goal_3),
                reached: |seen| seen.ks.iter().any(|&k| k >= 24),
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.intro.no_waist),
        preset: || linear(64),
        text: Text(|w| w.intro.no_waist_text),
        question: Some(Question {
            ask: Text(|w| w.intro.no_waist_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.intro.no_waist_options),
                right: 1,
            },
            outcome: Text(|w| w.intro.no_waist_outcome),
        }),
        try_this: Text(|w| w.intro.no_waist_try),
        goals: &[
            Goal {
                title: Text(|w| w.intro.no_waist_goal_1),
                reached: |seen| seen.k >= 64 && seen.nonsense.is_some_and(|error| error < 0.01),
            },
            Goal {
                title: Text(|w| w.intro.no_waist_goal_2),
                reached: |seen| {
                    seen.k <= 8
                        && seen.ks.contains(&8)
                        && seen.nonsense.is_some_and(|error| error > 0.5)
                },
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.intro.straight),
        preset: || linear(8),
        text: Text(|w| w.intro.straight_text),
        question: None,
        try_this: Text(|w| w.intro.straight_try),
        goals: &[Goal {
            title: Text(|w| w.intro.straight_goal_1),
            reached: |seen| {
                seen.k <= 8
                    && seen.held_out < 0.2 * seen.first_held_out
                    && seen.nonsense.is_some_and(|error| error > 0.5)
            },
        }],
        caption,
    },
];

fn linear(k: u32) -> Settings {
    Settings {
        hidden: Vec::new(),
        k,
        code: ActivationChoice::Linear,
        ..Settings::preset()
    }
}

fn caption(seen: &Seen) -> String {
    let (k, words) = (seen.k, &words().intro);
    if seen.step == 0 {
        return words.untrained.to_owned();
    }
    if seen.held_out > 0.5 * seen.first_held_out {
        return words.average.to_owned();
    }
    match (k, seen.nonsense) {
        (_, Some(error)) if error < 0.01 && k >= seen.features() => words.copies(k),
        (1..=2, _) => words.confuses(k),
        (3..=5, _) => words.tells(k),
        (6..=12, _) => words.survives(k),
        (13..=63, _) => words.handwriting(k),
        _ => words.leaves_nothing(k),
    }
}
