//! A sentence about what the user points at, in a bubble beside it.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, MouseEvent};
use yew::prelude::*;

use crate::ui::shared::Placed;

/// A sentence, and where on the screen it belongs.
pub type Said = (String, [i32; 2]);

/// What is said, as the listeners on the document have it.
#[hook]
pub fn use_said(
    listen: fn(&Document, UseStateSetter<Option<Said>>) -> [EventListener; 2],
) -> UseStateHandle<Option<Said>> {
    let said = use_state_eq(|| None::<Said>);
    use_effect_with((), {
        let said = said.setter();
        move |()| {
            let document = web_sys::window().and_then(|window| window.document());
            let listeners = document.map(|document| listen(&document, said));
            move || drop(listeners)
        }
    });
    said
}

/// What an element, or what it is part of, says of itself.
pub fn help_of(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-help]")
        .ok()??
        .get_attribute("data-help")
}

/// Where the pointer is.
pub fn place_of(event: &Event) -> [i32; 2] {
    event
        .dyn_ref::<MouseEvent>()
        .map_or([0, 0], |mouse| [mouse.client_x(), mouse.client_y()])
}

/// A sentence in a bubble at its place.
pub fn bubble(said: Option<&Said>) -> Html {
    html! {
        <div class="bubble-place" aria-live="polite">
            if let Some((text, [x, y])) = said {
                <Placed class="bubble" left={format!("min({x}px, 100vw - 300px)")}
                    top={format!("min({}px, 100vh - 110px)", y + 18)}>{text}</Placed>
            }
        </div>
    }
}
