use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::knob::KnobName;
use crate::session::Action;
use crate::settings::{Key, Kind, Value};

#[derive(PartialEq, Properties)]
pub struct HiddenProps {
    pub widths: Vec<u32>,
    pub dispatch: Callback<Action>,
}

/// How many hidden layers there are, and a slider for each one's width.
#[component]
pub fn HiddenLayers(props: &HiddenProps) -> Html {
    let knob = Key::Hidden.knob();
    let Kind::Widths { layers, units } = knob.kind else {
        return Html::default();
    };
    let turn = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |widths| {
            dispatch.emit(Action::KnobTurned(Key::Hidden, Value::Widths(widths)));
        })
    };
    let counts = (0..=layers).map(|count| {
        let onchange = {
            let (turn, widths) = (turn.clone(), with_layers(&props.widths, count));
            move |_: Event| turn.emit(widths.clone())
        };
        let label = if count == 0 {
            "none".to_owned()
        } else {
            count.to_string()
        };
        html! {
            <label>
                <input type="radio" name="hidden" value={label.clone()}
                    checked={count == props.widths.len()} {onchange} />
                <span>{label}</span>
            </label>
        }
    });
    let sliders = props.widths.iter().enumerate().map(|(i, width)| {
        let name = format!("Layer {} units", i + 1);
        let part = 100.0 * (f64::from(*width).log2() / f64::from(units).log2());
        let oninput = {
            let (turn, widths) = (turn.clone(), props.widths.clone());
            move |event: InputEvent| {
                let input: HtmlInputElement = event.target_unchecked_into();
                let mut widths = widths.clone();
                widths[i] = input.value_as_number().exp2().round() as u32;
                turn.emit(widths);
            }
        };
        html! {
            <div class="row" key={i} data-help="How many units this hidden layer has, in the encoder and in the decoder.">
                <label for={format!("layer-{i}")}>{name.clone()}</label>
                <input id={format!("layer-{i}")} type="range" min="0"
                    max={f64::from(units).log2().to_string()} step="0.05"
                    value={f64::from(*width).log2().to_string()} style={format!("--part:{part:.2}%")}
                    aria-label={name} aria-valuetext={width.to_string()} {oninput} />
                <output class="typed">{width}</output>
            </div>
        }
    });
    html! {
        <>
            <fieldset class="row choice" aria-label={knob.name} title={knob.help} data-help={knob.help}>
                <legend><KnobName {knob} /></legend>
                <div class="segments">{for counts}</div>
            </fieldset>
            {for sliders}
        </>
    }
}

/// The widths with layers taken from the end, or added at half the last one's width.
fn with_layers(widths: &[u32], count: usize) -> Vec<u32> {
    let mut widths = widths.to_vec();
    widths.truncate(count);
    while widths.len() < count {
        widths.push(widths.last().map_or(32, |last| (last / 2).max(2)));
    }
    widths
}
