//! Error against bottleneck size; and one code unit that threads through every training point.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, DataSet, Settings};
use crate::words::{Text, Texts, words};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.undercomplete.sweep),
        preset: digits,
        text: Text(|w| w.undercomplete.sweep_text),
        question: Some(Question {
            ask: Text(|w| w.undercomplete.sweep_ask),
            kind: QuestionKind::Line,
            outcome: Text(|w| w.undercomplete.sweep_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.undercomplete.sweep_try),
        goals: &[
            Goal {
                title: Text(|w| w.undercomplete.sweep_goal_1),
                reached: |seen| seen.swept >= 32,
            },
            Goal {
                title: Text(|w| w.undercomplete.sweep_goal_2),
                reached: |seen| seen.swept >= 32 && seen.swept_under_pca,
            },
        ],
        caption: swept,
    },
    Scene {
        title: Text(|w| w.undercomplete.twelve),
        preset: twelve_points,
        text: Text(|w| w.undercomplete.twelve_text),
        question: Some(Question {
            ask: Text(|w| w.undercomplete.twelve_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.undercomplete.twelve_options),
                right: 1,
            },
            outcome: Text(|w| w.undercomplete.twelve_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.undercomplete.twelve_try),
        goals: &[
            Goal {
                title: Text(|w| w.undercomplete.twelve_goal_1),
                reached: |seen| few(seen) && seen.of_variance()[0] < 0.02,
            },
            Goal {
                title: Text(|w| w.undercomplete.twelve_goal_2),
                reached: |seen| {
                    let [train, held_out] = seen.of_variance();
                    few(seen) && train < 0.02 && held_out > 0.2
                },
            },
        ],
        caption: threaded,
    },
    Scene {
        title: Text(|w| w.undercomplete.hundred),
        preset: hundred_digits,
        text: Text(|w| w.undercomplete.hundred_text),
        question: Some(Question {
            ask: Text(|w| w.undercomplete.hundred_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.undercomplete.hundred_options),
                right: 1,
            },
            outcome: Text(|w| w.undercomplete.hundred_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.undercomplete.hundred_try),
        goals: &[
            Goal {
                title: Text(|w| w.undercomplete.hundred_goal_1),
                reached: |seen| is_hundred(seen) && seen.gap() > 10.0,
            },
            Goal {
                title: Text(|w| w.undercomplete.hundred_goal_2),
                reached: |seen| {
                    is_hundred(seen) && seen.k == 32 && seen.ks.contains(&32) && seen.gap() > 20.0
                },
            },
        ],
        caption: parted,
    },
];

fn digits() -> Settings {
    Settings {
        hidden: vec![64],
        k: 1,
        decay: 1e-5,
        ..Settings::preset()
    }
}

fn twelve_points() -> Settings {
    Settings {
        data: DataSet::Cross,
        n: 15,
        scatter: 0.5,
        hidden: vec![64, 64],
        act: ActivationChoice::Tanh,
        k: 1,
        ..Settings::preset()
    }
}

fn hundred_digits() -> Settings {
    Settings {
        n: 125,
        hidden: vec![128, 64],
        k: 8,
        ..Settings::preset()
    }
}

fn is_hundred(seen: &Seen) -> bool {
    seen.settings.n <= 125
}

fn parted(seen: &Seen) -> String {
    let (k, words) = (seen.k, &words().undercomplete);
    if seen.step == 0 {
        return words.untrained_digits.to_owned();
    }
    match seen.gap() {
        gap if gap >= 2.0 => words.gap(k, gap),
        gap => words.no_gap(k, gap),
    }
}

fn few(seen: &Seen) -> bool {
    seen.settings.n <= 15
}

fn swept(seen: &Seen) -> String {
    let (k, words) = (seen.k, &words().undercomplete);
    match (seen.swept, seen.of_pca()) {
        _ if seen.step == 0 => words.untrained.to_owned(),
        (32.., _) if seen.swept_under_pca => words.under_pca_everywhere.to_owned(),
        (_, Some(ratio)) if ratio < 1.0 => words.under_pca(k, 100.0 * ratio),
        (_, Some(ratio)) => words.over_pca(k, ratio),
        (_, None) => plain_caption(seen),
    }
}

fn threaded(seen: &Seen) -> String {
    let [train, held_out] = seen.of_variance();
    let (here, there) = (100.0 * train, 100.0 * held_out);
    let words = &words().undercomplete;
    if seen.step == 0 {
        words.untrained_points.to_owned()
    } else if !few(seen) {
        words.many(seen.settings.n, here, there)
    } else if train < 0.02 && held_out > 0.2 {
        words.by_heart(here, there)
    } else if held_out > 2.0 * train {
        words.parting(here, there)
    } else {
        words.alike(here, there)
    }
}
