//! Which slider is held. On a phone the settings lie over the figure that they change: all but the
//! held slider's row makes way, by the style sheet.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

const HELD: &str = "data-held";

fn slider(event: &Event) -> Option<HtmlInputElement> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    (input.type_() == "range").then_some(input)
}

/// A slider moves.
pub fn hold<E: AsRef<Event>>(event: E) {
    if let Some(slider) = slider(event.as_ref()) {
        // A browser that cannot leaves the settings where they are.
        let _ = slider.set_attribute(HELD, "");
    }
}

/// It is let go: by a key at once, and by a finger that returns to where it began without a change.
pub fn let_go<E: AsRef<Event>>(event: E) {
    if let Some(slider) = slider(event.as_ref()) {
        let _ = slider.remove_attribute(HELD);
    }
}
