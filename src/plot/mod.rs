//! Numbers -> geometry and pixels. Knows no canvas: the error chart is generic over plotters'
//! backends, clouds of points become a [`Scene`], images become pixels.

mod code;
mod curve;
mod dashes;
mod heatmap;
mod marks;
mod mean_bars;
mod palette;
mod points;
mod projection;
mod roc;
mod scene;
mod signal;
mod ticks;
mod tiles;
mod viewport;

pub use code::{Axes, CodeFigure};
pub use curve::{ErrorChart, ErrorPoint, ErrorTick, draw_error_chart};
pub use heatmap::Heatmap;
pub use mean_bars::{AXIS, MeanBars};
pub use palette::{Palette, Ramp, Rgb, Theme};
pub use points::PointsFigure;
pub use projection::project;
pub use roc::roc_scene;
pub use scene::{Align, Face, Mark, Scene};
pub use signal::{Trace, add_signals};
pub use ticks::{linear_ticks, logarithmic_ticks, tick_label};
pub use tiles::{Pixels, tile};
pub use viewport::{Extent, Viewport};
