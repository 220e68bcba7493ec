//! A slider of the stage that is no control of the link: a name, the slider, its value.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::hooks::use_style;

#[derive(PartialEq, Properties)]
pub struct SlideProps {
    pub id: &'static str,
    pub name: &'static str,
    pub help: &'static str,
    pub range: [f64; 2],
    pub step: f64,
    pub at: f64,
    /// The value, as it is read.
    pub label: AttrValue,
    pub onturn: Callback<f64>,
}

#[component]
pub fn Slide(props: &SlideProps) -> Html {
    let node = use_node_ref();
    let [low, high] = props.range;
    let part = 100.0 * (props.at - low) / (high - low).max(f64::MIN_POSITIVE);
    use_style(&node, [("--part", format!("{part:.2}%"))]);
    let oninput = {
        let turn = props.onturn.clone();
        move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            turn.emit(input.value_as_number());
        }
    };
    html! {
        <div class="hands">
            <div class="row" data-help={props.help}>
                <label for={props.id}>{props.name}</label>
                <input ref={node} id={props.id} type="range" aria-label={props.name} min={low.to_string()} max={high.to_string()}
                    step={props.step.to_string()} value={props.at.to_string()} aria-valuetext={props.label.clone()} {oninput} />
                <output for={props.id} aria-live="off">{props.label.clone()}</output>
            </div>
        </div>
    }
}
