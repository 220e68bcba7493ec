//! The page: draws the state, turns what the user does into actions. All decisions are in `session`.

mod app;
mod controls;
mod header;
mod hooks;
mod lesson;
mod notices;
mod panels;
mod shared;
mod speed;
mod stage;
mod strip;

use gloo_events::EventListener;

/// Puts the app into the page, in the place of what stood there until now.
pub fn mount() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let place = window
        .document()
        .and_then(|document| document.get_element_by_id("page"));
    let is_speed = is_at_speed(&window);
    match place {
        Some(place) if is_speed => {
            yew::Renderer::<speed::Speed>::with_root(place).render();
        }
        Some(place) => {
            yew::Renderer::<app::App>::with_root(place).render();
        }
        None => {}
    }
    // From one to the other, the page begins anew.
    let turn = EventListener::new(&window.clone(), "hashchange", move |_| {
        if is_at_speed(&window) != is_speed {
            let _ = window.location().reload();
        }
    });
    turn.forget();
}

fn is_at_speed(window: &web_sys::Window) -> bool {
    window
        .location()
        .hash()
        .is_ok_and(|hash| hash == speed::LINK)
}
