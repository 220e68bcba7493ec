//! Single keys, where no field has the focus.

use web_sys::{Element, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};

use crate::session::{Action, State};
use crate::settings::{Key, Value};

/// What a key does, if anything.
pub fn action_for(event: &KeyboardEvent, state: &State) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
        return None;
    }
    let key = event.key();
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    if target.is_some_and(|target| uses_key(&target, &key)) {
        return None;
    }
    let turn_k =
        |by: f64| Action::KnobTurned(Key::K, Value::Number(f64::from(state.settings.k) + by));
    Some(match key.as_str() {
        " " => Action::PlayToggled,
        "." => Action::StepPressed,
        "r" => Action::ResetPressed,
        "[" => turn_k(-1.0),
        "]" => turn_k(1.0),
        "ArrowRight" => Action::SampleMoved(1),
        "ArrowLeft" => Action::SampleMoved(-1),
        "Escape" => Action::SampleSelected(None),
        _ => return None,
    })
}

/// Whether the element that has the focus needs the key itself.
fn uses_key(target: &Element, key: &str) -> bool {
    let arrow = key.starts_with("Arrow");
    match target.tag_name().as_str() {
        "INPUT" => match target
            .dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::type_)
        {
            Some(kind) if kind == "range" => arrow,
            Some(kind) if kind == "radio" => arrow || key == " ",
            _ => true,
        },
        "SELECT" | "TEXTAREA" => true,
        "BUTTON" | "A" | "SUMMARY" => key == " ",
        "CANVAS" => arrow,
        _ => false,
    }
}
