use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::session::{Action, State};
use crate::ui::keys::{Pressed, pressed};

/// Listens to single keys on the whole page.
#[hook]
pub fn use_keys(
    state: &Rc<State>,
    dispatch: &Callback<Action>,
    switch_theme: &Callback<()>,
    present: &Callback<()>,
) {
    let now = (state.clone(), switch_theme.clone(), present.clone());
    let newest = use_mut_ref(|| now.clone());
    *newest.borrow_mut() = now;
    use_effect_with(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    let (state, switch_theme, present) = newest.borrow().clone();
                    let Some(pressed) = pressed(key, &state) else {
                        return;
                    };
                    key.prevent_default();
                    match pressed {
                        Pressed::Action(action) => dispatch.emit(action),
                        Pressed::Theme => switch_theme.emit(()),
                        Pressed::Present => present.emit(()),
                    }
                }
            })
        });
        move || drop(listener)
    });
}
