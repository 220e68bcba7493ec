//! The page: draws the state, turns what the user does into actions. All decisions are in `session`.

mod app;
mod controls;
mod header;
mod hooks;
mod lesson;
mod notices;
mod panels;
mod shared;
mod stage;
mod strip;

pub use hooks::{Thread, describe, file_of, shown_theme, speak_first, use_theme};
pub use shared::tile_canvas::{Concept, TileCanvas};
pub use shared::{Glyph, Icon};

/// Puts the app into the page, in the place of what stood there until now.
pub fn mount() {
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("page"));
    let Some(place) = place else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        speak_first().await;
        yew::Renderer::<app::App>::with_root(place).render();
    });
}
