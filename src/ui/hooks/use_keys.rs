use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::session::{Action, State};
use crate::ui::keys::{Pressed, pressed};

/// Keys that act on the page, not on the run.
#[derive(Clone, PartialEq)]
pub struct PageKeys {
    pub theme: Callback<()>,
    pub present: Callback<()>,
    pub help: Callback<()>,
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
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    let (state, page) = newest.borrow().clone();
                    let Some(pressed) = pressed(key, &state) else {
                        return;
                    };
                    key.prevent_default();
                    match pressed {
                        Pressed::Action(action) => dispatch.emit(action),
                        Pressed::Theme => page.theme.emit(()),
                        Pressed::Present => page.present.emit(()),
                        Pressed::Help => page.help.emit(()),
                    }
                }
            })
        });
        move || drop(listener)
    });
}
