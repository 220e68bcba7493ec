//! More units than are needed, few of them lit.

use super::Scene;
use super::scene::plain_caption;
use crate::settings::{ActivationChoice, DataSet, PenaltyChoice, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "digits, L1",
        preset: l1,
        text: "More code units than the data need, but a price on every activation: few are lit at a time. λ sets the price.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: "digits, KL",
        preset: kl,
        text: "Every unit is to be lit on average at ρ. KL measures how far each mean ρ̂ is from it.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
        goals: &[],
        caption: plain_caption,
    },
    Scene {
        title: "natural images",
        preset: patches,
        text: "Whitened squares of photographs: the tiles become edges, as in the visual cortex.",
        question: None,
        try_this: "[Let it learn|play] and drag what you like.",
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
