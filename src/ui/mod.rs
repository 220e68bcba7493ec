//! The page: draws the state, turns what the user does into actions. All decisions are in `session`.

mod app;
mod canvas;
mod components;
mod hooks;
mod keys;

/// Puts the app into the page's body.
pub fn mount() {
    yew::Renderer::<app::App>::new().render();
}
