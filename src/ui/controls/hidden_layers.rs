use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::knob::knob_name;
use crate::session::Action;
use crate::settings::{Key, Kind, Value};
use crate::ui::hooks::use_style;
use crate::words::words;

pub struct HiddenProps {
    pub widths: Vec<u32>,
    pub dispatch: Callback<Action>,
}

/// How many hidden layers there are, and a slider for each one's width.
pub fn hidden_layers(props: &HiddenProps) -> Html {
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
            words().knobs.none.to_owned()
        } else {
            count.to_string()
        };
        html! {
            <label>
                <input type="radio" name="hidden" value={count.to_string()}
                    checked={count == props.widths.len()} {onchange} />
                <span>{label}</span>
            </label>
        }
    });
    let sliders = (0..props.widths.len()).map(|layer| {
        html! { <LayerSlider key={layer} {layer} most={units} widths={props.widths.clone()} turn={turn.clone()} /> }
    });
    html! {
        <>
            <fieldset class="row choice" aria-label={knob.name()} title={knob.help()} data-help={knob.help()}>
                <legend>{knob_name(knob, false)}</legend>
                <div class="segments">{for counts}</div>
            </fieldset>
            {for sliders}
        </>
    }
}

#[derive(PartialEq, Properties)]
struct LayerProps {
    layer: usize,
    /// The most units that a layer may have.
    most: u32,
    widths: Vec<u32>,
    turn: Callback<Vec<u32>>,
}

/// The width of one hidden layer, on a logarithmic scale.
#[component]
fn LayerSlider(props: &LayerProps) -> Html {
    let i = props.layer;
    let width = props.widths.get(i).copied().unwrap_or(1);
    let [place, last] = [width, props.most].map(|units| f64::from(units).log2());
    let node = use_node_ref();
    use_style(&node, [("--part", format!("{:.2}%", 100.0 * place / last))]);
    let name = words().controls.layer(i + 1);
    let oninput = {
        let (turn, widths) = (props.turn.clone(), props.widths.clone());
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let mut widths = widths.clone();
            if let Some(width) = widths.get_mut(i) {
                *width = input.value_as_number().exp2().round() as u32;
            }
            turn.emit(widths);
        }
    };
    html! {
        <div class="row" data-help={words().controls.layer_help}>
            <label for={format!("layer-{i}")}>{name.clone()}</label>
            <input ref={node} id={format!("layer-{i}")} type="range" min="0" max={last.to_string()} step="0.05"
                value={place.to_string()} aria-label={name} aria-valuetext={width.to_string()} {oninput} />
            <output class="typed" aria-live="off">{width}</output>
        </div>
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
