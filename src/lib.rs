//! Hourglass: autoencoders that learn in a web page while you watch.
//!
//! A row of pure modules that know no browser, and one `ui` that knows nothing of training. Who may
//! import whom (A -> B: A imports B):
//!
//! ```text
//! train -> model                    engine -> train, analysis, data, protocol, settings
//! analysis -> model                 worker -> engine, protocol, wire
//! session -> protocol, link, data, lessons  ui -> session, protocol, plot, data, lessons, settings, wire
//! link -> lessons, settings         lessons, protocol, data -> settings
//! model, data -> random             wire -> protocol
//! settings -> words                 plot, random, words -> nothing of ours
//! ```

pub mod analysis;
pub mod data;
pub mod engine;
pub mod lessons;
pub mod link;
pub mod model;
pub mod plot;
pub mod protocol;
pub mod random;
pub mod session;
pub mod settings;
pub mod train;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod wire;
#[cfg(target_arch = "wasm32")]
pub mod worker;
