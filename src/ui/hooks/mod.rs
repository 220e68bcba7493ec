//! The browser's side of the state: the worker, the address bar, the theme, sizes.

mod pointing;
mod storage;
mod use_canvas;
mod use_density;
mod use_desk;
mod use_dragging;
mod use_keys;
mod use_language;
mod use_link;
mod use_moving;
mod use_painting;
mod use_presenting;
mod use_progress;
mod use_sound;
mod use_style;
mod use_theme;
mod use_trainer;
mod worker;

pub use pointing::{Pointing, pointing};
pub use use_canvas::{CanvasSize, place_on, use_canvas_size};
pub use use_density::{Density, use_density};
pub use use_desk::use_desk;
pub use use_dragging::{Dragging, use_dragging};
pub use use_keys::{PageKeys, use_character_keys, use_keys};
pub use use_language::{speak_first, use_language};
pub use use_link::use_link;
pub use use_moving::{Moving, use_moving};
pub use use_painting::{use_later_painting, use_painting};
pub use use_presenting::use_presenting;
pub use use_progress::{remembered_progress, use_progress};
pub use use_sound::use_sound;
pub use use_style::use_style;
pub use use_theme::use_theme;
pub use use_trainer::use_trainer;
pub use worker::{Thread, describe, fetch};
