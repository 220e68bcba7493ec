//! Single keys, where no field has the focus.

use web_sys::{Element, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};

use crate::lessons::Lesson;
use crate::session::{Action, State};
use crate::settings::{Key, Value};

/// What a key acts on.
pub enum Pressed {
    Action(Action),
    Theme,
    Present,
    Help,
}

/// What a key does, if anything.
pub fn pressed(event: &KeyboardEvent, state: &State) -> Option<Pressed> {
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
    let slow = state.slow.is_some();
    let lesson = |number: &str| {
        let number: usize = number.parse().ok()?;
        // 1 … 6 are the lessons, 0 is the Lab.
        let at = number.checked_sub(1).unwrap_or(Lesson::ALL.len() - 1);
        Lesson::ALL.get(at).copied().map(Action::LessonChosen)
    };
    Some(Pressed::Action(match key.as_str() {
        "t" => return Some(Pressed::Theme),
        "f" => return Some(Pressed::Present),
        "?" => return Some(Pressed::Help),
        " " => Action::PlayToggled,
        "." => Action::StepPressed,
        "r" => Action::ResetPressed,
        "s" if slow => Action::StageMoved(1),
        "s" => Action::SlowMotionToggled,
        "w" => Action::TwinToggled,
        "p" => Action::PinPressed,
        "a" => Action::PinnedShown(!state.shows_pinned),
        "," => Action::LookedAbout(-1),
        "0" | "1" | "2" | "3" | "4" | "5" | "6" => lesson(&key)?,
        "[" => turn_k(-1.0),
        "]" => turn_k(1.0),
        "ArrowRight" => Action::SampleMoved(1),
        "ArrowLeft" => Action::SampleMoved(-1),
        "Escape" if slow => Action::SlowMotionToggled,
        "Escape" if state.looking_back.is_some() => Action::LookedBack(None),
        "Escape" => Action::SampleSelected(None),
        _ => return None,
    }))
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
