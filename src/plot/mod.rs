//! Numbers -> geometry and pixels. Knows no canvas: the error chart is generic over plotters'
//! backends, clouds of points become a [`Scene`], images become pixels.

mod code;
mod curve;
mod dashes;
mod palette;
mod points;
mod scene;
mod ticks;
mod tiles;
mod viewport;

pub use code::{Axes, CodeFigure};
pub use curve::{ErrorChart, ErrorPoint, ErrorTick, draw_error_chart};
pub use palette::{Palette, Ramp, Rgb, Theme};
pub use points::PointsFigure;
pub use scene::{Align, Face, Mark, Scene};
pub use ticks::{linear_ticks, logarithmic_ticks, tick_label};
pub use tiles::{Pixels, tile};
pub use viewport::{Extent, Viewport};
