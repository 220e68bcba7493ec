use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use super::bubble::{Said, bubble, help_of, place_of, use_said};

/// What names something and does nothing else when it is pressed.
const NAMES: &str = ".readout, h3, legend, figcaption, .key, .past";
/// What within them does something of its own.
const DOES: &str = "button, input, select, summary, a";

/// The sentence of the name that is pressed.
fn said_by(event: &Event) -> Option<Said> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.closest(DOES).ok()?.is_some() {
        return None;
    }
    target.closest(NAMES).ok()??;
    Some((help_of(event)?, place_of(event)))
}

/// A press on a readout, a heading or a figure's key says what it is, in place; the next press takes it away.
#[component]
pub fn Meaning() -> Html {
    let said = use_said(|document, said| {
        let on_key = said.clone();
        [
            EventListener::new(document, "click", move |event| said.set(said_by(event))),
            EventListener::new(document, "keydown", move |_| on_key.set(None)),
        ]
    });
    bubble(said.as_ref())
}
