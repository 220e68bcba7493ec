use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::settings::{Knob, Value};
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct TypedProps {
    pub id: AttrValue,
    pub knob: &'static Knob,
    /// The accessible name.
    pub name: AttrValue,
    /// The value as it stands.
    pub label: AttrValue,
    pub bounds: (f64, f64),
    pub turn: Callback<Value>,
}

/// A field for a number: what cannot be read, or lies beyond the bounds, is said beside it.
#[component]
pub fn Typed(props: &TypedProps) -> Html {
    // With the value that it leaves standing: when the value moves on, the complaint has had its say.
    let said = use_state_eq(|| None::<(String, AttrValue)>);
    use_effect_with(props.label.clone(), {
        let said = said.clone();
        move |label| {
            if said.as_ref().is_some_and(|(_, at)| at != label) {
                said.set(None);
            }
        }
    });
    let complaint = said.as_ref().filter(|(_, at)| *at == props.label);
    let complaint = complaint.map(|(complaint, _)| complaint.clone());
    let onchange = {
        let (knob, (low, high)) = (props.knob, props.bounds);
        let (turn, label, said) = (props.turn.clone(), props.label.clone(), said.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            let words = &words().controls;
            // The field shows what stands, whether or not that is what was typed.
            input.set_value(&label);
            said.set(match knob.parse_typed(&text) {
                Some(Value::Number(number)) => {
                    turn.emit(Value::Number(number));
                    let nearest = knob.nearest_number(number, (low, high));
                    let label = knob.label(&Value::Number(nearest));
                    let why = if number < low || number > high {
                        Some(words.beyond(low, high))
                    } else if nearest != number {
                        Some(words.nearest(&label, number))
                    } else {
                        None
                    };
                    why.map(|why| (why, label.into()))
                }
                _ => Some((words.no_number(text.trim()), label.clone())),
            });
        })
    };
    let note = format!("{}-note", props.id);
    html! {
        <>
            <input id={props.id.clone()} class="typed" type="text" inputmode="decimal" autocomplete="off"
                aria-label={props.name.clone()} aria-invalid={complaint.is_some().to_string()}
                aria-describedby={complaint.is_some().then(|| note.clone())}
                value={props.label.clone()} {onchange} />
            <small id={note} class="refused" role="status">{complaint.unwrap_or_default()}</small>
        </>
    }
}
