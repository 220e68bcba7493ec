use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ReadoutProps {
    /// The accessible name.
    pub name: &'static str,
    /// The visible label, with the unit.
    #[prop_or_default]
    pub label: Option<&'static str>,
    pub value: Option<f64>,
    #[prop_or(4)]
    pub decimals: usize,
    #[prop_or_default]
    pub class: Classes,
}

/// One number: rounded for the eye, whole in `data-value`.
#[component]
pub fn Readout(props: &ReadoutProps) -> Html {
    let text = props
        .value
        .map_or_else(|| "–".to_owned(), |value| written(value, props.decimals));
    let exact = props.value.map(|value| value.to_string());
    html! {
        <div class={classes!("readout", props.class.clone())} data-help={meaning(props.name)}>
            <span class="label" aria-hidden="true">{props.label.unwrap_or(props.name)}</span>
            <output aria-label={props.name} data-value={exact}>{text}</output>
        </div>
    }
}

/// What a readout's number is.
fn meaning(name: &str) -> Option<&'static str> {
    const MEANINGS: [(&str, &str); 14] = [
        ("Epoch", "How often every training sample has been seen."),
        ("Step", "How many batches the network has learned from."),
        ("Steps per second", "How fast it learns on this device."),
        (
            "Loss",
            "What training makes small: the sum of all terms, over the training part.",
        ),
        (
            "Training error",
            "Mean of (r − x)² over training samples and features.",
        ),
        (
            "Held-out error",
            "The same over samples that were never trained on.",
        ),
        (
            "PCA error",
            "The held-out error of PCA with as many numbers.",
        ),
        (
            "Squared error per image",
            "The held-out error summed over an image's pixels, as most papers print it.",
        ),
        ("Penalty", "What the activations of the code cost."),
        (
            "Active units",
            "The fraction of activations above 1 % of their unit's largest.",
        ),
        (
            "Mean activation",
            "The mean of all code activations over the training part.",
        ),
        (
            "Largest principal angle",
            "Between what a linear network can make and what PCA can: 0° is the same.",
        ),
        (
            "Denoising gain",
            "How much nearer to the clean samples the network brings noisy ones, in decibels.",
        ),
        (
            "Weight",
            "How much of one unit's activation goes into another's sum.",
        ),
    ];
    let known = MEANINGS.iter().find(|(known, _)| *known == name);
    known.map(|(_, meaning)| *meaning)
}

/// So many decimals and a true minus; what would be too long, or nothing but zeros, with an exponent.
pub fn written(value: f64, decimals: usize) -> String {
    let least = 0.5 * 0.1_f64.powi(decimals as i32);
    let is_tiny = value != 0.0 && value.abs() < least && decimals > 2;
    let text = if is_tiny || value.abs() >= 1e6 && decimals > 0 {
        format!("{value:.1e}")
    } else {
        format!("{value:.decimals$}")
    };
    text.replace('-', "−")
}
