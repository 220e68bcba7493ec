//! What several regions use.

pub mod canvas;
mod icon;
mod in_view;
pub mod marked;
mod placed;
pub mod readout;
pub mod samples;
pub mod slide;
pub mod tile_canvas;

pub use icon::{Glyph, Icon, Logo};
pub use in_view::show;
pub use placed::Placed;
