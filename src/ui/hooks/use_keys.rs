use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::storage;
use crate::session::{Action, Focus, Press, Pressed, State, pressed};

const KEY: &str = "hourglass.keys";

/// Keys that act on the page, not on the run, and whether keys that make a character do anything.
#[derive(Clone, PartialEq)]
pub struct PageKeys {
    pub theme: Callback<()>,
    pub present: Callback<()>,
    pub sound: Callback<()>,
    pub help: Callback<()>,
    /// Closes what is open over the page: help, the sheet of lesson and settings.
    pub close: Option<Callback<()>>,
    pub has_characters: bool,
}

fn are_on() -> bool {
    storage::read(KEY).as_deref() != Some("off")
}

/// Whether keys that make a character do anything, and a switch for it; the device remembers it.
#[hook]
pub fn use_character_keys() -> (bool, Callback<()>) {
    let is_on = use_state_eq(are_on);
    let setter = is_on.setter();
    use_effect_with((), move |()| {
        let listener = storage::listen(KEY, move || setter.set(are_on()));
        move || drop(listener)
    });
    let now = *is_on;
    let switch = Callback::from(move |()| {
        if now {
            storage::write(KEY, "off");
        } else {
            storage::forget(KEY);
        }
        is_on.set(!now);
    });
    (now, switch)
}

fn has_dialog() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    let open = page.and_then(|page| page.query_selector("dialog[open]").ok()?);
    open.is_some()
}

/// Listens to single keys on the whole page.
#[hook]
pub fn use_keys(state: &Rc<State>, dispatch: &Callback<Action>, page: PageKeys) {
    let now = (state.clone(), page);
    let newest = use_mut_ref(|| now.clone());
    *newest.borrow_mut() = now;
    use_effect_with(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let event = event.dyn_ref::<KeyboardEvent>();
                let Some(event) = event.filter(|event| !event.default_prevented()) else {
                    return;
                };
                // A dialog has the keys while it is open, Escape to close it among them.
                if has_dialog() {
                    return;
                }
                let (state, page) = newest.borrow().clone();
                let key = event.key();
                if let ("Escape", Some(close)) = (&*key, page.close) {
                    return close.emit(());
                }
                let press = Press {
                    key: &key,
                    is_repeat: event.repeat(),
                    ctrl: event.ctrl_key(),
                    alt: event.alt_key() || event.get_modifier_state("AltGraph"),
                    meta: event.meta_key(),
                    focus: focus(event),
                };
                let Some(pressed) = pressed(press, &state, page.has_characters) else {
                    return;
                };
                event.prevent_default();
                match pressed {
                    Pressed::Action(action) => dispatch.emit(action),
                    Pressed::Theme => page.theme.emit(()),
                    Pressed::Present => page.present.emit(()),
                    Pressed::Sound => page.sound.emit(()),
                    Pressed::Help => page.help.emit(()),
                }
            })
        });
        move || drop(listener)
    });
}

/// What the key was pressed on.
fn focus(event: &KeyboardEvent) -> Focus {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(target) = target else {
        return Focus::Page;
    };
    let kind = target
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::type_);
    match (target.tag_name().as_str(), kind.as_deref()) {
        ("INPUT", Some("range")) => Focus::Slider,
        ("INPUT", Some("radio" | "checkbox")) => Focus::Radio,
        ("INPUT" | "SELECT" | "TEXTAREA", _) => Focus::Field,
        ("BUTTON" | "A" | "SUMMARY", _) => Focus::Button,
        ("CANVAS", _) => Focus::Canvas,
        _ => Focus::Page,
    }
}
