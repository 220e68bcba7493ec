//! Numbers -> geometry and pixels. Knows no canvas: the error chart is generic over plotters'
//! backends, clouds of points become a [`Scene`], images become pixels.

mod atoms;
mod axes;
mod code;
mod dashes;
mod error_chart;
mod error_curves;
mod errors;
mod heatmap;
mod histogram;
mod hourglass;
mod levels;
mod links;
mod marks;
mod mean_bars;
mod palette;
mod pen;
mod points;
mod projection;
mod ramp;
mod rates;
mod roc;
mod scene;
mod signal;
mod sweep;
mod ticks;
mod tiles;
mod trade;
mod viewport;
mod waist;

pub use atoms::{AtomsFigure, AtomsText, Slot, Slots};
pub use code::{Axes, CodeFigure};

pub use error_chart::{ErrorChart, ErrorPoint, ErrorTick};
pub use error_curves::draw_error_chart;
pub use errors::{ErrorsFigure, Kind};
pub use heatmap::{Heatmap, Order, heatmap_labels};
pub use histogram::histogram_scene;
pub use hourglass::{Emphasis, HourglassFigure, Target, UnitColumn};
pub use levels::{LevelErrors, LevelsFigure};
pub use links::{Curve, LinkPicture, ease};
pub use mean_bars::{AXIS, HEAD, MeanBars};
pub use palette::{Palette, Theme};
pub use points::PointsFigure;
pub use projection::project;
pub use ramp::{Ramp, Rgb};
pub use rates::RatesFigure;
pub use roc::roc_scene;
pub use scene::{Align, Face, Mark, Scene};
pub use signal::{Trace, add_signals};
pub use sweep::{KErrors, SweepFigure};
pub use ticks::{linear_ticks, logarithmic_ticks, tick_label};
pub use tiles::{Pixels, tile};
pub use trade::{TradeDot, TradeFigure};
pub use viewport::{Extent, Viewport};
pub use waist::dragged_k;
