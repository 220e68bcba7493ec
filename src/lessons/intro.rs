//! An image goes in, squeezes through k numbers, comes out.

use super::{Goal, Question, QuestionKind, Scene, Seen};
use crate::settings::{ActivationChoice, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "The waist",
        preset: Settings::preset,
        text: "An encoder *f* squeezes the image *x* into a short code *h*. A decoder *g* rebuilds an image *r* from that code alone. Nobody says what to keep.",
        question: Some(Question {
            ask: "Eight numbers pass the waist. What is lost first?",
            kind: QuestionKind::Choice {
                options: &["Which digit it is", "Fine detail"],
                right: 1,
            },
            outcome: "Fine detail: nearly every digit can still be told.",
        }),
        try_this: "[Let it learn|play], then squeeze: *k* to [1|k=1], and open it: *k* to [32|k=32].",
        goals: &[
            Goal {
                title: "error under a fifth",
                reached: |seen| seen.held_out < 0.2 * seen.first_held_out,
            },
            Goal {
                title: "a narrow waist seen",
                reached: |seen| seen.ks.iter().any(|&k| k <= 2),
            },
            Goal {
                title: "a wide one seen",
                reached: |seen| seen.ks.iter().any(|&k| k >= 24),
            },
        ],
        caption,
    },
    Scene {
        title: "No waist",
        preset: || linear(64),
        text: "As many code numbers as pixels. Beside the digits: images of nonsense, each pixel taken from another digit. The network has never seen any.",
        question: Some(Question {
            ask: "Will it rebuild the nonsense too?",
            kind: QuestionKind::Choice {
                options: &["No, only digits", "Yes, anything"],
                right: 1,
            },
            outcome: "Yes: it learned to copy, and nothing about digits.",
        }),
        try_this: "[Let it learn|play] until the nonsense is copied. Then [squeeze it through 8|k=8].",
        goals: &[
            Goal {
                title: "nonsense copied at k = 64",
                reached: |seen| seen.k >= 64 && seen.nonsense.is_some_and(|error| error < 0.01),
            },
            Goal {
                title: "nonsense refused at k = 8",
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
        title: "Straight and narrow",
        preset: || linear(8),
        text: "The same eight numbers, but no bends: every unit only adds and scales. Digits come through, nonsense does not.",
        question: None,
        try_this: "[Let it learn|play], then widen *k* to [64|k=64].",
        goals: &[Goal {
            title: "digits through, nonsense not",
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
    let k = seen.k;
    if seen.step == 0 {
        return "Untrained: the weights are random, and so is what comes out.".to_owned();
    }
    if seen.held_out > 0.5 * seen.first_held_out {
        return "It has only found the average: every image comes out the same.".to_owned();
    }
    match (k, seen.nonsense) {
        (_, Some(error)) if error < 0.01 && k >= seen.features() => {
            format!("k = {k}: nothing is squeezed, so it copies anything, nonsense too.")
        }
        (1..=2, _) => {
            format!("k = {k}: threes and fives share a place; many digits come out as another.")
        }
        (3..=5, _) => format!("k = {k}: most digits can be told, all in the same handwriting."),
        (6..=12, _) => format!("k = {k}: the digit survives, the fine detail does not."),
        (13..=63, _) => format!("k = {k}: even the handwriting comes through."),
        _ => format!("k = {k}: as many numbers as pixels; nothing has to be left out."),
    }
}
