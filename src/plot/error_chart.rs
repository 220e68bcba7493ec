//! The errors of a run over its steps, on a logarithmic axis: what there is to draw, and where.

use super::Palette;

/// The errors at one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErrorPoint {
    pub step: u64,
    pub train: f64,
    pub held_out: f64,
    pub pca: f64,
    /// NaN where there is none.
    pub penalty: f64,
}

/// A step at which a control was changed, and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorTick {
    pub step: u64,
    pub text: String,
}

pub struct ErrorChart<'a> {
    pub points: &'a [ErrorPoint],
    /// Another run's held-out errors, in grey, and its name.
    pub ghost: &'a [ErrorPoint],
    pub ghost_name: &'a str,
    /// Errors that others have published, and whose they are: a line each.
    pub published: &'a [(f64, &'a str)],
    /// With how many decimals errors are written.
    pub decimals: usize,
    /// The step of the picture on the stage: the scrubber's handle.
    pub playhead: Option<u64>,
    pub ticks: &'a [ErrorTick],
    pub font: &'a str,
    /// Device pixels per CSS pixel.
    pub scale: f64,
    pub palette: &'a Palette,
}

const MARGIN_LEFT: f64 = 52.0;
pub(super) const MARGIN_RIGHT: f64 = 132.0;
const MARGIN_TOP: f64 = 22.0;
const MARGIN_BOTTOM: f64 = 24.0;
/// An error this far under the largest is drawn at the bottom: PCA's is 0 when k reaches d.
const DEEPEST: f64 = 1e-6;
/// PCA's error does not stretch the axis where it is this many times under the network's best.
const OUT_OF_SIGHT: f64 = 5.0;

/// The axis ends at so many times the largest published error.
const TALLEST: f64 = 2.5;

/// The plot's rectangle in CSS pixels, and the values at its edges.
pub struct Frame {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub last_step: f64,
    pub low: f64,
    pub high: f64,
}

impl Frame {
    pub fn x(&self, step: f64) -> f64 {
        self.left + (self.right - self.left) * step / self.last_step
    }

    pub fn y(&self, error: f64) -> f64 {
        let part = (error.max(self.low) / self.low).ln() / (self.high / self.low).ln();
        self.bottom - (self.bottom - self.top) * part.min(1.0)
    }
}

impl ErrorChart<'_> {
    /// The step at the chart's right end.
    fn last_step(&self) -> f64 {
        let last = |points: &[ErrorPoint]| points.last().map_or(1.0, |p| p.step as f64);
        last(self.points).max(last(self.ghost)).max(10.0)
    }

    /// The step at a place on a chart of this width, both in CSS pixels; `None` at the newest or
    /// beyond.
    pub fn step_at(&self, width: f64, x: f64) -> Option<u64> {
        let part = (x - MARGIN_LEFT) / (width - MARGIN_LEFT - MARGIN_RIGHT).max(1.0);
        let step = (part.max(0.0) * self.last_step()).round() as u64;
        let newest = self.points.last().map_or(0, |p| p.step);
        (step < newest).then_some(step)
    }

    /// Where everything stands on a chart of this size; `None` where there is nothing to show, or no
    /// room.
    pub(super) fn frame(&self, [width, height]: [f64; 2]) -> Option<Frame> {
        let points = self.points;
        let errors = || {
            points
                .iter()
                .chain(self.ghost)
                .flat_map(|p| [p.train, p.held_out, p.pca, p.penalty])
                .filter(|e| e.is_finite())
        };
        let published = || self.published.iter().map(|of| of.0);
        let high = errors().fold(0.0, f64::max);
        // Where there are lines to fall through, the untrained network is far above them all.
        let top = TALLEST * published().fold(0.0, f64::max);
        let high = if top > 0.0 { high.min(top) } else { high };
        let all = points.iter().chain(self.ghost);
        let learned = all.flat_map(|p| [p.train, p.held_out]);
        let least = learned
            .filter(|e| *e > 0.0)
            .fold(f64::INFINITY, f64::min)
            .min(high);
        let low = errors()
            .filter(|e| *e > least / OUT_OF_SIGHT)
            .chain(published())
            .fold(least, f64::min)
            .max(DEEPEST * high);
        if high <= 0.0 || width <= MARGIN_LEFT + MARGIN_RIGHT {
            return None;
        }
        Some(Frame {
            left: MARGIN_LEFT,
            right: width - MARGIN_RIGHT,
            top: MARGIN_TOP,
            bottom: height - MARGIN_BOTTOM,
            last_step: self.last_step(),
            low: low / 1.25,
            high: high * 1.25,
        })
    }
}
