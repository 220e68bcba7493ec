//! The controls: those that the experiment is about on the stage, those that the lesson needs besides
//! in the rail, and all the others below them.

mod data_picker;
mod hands;
mod hidden_layers;
mod knob;
mod rail;
mod typed;

pub use hands::{HandsProps, hands};
pub use knob::KnobControl;
pub use rail::Rail;
