use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::session::Action;

/// A drag becomes one entry of the browser's history.
const SETTLED_MS: u32 = 250;

/// Keeps the address bar at the state's link, in place of the last one while a sweep turns it, and follows Back, Forward and links typed into it.
#[hook]
pub fn use_link(link: &str, is_swept: bool, dispatch: &Callback<Action>) {
    use_effect_with(link.to_owned(), move |link| {
        let link = link.clone();
        let timer = Timeout::new(SETTLED_MS, move || show(&link, is_swept));
        move || drop(timer)
    });
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "popstate", move |_| {
                let Some(window) = web_sys::window() else {
                    return;
                };
                let hash = window.location().hash().unwrap_or_default();
                // Entries that this page made carry a state; a link typed into the bar has none.
                let is_ours = window
                    .history()
                    .and_then(|history| history.state())
                    .is_ok_and(|state| state.is_truthy());
                dispatch.emit(if is_ours {
                    Action::LinkRevisited(hash)
                } else {
                    Action::LinkOpened(hash)
                });
            })
        });
        move || drop(listener)
    });
}

/// Puts the link into the address bar: a new entry where settings differ, in place for play and
/// for the first one.
fn show(link: &str, is_swept: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let (Ok(history), Ok(hash)) = (window.history(), window.location().hash()) else {
        return;
    };
    if hash == link && history.state().is_ok_and(|state| state.is_truthy()) {
        return;
    }
    let settings = |link: &str| link.replace("&play=1", "");
    let is_first = !history.state().is_ok_and(|state| state.is_truthy());
    let state = JsValue::TRUE;
    // A browser that refuses keeps the old address; the page itself is not affected.
    let _ = if is_first || is_swept || settings(&hash) == settings(link) {
        history.replace_state_with_url(&state, "", Some(link))
    } else {
        history.push_state_with_url(&state, "", Some(link))
    };
}
