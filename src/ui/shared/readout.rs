use crate::words::{words, written};
use yew::prelude::*;

/// What a readout shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Epoch,
    Step,
    StepsPerS,
    Loss,
    Train,
    HeldOut,
    Pca,
    PerImage,
    Penalty,
    Active,
    Lit,
    Mean,
    Angle,
    Gain,
}

impl Reading {
    /// Its name, and what its number is.
    fn words(self) -> [&'static str; 2] {
        let words = &words().readings;
        match self {
            Self::Epoch => [words.epoch, words.epoch_means],
            Self::Step => [words.step, words.step_means],
            Self::StepsPerS => [words.steps_per_s, words.steps_per_s_means],
            Self::Loss => [words.loss, words.loss_means],
            Self::Train => [words.train, words.train_means],
            Self::HeldOut => [words.held_out, words.held_out_means],
            Self::Pca => [words.pca, words.pca_means],
            Self::PerImage => [words.per_image, words.per_image_means],
            Self::Penalty => [words.penalty, words.penalty_means],
            Self::Active => [words.active, words.active_means],
            Self::Lit => [words.lit, words.lit_means],
            Self::Mean => [words.mean, words.mean_means],
            Self::Angle => [words.angle, words.angle_means],
            Self::Gain => [words.gain, words.gain_means],
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct ReadoutProps {
    pub of: Reading,
    /// The visible label, with the unit, where it is not the name.
    #[prop_or_default]
    pub label: Option<&'static str>,
    pub value: Option<f64>,
    #[prop_or(4)]
    pub decimals: usize,
    /// What it is a part of.
    #[prop_or_default]
    pub out_of: Option<u32>,
    #[prop_or_default]
    pub class: Classes,
}

/// One number: rounded for the eye, whole in `data-value`. It changes without pause, and is not spoken by itself.
#[component]
pub fn Readout(props: &ReadoutProps) -> Html {
    let text = props
        .value
        .map_or_else(|| "–".to_owned(), |value| written(value, props.decimals));
    let text = match props.out_of {
        Some(all) => words().readings.out_of(&text, all),
        None => text,
    };
    let [name, meaning] = props.of.words();
    let exact = props.value.map(|value| value.to_string());
    html! {
        <div class={classes!("readout", props.class.clone())} title={meaning} data-help={meaning}>
            <span class="label" aria-hidden="true">{props.label.unwrap_or(name)}</span>
            <output aria-live="off" aria-label={name} data-value={exact}>{text}</output>
        </div>
    }
}
