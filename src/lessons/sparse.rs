//! More units than are needed, few of them lit.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::{ActivationChoice, DataSet, PenaltyChoice, Settings};
use crate::words::Text;

pub const SCENES: [Scene; 3] = [
    Scene {
        title: Text(|w| w.sparse.l1),
        preset: l1,
        text: Text(|w| w.sparse.l1_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: Text(|w| w.sparse.kl),
        preset: kl,
        text: Text(|w| w.sparse.kl_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: Text(|w| w.sparse.patches),
        preset: patches,
        text: Text(|w| w.sparse.patches_text),
        question: None,
        try_this: Text(|w| w.lessons.drag),
        goals: &[],
        caption: plain_caption,
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
