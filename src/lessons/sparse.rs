//! More units than are needed, few of them lit.

use super::{Scene, Seen, plain_caption};
use crate::settings::{ActivationChoice, DataSet, PenaltyChoice, Settings};
use crate::words::{Text, words};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.sparse.l1),
        preset: l1,
        text: Text(|w| w.sparse.l1_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: lit,
    },
    Scene {
        title: Text(|w| w.sparse.kl),
        preset: kl,
        text: Text(|w| w.sparse.kl_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: lit,
    },
    Scene {
        title: Text(|w| w.sparse.patches),
        preset: patches,
        text: Text(|w| w.sparse.patches_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: lit,
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

fn l1() -> Settings {
    Settings {
        // Units that can be exactly 0: what L1 is for.
        code: ActivationChoice::Relu,
        penalty: PenaltyChoice::L1,
        lambda: 0.001,
        lr: 0.01,
        ..overcomplete()
    }
}

fn kl() -> Settings {
    Settings {
        penalty: PenaltyChoice::Kl,
        decay: 1e-5,
        ..overcomplete()
    }
}

fn patches() -> Settings {
    Settings {
        data: DataSet::Patches,
        n: DataSet::Patches.default_samples(),
        k: 100,
        rho: 0.02,
        beta: 0.01,
        decay: 3e-5,
        lr: 0.001,
        ..kl()
    }
}

/// How many units are lit, and what is lost by it.
fn lit(seen: &Seen) -> String {
    let missed = 100.0 * seen.of_variance()[1];
    if seen.step == 0 || seen.is_mean() || missed > 100.0 {
        return plain_caption(seen);
    }
    let lit = seen.active_units * f64::from(seen.k);
    words().sparse.lit(lit, seen.k, missed)
}
