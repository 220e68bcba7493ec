use yew::prelude::*;

use super::formula::{FormulaProps, Term, formula};
use crate::protocol::Readouts;
use crate::settings::Settings;
use crate::ui::shared::readout::{Reading, Readout};
use crate::words::words;

pub struct NumbersProps {
    pub readouts: Option<Readouts>,
    pub settings: Settings,
    /// The bottleneck size that the readouts are of.
    pub k: Option<u32>,
    /// Of one image; `None` where the data are no images.
    pub pixels: Option<usize>,
    pub on_term: Callback<Option<Term>>,
}

pub struct EpochProps {
    /// The step and the epoch.
    pub reached: Option<(u64, f64)>,
    /// By the clock on the wall.
    pub steps_per_s: Option<f64>,
}

/// How far training has come.
pub fn epoch_readout(props: &EpochProps) -> Html {
    let reached = props.reached;
    html! {
        <div class="progress">
            <Readout class="epoch" of={Reading::Epoch} value={reached.map(|(_, epoch)| epoch.floor())} decimals=0 />
            <Readout of={Reading::Step} value={reached.map(|(step, _)| step as f64)} decimals=0 />
            <Readout of={Reading::StepsPerS} value={props.steps_per_s} decimals=0 />
        </div>
    }
}

/// The loss as a formula with its live number, and every other readout that applies.
pub fn numbers(props: &NumbersProps) -> Html {
    let of = |value: fn(&Readouts) -> Option<f64>| props.readouts.as_ref().and_then(value);
    let angle = of(|r| r.largest_angle_deg);
    let gain = of(|r| r.gain_db);
    // The sum over an image's pixels, as most papers print it.
    let per_image = props.pixels.zip(of(|r| Some(r.heldout_mse)));
    let per_image = per_image.map(|(pixels, error)| error * pixels as f64);
    html! {
        <div class="numbers">
            {formula(&FormulaProps { readouts: props.readouts.clone(), settings: props.settings.clone(), on_term: props.on_term.clone() })}
            <div class="grid">
                // Side by side what is compared: PCA's error is of held-out samples too.
                <Readout class="error" of={Reading::HeldOut} value={of(|r| Some(r.heldout_mse))} />
                <Readout class="pca" of={Reading::Pca} value={of(|r| Some(r.pca_mse))} />
                <Readout class="error" of={Reading::Train} value={of(|r| Some(r.train_mse))} />
                if per_image.is_some() {
                    <Readout class="error" of={Reading::PerImage} label={words().readings.per_image_label}
                        value={per_image} decimals=2 />
                }
                <Readout class="code" of={Reading::Active} value={of(|r| Some(r.active_units))} decimals=3 />
                <Readout class="code" of={Reading::Mean} value={of(|r| Some(r.mean_activation))} decimals=3 />
                if props.settings.is_linear() {
                    <Readout class="pca wide" of={Reading::Angle} label={words().readings.angle_label}
                        value={angle} decimals=2 />
                } else {
                    // The units of a linear code are never off.
                    <Readout class="code" of={Reading::Lit} value={of(|r| Some(r.lit_per_sample))} decimals=1
                        out_of={props.k} />
                }
                if gain.is_some() {
                    <Readout of={Reading::Gain} label={words().readings.gain_label} value={gain} decimals=1 />
                }
            </div>
        </div>
    }
}
