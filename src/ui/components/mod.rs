//! The parts of the page, one file each: data in, callbacks out.

mod about;
mod code_scatter;
mod data_picker;
mod dictionary;
mod error_chart;
mod gallery;
mod heatmap;
mod hidden_layers;
mod icon;
mod knob_control;
mod lesson_picker;
mod notices;
mod panels;
mod past_run;
mod points_view;
mod rail;
mod readouts;
mod sample_view;
mod signals;
mod tile_canvas;
mod transport;
mod uses;

pub use about::About;
pub use error_chart::ErrorCurve;
pub use gallery::Gallery;
pub use icon::{Glyph, Icon, Logo};
pub use notices::Notices;
pub use panels::Panels;
pub use past_run::PastRun;
pub use points_view::PointsView;
pub use rail::Rail;
pub use readouts::{EpochReadout, Numbers};
pub use sample_view::SampleRow;
pub use signals::Signals;
pub use transport::Transport;
