//! A sentence about what the user points at, in a bubble beside it.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, MouseEvent};
use yew::prelude::*;

use crate::ui::hooks::zoom;
use crate::ui::shared::Placed;

/// What a bubble needs of the window beside it and below, in CSS pixels.
const ROOM: [f64; 2] = [300.0, 110.0];

/// A sentence, and where in the frame it belongs.
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

/// Where the pointer is, or the lower end of what has the focus.
pub fn place_of(event: &Event) -> [i32; 2] {
    let target = || event.target()?.dyn_into::<Element>().ok();
    let at = match event.dyn_ref::<MouseEvent>() {
        Some(mouse) => [mouse.client_x().into(), mouse.client_y().into()],
        None => target().map_or([0.0; 2], |target| {
            let bounds = target.get_bounding_client_rect();
            [bounds.left(), bounds.bottom()]
        }),
    };
    in_frame(at).unwrap_or_default()
}

/// A place of the window in the pixels of the frame, which a projector enlarges, with room for a bubble.
fn in_frame(at: [f64; 2]) -> Option<[i32; 2]> {
    let window = web_sys::window()?;
    let frame = window.document()?.query_selector(".frame").ok()??;
    let zoom = zoom(&frame);
    let place = |at: f64, end: Result<JsValue, JsValue>, room: f64| {
        let end = end.ok()?.as_f64()?;
        Some((at / zoom).min(end / zoom - room) as i32)
    };
    let x = place(at[0], window.inner_width(), ROOM[0])?;
    Some([x, place(at[1], window.inner_height(), ROOM[1])?])
}

/// A sentence in a bubble at its place.
pub fn bubble(said: Option<&Said>) -> Html {
    html! {
        <div class="bubble-place" aria-live="polite">
            if let Some((text, [x, y])) = said {
                <Placed class="bubble" left={format!("{x}px")} top={format!("{}px", y + 18)}>{text}</Placed>
            }
        </div>
    }
}
