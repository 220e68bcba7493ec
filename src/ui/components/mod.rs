//! The parts of the page, one file each: data in, callbacks out.

mod about;
mod code_scatter;
mod data_picker;
mod error_chart;
mod gallery;
mod hidden_layers;
mod icon;
mod knob_control;
mod notices;
mod past_run;
mod points_view;
mod rail;
mod readouts;
mod sample_view;
mod tile_canvas;
mod transport;

pub use about::About;
pub use code_scatter::{AxisChoice, CodeScatter};
pub use error_chart::ErrorCurve;
pub use gallery::Gallery;
pub use icon::{Glyph, Icon, Logo};
pub use notices::Notices;
pub use past_run::PastRun;
pub use points_view::PointsView;
pub use rail::Rail;
pub use readouts::{EpochReadout, Numbers};
pub use sample_view::SampleRow;
pub use transport::Transport;
