//! More units than are needed, few of them lit.

use super::Scene;
use crate::settings::{ActivationChoice, DataSet, PenaltyChoice, Settings};

pub const SCENES: [Scene; 3] = [
    Scene {
        title: "digits, L1",
        preset: l1,
    },
    Scene {
        title: "digits, KL",
        preset: kl,
    },
    Scene {
        title: "natural images",
        preset: patches,
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
