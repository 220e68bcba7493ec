use yew::prelude::*;

use crate::protocol::Readouts;
use crate::settings::{LossChoice, PenaltyChoice, Settings};

#[derive(PartialEq, Properties)]
struct ReadoutProps {
    /// The accessible name.
    name: &'static str,
    /// The visible label, with the unit.
    #[prop_or_default]
    label: Option<&'static str>,
    value: Option<f64>,
    #[prop_or(4)]
    decimals: usize,
    #[prop_or_default]
    class: Classes,
}

/// One number: rounded for the eye, whole in `data-value`.
#[component]
fn Readout(props: &ReadoutProps) -> Html {
    let text = props
        .value
        .map_or_else(|| "–".to_owned(), |value| written(value, props.decimals));
    let exact = props.value.map(|value| value.to_string());
    html! {
        <div class={classes!("readout", props.class.clone())}>
            <span class="label" aria-hidden="true">{props.label.unwrap_or(props.name)}</span>
            <output aria-label={props.name} data-value={exact}>{text}</output>
        </div>
    }
}

/// So many decimals and a true minus; very large numbers with an exponent.
fn written(value: f64, decimals: usize) -> String {
    let text = if value.abs() >= 1e6 && decimals > 0 {
        format!("{value:.1e}")
    } else {
        format!("{value:.decimals$}")
    };
    text.replace('-', "−")
}

#[derive(PartialEq, Properties)]
pub struct NumbersProps {
    pub readouts: Option<Readouts>,
    pub settings: Settings,
    /// Of one image; `None` where the data are no images.
    #[prop_or_default]
    pub pixels: Option<usize>,
}

#[derive(PartialEq, Properties)]
pub struct EpochProps {
    pub readouts: Option<Readouts>,
}

/// How far training has come.
#[component]
pub fn EpochReadout(props: &EpochProps) -> Html {
    let of = |value: fn(&Readouts) -> Option<f64>| props.readouts.as_ref().and_then(value);
    html! {
        <div class="progress">
            <Readout class="epoch" name="Epoch" value={of(|r| Some(r.epoch.floor()))} decimals=0 />
            <Readout name="Step" value={of(|r| Some(r.step as f64))} decimals=0 />
            <Readout name="Steps per second" value={of(|r| r.steps_per_s)} decimals=0 />
        </div>
    }
}

/// The terms of the loss; each with its value where there are several.
fn terms(props: &NumbersProps) -> Vec<Html> {
    let value = |of: fn(&Readouts) -> Option<f64>| {
        let value = props.readouts.as_ref().and_then(of)?;
        Some(written(value, 4))
    };
    let reconstruction = match props.settings.loss {
        LossChoice::Mse => html! {
            <>
                {"mean ("}<span class="letter input">{"x"}</span>{" − "}
                <span class="letter reconstruction">{"r"}</span>{")²"}
            </>
        },
        LossChoice::Bce => html! {
            <>
                {"H("}<span class="letter input">{"x"}</span>{", "}
                <span class="letter reconstruction">{"r"}</span>{")"}
            </>
        },
    };
    let penalty = match props.settings.penalty {
        PenaltyChoice::None => None,
        PenaltyChoice::L1 => {
            Some(html! { <>{"λ Σ|"}<span class="letter code">{"h"}</span>{"|"}</> })
        }
        PenaltyChoice::Kl => Some(html! { {"β Σ KL(ρ‖ρ̂)"} }),
    };
    let decay = (props.settings.decay > 0.0).then(|| html! { {"δ Σw²"} });
    let others = [
        ("penalty", penalty, value(|r| r.penalty)),
        ("decay", decay, value(|r| r.decay)),
    ];
    let is_alone = others.iter().all(|(_, term, _)| term.is_none());
    let own = value(|r| Some(r.reconstruction)).filter(|_| !is_alone);
    let mut terms = vec![html! {
        <span class="term">
            {reconstruction}
            if let Some(value) = own {
                <b>{value}</b>
            }
        </span>
    }];
    for (class, term, value) in others {
        if let Some(term) = term {
            terms.push(html! {
                <span class={classes!("term", class)}>
                    {" + "}{term}
                    if let Some(value) = value {
                        <b>{value}</b>
                    }
                </span>
            });
        }
    }
    terms
}

/// The loss as a formula with its live number, and every other readout that applies.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let of = |value: fn(&Readouts) -> Option<f64>| props.readouts.as_ref().and_then(value);
    let penalty = of(|r| r.penalty);
    let angle = of(|r| r.largest_angle_deg);
    let gain = of(|r| r.gain_db);
    // The sum over an image's pixels, as most papers print it.
    let per_image = props
        .pixels
        .zip(props.readouts.as_ref())
        .map(|(pixels, readouts)| {
            let sum = readouts.train_mse * pixels as f64;
            html! { <span class="note">{format!("   {} per image", written(sum, 2))}</span> }
        });
    html! {
        <div class="numbers">
            <p class="formula">
                <span class="letter">{"L"}</span>{" = "}
                {for terms(props)}
                <span class="total">
                    <span class="equals">{" = "}</span>
                    <Readout class="loss" name="Loss" value={of(|r| Some(r.loss))} />
                </span>
                {for per_image}
            </p>
            <div class="grid">
                <Readout class="error" name="Training error" value={of(|r| Some(r.train_mse))} />
                <Readout class="error" name="Held-out error" value={of(|r| Some(r.heldout_mse))} />
                <Readout class="pca" name="PCA error" label="PCA error, held out" value={of(|r| Some(r.pca_mse))} />
                if penalty.is_some() {
                    <Readout class="penalty" name="Penalty" value={penalty} />
                }
                <Readout class="code" name="Active units" label="Active units, fraction"
                    value={of(|r| Some(r.active_units))} decimals=3 />
                <Readout class="code" name="Mean activation" value={of(|r| Some(r.mean_activation))} decimals=3 />
                if angle.is_some() {
                    <Readout class="pca" name="Largest principal angle" label="Largest principal angle, °"
                        value={angle} decimals=2 />
                }
                if gain.is_some() {
                    <Readout name="Denoising gain" label="Denoising gain, dB" value={gain} decimals=1 />
                }
            </div>
        </div>
    }
}
