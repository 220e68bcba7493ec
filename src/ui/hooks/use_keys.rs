use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::session::{Action, State};
use crate::ui::keys::action_for;

/// Listens to single keys on the whole page.
#[hook]
pub fn use_keys(state: &Rc<State>, dispatch: &Callback<Action>) {
    let newest = use_mut_ref(|| state.clone());
    *newest.borrow_mut() = state.clone();
    use_effect_with(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    let action = action_for(key, &newest.borrow());
                    if let Some(action) = action {
                        key.prevent_default();
                        dispatch.emit(action);
                    }
                }
            })
        });
        move || drop(listener)
    });
}
