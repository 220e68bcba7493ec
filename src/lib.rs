//! Hourglass: autoencoders that learn in a web page while you watch.
//!
//! A row of pure modules that know no browser, and one `ui` that knows nothing of training. Who may
//! import whom (A -> B: A imports B), and nobody else (`tests/native/structure` reads this table):
//!
//! ```text
//! random, words -> nothing of ours
//! plot, settings -> words
//! protocol -> data, settings, words
//! lessons -> analysis, settings, words
//! data -> random, settings, words
//! model -> random
//! train -> model, random
//! analysis -> model
//! engine -> analysis, data, model, protocol, random, settings, train
//! export -> analysis, data, engine, model, protocol, random, settings, words
//! link -> lessons, settings, words
//! session -> data, lessons, link, protocol, settings, words
//! wire -> protocol
//! worker -> engine, protocol, wire
//! import -> data, random, settings, words
//! handed -> protocol
//! orders -> export, import, protocol, words
//! desk -> data, export, handed, import, lessons, link, orders, plot, protocol, session, settings, ui, wire, words
//! ui -> data, lessons, link, plot, protocol, random, session, settings, wire, words
//! ```

pub mod analysis;
pub mod data;
pub mod engine;
pub mod export;
pub mod handed;
pub mod import;
pub mod lessons;
pub mod link;
pub mod model;
pub mod orders;
pub mod plot;
pub mod protocol;
pub mod random;
pub mod session;
pub mod settings;
pub mod train;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod desk;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod wire;
#[cfg(target_arch = "wasm32")]
pub mod worker;
