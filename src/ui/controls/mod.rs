//! The rail below the lesson's words: the controls that the lesson needs, and all the others.

mod data_picker;
mod hidden_layers;
mod knob;
mod rail;

pub use knob::KnobControl;
pub use rail::Rail;
