//! More units than are needed, few of them lit.

use super::{Goal, Question, QuestionKind, Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, AtomsChoice, DataSet, PenaltyChoice, Settings};
use crate::words::{Text, Texts, words};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.sparse.l1),
        preset: l1,
        text: Text(|w| w.sparse.l1_text),
        question: Some(Question {
            ask: Text(|w| w.sparse.l1_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.sparse.l1_options),
                right: 0,
            },
            outcome: Text(|w| w.sparse.l1_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.sparse.l1_try),
        goals: &[
            Goal {
                title: Text(|w| w.sparse.l1_goal_1),
                reached: |seen| {
                    seen.settings.lambda == 0.0 && is_shared(seen) && seen.of_variance()[1] < 0.1
                },
            },
            Goal {
                title: Text(|w| w.sparse.l1_goal_2),
                reached: |seen| {
                    seen.settings.penalty == PenaltyChoice::L1
                        && lit(seen) < f64::from(seen.k) / 4.0
                        && seen.of_variance()[1] < 0.4
                },
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.sparse.kl),
        preset: kl,
        text: Text(|w| w.sparse.kl_text),
        question: Some(Question {
            ask: Text(|w| w.sparse.kl_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.sparse.kl_options),
                right: 0,
            },
            outcome: Text(|w| w.sparse.kl_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.sparse.kl_try),
        goals: &[
            Goal {
                title: Text(|w| w.sparse.kl_goal_1),
                reached: |seen| seen.settings.rho <= 0.05 && is_at_rho(seen),
            },
            Goal {
                title: Text(|w| w.sparse.kl_goal_2),
                reached: |seen| seen.settings.rho >= 0.15 && is_at_rho(seen),
            },
        ],
        caption,
    },
    Scene {
        title: Text(|w| w.sparse.patches),
        preset: patches,
        text: Text(|w| w.sparse.patches_text),
        question: Some(Question {
            ask: Text(|w| w.sparse.patches_ask),
            kind: QuestionKind::Choice {
                options: Texts(|w| w.sparse.patches_options),
                right: 1,
            },
            outcome: Text(|w| w.sparse.patches_outcome),
            shown_by: 1,
        }),
        try_this: Text(|w| w.sparse.patches_try),
        goals: &[
            Goal {
                title: Text(|w| w.sparse.patches_goal_1),
                reached: |seen| seen.mean_activation < 0.1,
            },
            Goal {
                title: Text(|w| w.sparse.patches_goal_2),
                reached: |seen| seen.step >= 2000 && seen.looked_closely,
            },
        ],
        caption,
    },
];

fn overcomplete() -> Settings {
    Settings {
        hidden: Vec::new(),
        k: 64,
        code: ActivationChoice::Sigmoid,
        ..Settings::preset()
    }
}

/// At first without a price: all units share the work.
fn l1() -> Settings {
    Settings {
        // Units that can be exactly 0: what L1 is for.
        code: ActivationChoice::Relu,
        penalty: PenaltyChoice::L1,
        lambda: 0.0,
        ..overcomplete()
    }
}

/// With unit-length atoms: free ones are the cheat, activations next to 0 and huge weights.
pub fn kl() -> Settings {
    Settings {
        penalty: PenaltyChoice::Kl,
        atoms: AtomsChoice::Unit,
        beta: 0.05,
        decay: 1e-5,
        ..overcomplete()
    }
}

fn patches() -> Settings {
    Settings {
        data: DataSet::Patches,
        n: DataSet::Patches.default_samples(),
        k: 100,
        atoms: AtomsChoice::Free,
        rho: 0.02,
        beta: 0.01,
        decay: 3e-5,
        lr: 0.001,
        ..kl()
    }
}

/// Code units lit for a sample, on average.
fn lit(seen: &Seen) -> f64 {
    seen.active_units * f64::from(seen.k)
}

fn is_shared(seen: &Seen) -> bool {
    2.0 * lit(seen) > f64::from(seen.k)
}

/// Whether the mean activation is within a fifth of ρ.
fn is_at_rho(seen: &Seen) -> bool {
    let ratio = seen.mean_activation / seen.settings.rho;
    seen.settings.penalty == PenaltyChoice::Kl && (0.8..1.2).contains(&ratio)
}

/// How many units are lit, or how near ρ̂ is to ρ, and what is lost by it.
fn caption(seen: &Seen) -> String {
    let words = &words().sparse;
    let missed = 100.0 * seen.of_variance()[1];
    if seen.step == 0 || seen.is_mean() || missed > 100.0 {
        return plain_caption(seen);
    }
    if seen.settings.penalty == PenaltyChoice::Kl {
        let percent = 100.0 * seen.mean_activation / seen.settings.rho;
        return words.held(percent, missed);
    }
    match is_shared(seen) {
        true => words.shared(lit(seen), seen.k, missed),
        false => words.sparse(lit(seen), seen.k, missed),
    }
}
