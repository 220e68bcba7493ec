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

/// Puts the app into the page's body.
pub fn mount() {
    yew::Renderer::<app::App>::new().render();
}
