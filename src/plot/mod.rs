//! Numbers -> geometry and pixels. Knows no canvas: the error chart is generic over plotters'
//! backends, clouds of points become a [`Scene`], images become pixels.

mod code;
mod dashes;
mod error_chart;
mod error_curves;
mod heatmap;
mod hourglass;
mod links;
mod marks;
mod mean_bars;
mod palette;
mod pen;
mod points;
mod projection;
mod ramp;
mod roc;
mod scene;
mod signal;
mod sweep;
mod ticks;
mod tiles;
mod viewport;
mod waist;

pub use code::{Axes, CodeFigure};

pub use error_chart::{ErrorChart, ErrorPoint, ErrorTick};
pub use error_curves::draw_error_chart;
pub use heatmap::Heatmap;
pub use hourglass::{Emphasis, HourglassFigure, Target, UnitColumn};
pub use links::{Curve, LinkPicture, ease};
pub use mean_bars::{AXIS, MeanBars};
pub use palette::{Palette, Theme};
pub use points::PointsFigure;
pub use projection::project;
pub use ramp::{Ramp, Rgb};
pub use roc::roc_scene;
pub use scene::{Align, Face, Mark, Scene};
pub use signal::{Trace, add_signals};
pub use sweep::{KErrors, SweepFigure};
pub use ticks::{linear_ticks, logarithmic_ticks, tick_label};
pub use tiles::{Pixels, tile};
pub use viewport::{Extent, Viewport};
pub use waist::dragged_k;
