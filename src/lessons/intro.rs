//! An image goes in, squeezes through k numbers, comes out.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, Settings};
use crate::words::{Text, Texts, words};

/// A network has learned what its k numbers can hold when its error is within this factor of PCA's.
const LEARNED: f64 = 1.15;
/// Nonsense is copied when less than this part of its variance is missed.
const COPIED: f64 = 0.01;

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
            shown_by: 0,
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
            shown_by: 0,
        }),
        try_this: Text(|w| w.intro.no_waist_try),
        goals: &[
            Goal {
                title: Text(|w| w.intro.no_waist_goal_1),
                reached: copies_nonsense,
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
        goals: &[
            Goal {
                title: Text(|w| w.intro.straight_goal_1),
                reached: |seen| {
                    seen.k <= 8
                        && seen.held_out < 0.2 * seen.first_held_out
                        && seen.nonsense.is_some_and(|error| error > 0.5)
                },
            },
            Goal {
                title: Text(|w| w.intro.straight_goal_2),
                reached: copies_nonsense,
            },
        ],
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

fn copies_nonsense(seen: &Seen) -> bool {
    seen.k >= 64 && seen.nonsense.is_some_and(|error| error < COPIED)
}

/// The narrowest hidden layer, where the code is no narrower: it is the bottleneck then.
fn narrower_than_code(seen: &Seen) -> Option<u32> {
    let narrowest = seen.settings.hidden.iter().copied().min();
    narrowest.filter(|&hidden| hidden <= seen.k && hidden < seen.features())
}

fn caption(seen: &Seen) -> String {
    let (k, words) = (seen.k, &words().intro);
    let missed = 100.0 * seen.of_variance()[1];
    // As much as so few numbers can tell: about what PCA tells with them.
    let has_learned = seen.of_pca().is_some_and(|ratio| ratio < LEARNED);
    let narrow = narrower_than_code(seen).filter(|_| missed < 20.0 && !has_learned);
    match (k, seen.nonsense) {
        _ if seen.step == 0 => words.untrained.to_owned(),
        _ if seen.is_mean() => words.average.to_owned(),
        _ if missed > 100.0 => plain_caption(seen),
        (_, Some(error)) if error < COPIED && k >= seen.features() => words.copies(k),
        (13.., _) if missed < 20.0 && has_learned => words.handwriting(k, missed),
        _ if let Some(hidden) = narrow => {
            words.lags(k, missed, 100.0 * seen.pca / seen.variance, hidden)
        }
        _ if k >= seen.features() => words.leaves_nothing(k, missed),
        _ if !has_learned => words.learning(k, missed),
        (1..=2, _) => words.confuses(k, missed),
        (3..=5, _) => words.tells(k, missed),
        (6..=12, _) => words.survives(k, missed),
        _ => words.learning(k, missed),
    }
}
