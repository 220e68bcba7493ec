//! What a code and its errors are good for: strange samples, like samples, few bits, new pictures.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, DataSet, Settings, Speed};
use crate::words::{Text, Texts, words};

pub const SCENES: [Scene; 4] = [
    Scene {
        title: Text(|w| w.uses.heartbeats),
        preset: heartbeats,
        text: Text(|w| w.uses.heartbeats_text),
        question: Some(Question {
            ask: Text(|w| w.uses.heartbeats_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.uses.heartbeats_options),
                right: 1,
            },
            outcome: Text(|w| w.uses.heartbeats_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.uses.heartbeats_try),
        goals: &[
            Goal {
                title: Text(|w| w.uses.heartbeats_goal_1),
                reached: |seen| {
                    seen.alarms.is_some_and(|alarms| alarms.auc > 0.99)
                        && seen.of_pca().is_some_and(|ratio| ratio < 1.0)
                },
            },
            Goal {
                title: Text(|w| w.uses.heartbeats_goal_2),
                reached: |seen| seen.has_threshold && tells_well(seen),
            },
        ],
        caption: heartbeats_caption,
    },
    Scene {
        title: Text(|w| w.uses.retrieval),
        preset: retrieval,
        text: Text(|w| w.uses.retrieval_text),
        question: Some(Question {
            ask: Text(|w| w.uses.retrieval_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.uses.retrieval_options),
                right: 2,
            },
            outcome: Text(|w| w.uses.retrieval_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.uses.retrieval_try),
        goals: &[
            Goal {
                title: Text(|w| w.uses.retrieval_goal_1),
                reached: |seen| {
                    let ahead = |[code, pca, _]: [f64; 3]| code > pca + 0.15;
                    seen.k <= 2 && seen.precision.is_some_and(ahead)
                },
            },
            Goal {
                title: Text(|w| w.uses.retrieval_goal_2),
                reached: |seen| {
                    let even = |[code, pca, _]: [f64; 3]| code > 0.85 && code < pca + 0.03;
                    seen.precision.is_some_and(even)
                },
            },
        ],
        caption: retrieval_caption,
    },
    Scene {
        title: Text(|w| w.uses.compression),
        preset: compression,
        text: Text(|w| w.uses.compression_text),
        question: Some(Question {
            ask: Text(|w| w.uses.compression_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.uses.compression_options),
                right: 0,
            },
            outcome: Text(|w| w.uses.compression_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.uses.compression_try),
        goals: &[
            Goal {
                title: Text(|w| w.uses.compression_goal_1),
                reached: |seen| {
                    is_trained(seen)
                        && lost(seen).is_some_and(|(bits, lost)| bits <= 6 && lost < 0.1)
                },
            },
            Goal {
                title: Text(|w| w.uses.compression_goal_2),
                reached: |seen| {
                    is_trained(seen)
                        && lost(seen).is_some_and(|(bits, lost)| bits <= 2 && lost > 1.0)
                },
            },
        ],
        caption: compression_caption,
    },
    Scene {
        title: Text(|w| w.uses.drawing),
        preset: drawing,
        text: Text(|w| w.uses.drawing_text),
        question: Some(Question {
            ask: Text(|w| w.uses.drawing_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.uses.drawing_options),
                right: 0,
            },
            outcome: Text(|w| w.uses.drawing_outcome),
            shown_by: 0,
        }),
        try_this: Text(|w| w.uses.drawing_try),
        goals: &[
            Goal {
                title: Text(|w| w.uses.drawing_goal_1),
                reached: |seen| seen.walked && is_trained(seen),
            },
            Goal {
                title: Text(|w| w.uses.drawing_goal_2),
                reached: |seen| seen.drew && is_trained(seen),
            },
        ],
        caption: plain_caption,
    },
];

/// Wide enough to rebuild normal beats under PCA's error: narrower ones stay ragged.
fn heartbeats() -> Settings {
    Settings {
        data: DataSet::Ecg,
        n: DataSet::Ecg.default_samples(),
        hidden: vec![128, 64],
        act: ActivationChoice::Relu,
        k: 4,
        speed: Speed::Fast,
        ..Settings::preset()
    }
}

pub fn retrieval() -> Settings {
    Settings {
        hidden: vec![128, 64],
        k: 2,
        ..Settings::preset()
    }
}

pub fn compression() -> Settings {
    Settings {
        hidden: vec![128],
        k: 8,
        ..Settings::preset()
    }
}

/// Two numbers, so that all that can be drawn lies in one plane; another seed, so that it is another
/// run than the search's.
fn drawing() -> Settings {
    Settings {
        seed: 1,
        ..retrieval()
    }
}

/// Whether samples come out far better than their mean.
fn is_trained(seen: &Seen) -> bool {
    seen.step > 0 && seen.of_variance()[1] < 0.5
}

/// Whether the threshold finds nearly all and hardly alarms for nothing.
fn tells_well(seen: &Seen) -> bool {
    seen.alarms.is_some_and(|alarms| {
        let found = f64::from(alarms.found) / f64::from(alarms.novel.max(1));
        let false_alarms = f64::from(alarms.false_alarms) / f64::from(alarms.familiar.max(1));
        found > 0.99 && false_alarms < 0.02
    })
}

/// Bits per code number, and what the error grows by with so few, in parts of it.
fn lost(seen: &Seen) -> Option<(u32, f64)> {
    let (bits, error) = seen.quantised?;
    Some((bits, error / seen.held_out.max(f64::MIN_POSITIVE) - 1.0))
}

fn heartbeats_caption(seen: &Seen) -> String {
    let alarms = seen.alarms.filter(|_| seen.step > 0 && !seen.is_mean());
    let Some(alarms) = alarms else {
        return plain_caption(seen);
    };
    let counts = [
        alarms.found,
        alarms.novel,
        alarms.false_alarms,
        alarms.familiar,
    ];
    words().uses.told(counts, seen.of_pca().unwrap_or(1.0))
}

pub fn retrieval_caption(seen: &Seen) -> String {
    let precision = seen.precision.filter(|_| seen.step > 0 && !seen.is_mean());
    let Some([code, pca, features]) = precision else {
        return plain_caption(seen);
    };
    words()
        .uses
        .found(seen.k, [code, pca, features].map(|part| 100.0 * part))
}

pub fn compression_caption(seen: &Seen) -> String {
    match lost(seen).filter(|_| is_trained(seen)) {
        Some((bits, lost)) => words().uses.written(bits, seen.k, 100.0 * lost),
        None => plain_caption(seen),
    }
}
