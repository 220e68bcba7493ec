//! What the page's settings mean to the numeric core.

use crate::model::{Activation, AutoencoderConfig};
use crate::settings::{ActivationChoice, OptimiserChoice, Settings};
use crate::train::{Rule, TrainConfig};

pub fn activation(choice: ActivationChoice) -> Activation {
    match choice {
        ActivationChoice::Linear => Activation::Linear,
        ActivationChoice::Relu => Activation::Relu,
        ActivationChoice::Tanh => Activation::Tanh,
        ActivationChoice::Sigmoid => Activation::Sigmoid,
    }
}

pub fn autoencoder_config(settings: &Settings) -> AutoencoderConfig {
    AutoencoderConfig {
        input: settings.data.shape().features(),
        hidden: settings
            .hidden
            .iter()
            .map(|&width| width as usize)
            .collect(),
        code: settings.k as usize,
        hidden_activation: activation(settings.act),
        code_activation: activation(settings.code),
    }
}

pub fn train_config(settings: &Settings) -> TrainConfig {
    TrainConfig {
        rule: match settings.opt {
            OptimiserChoice::Sgd => Rule::Sgd,
            OptimiserChoice::Momentum => Rule::Momentum,
            OptimiserChoice::Adam => Rule::Adam,
        },
        learning_rate: settings.lr,
        batch: settings.batch as usize,
    }
}
