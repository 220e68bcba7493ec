//! The pictures beside the large figure, one kind at a time: the code, its units, what it is good for,
//! error against bottleneck size, and the components hidden in the weights.

mod axis_choice;
mod choice;
mod closely;
mod code_scatter;
mod dictionary;
mod faces_chart;
mod grid;
mod heatmap;
mod hidden_components;
mod levels_chart;
mod rates_chart;
mod sweep_chart;
mod trade_chart;
mod units;
mod uses;

pub use choice::{PanelsProps, panels};
pub use closely::{CloselyProps, unit_closely};
pub use code_scatter::CodeScatter;
