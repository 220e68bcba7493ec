//! What the page's settings mean to the numeric core.

use crate::model::{Activation, AutoencoderConfig};
use crate::settings::{
    ActivationChoice, AtomsChoice, LossChoice, OptimiserChoice, PenaltyChoice, Settings, Switch,
};
use crate::train::{Loss, Objective, Penalty, Rule, TrainConfig};

fn activation(choice: ActivationChoice) -> Activation {
    match choice {
        ActivationChoice::Linear => Activation::Linear,
        ActivationChoice::Relu => Activation::Relu,
        ActivationChoice::Tanh => Activation::Tanh,
        ActivationChoice::Sigmoid => Activation::Sigmoid,
    }
}

/// The network that the settings ask for.
pub fn autoencoder_config(settings: &Settings) -> AutoencoderConfig {
    AutoencoderConfig {
        input: settings.traits().shape.features(),
        hidden: settings
            .hidden
            .iter()
            .map(|&width| width as usize)
            .collect(),
        code: settings.k as usize,
        hidden_activation: activation(settings.act),
        code_activation: activation(settings.code),
        output_activation: loss(settings).output_activation(),
        tied: settings.tied == Switch::On,
        unit_atoms: settings.atoms == AtomsChoice::Unit,
    }
}

fn loss(settings: &Settings) -> Loss {
    match settings.loss {
        LossChoice::Mse => Loss::Mse,
        LossChoice::Bce => Loss::Bce,
    }
}

fn objective(settings: &Settings) -> Objective {
    Objective {
        loss: loss(settings),
        penalty: match settings.penalty {
            PenaltyChoice::None => Penalty::None,
            PenaltyChoice::L1 => Penalty::L1 {
                weight: settings.lambda,
            },
            PenaltyChoice::Kl => Penalty::Kl {
                target: settings.rho,
                weight: settings.beta,
            },
        },
        decay: settings.decay,
    }
}

/// How the settings have it trained.
pub fn train_config(settings: &Settings) -> TrainConfig {
    TrainConfig {
        rule: match settings.opt {
            OptimiserChoice::Sgd => Rule::Sgd,
            OptimiserChoice::Momentum => Rule::Momentum,
            OptimiserChoice::Adam => Rule::Adam,
        },
        learning_rate: settings.lr,
        batch: settings.batch as usize,
        objective: objective(settings),
    }
}
