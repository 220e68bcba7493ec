//! Error over steps on a logarithmic axis, on any of plotters' backends.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::DrawingErrorKind;

use super::dashes::dashes;
use super::{Palette, Rgb, linear_ticks, logarithmic_ticks, tick_label};

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
    /// The step of the picture on the stage: the scrubber's handle.
    pub playhead: Option<u64>,
    pub ticks: &'a [ErrorTick],
    pub font: &'a str,
    /// Device pixels per CSS pixel.
    pub scale: f64,
    pub palette: &'a Palette,
}

const MARGIN_LEFT: f64 = 52.0;
const MARGIN_RIGHT: f64 = 132.0;
const MARGIN_TOP: f64 = 22.0;
const MARGIN_BOTTOM: f64 = 24.0;
const LABEL_GAP: f64 = 17.0;
const TEXT: f64 = 13.0;
/// An error this far under the largest is drawn at the bottom: PCA's is 0 when k reaches d.
const DEEPEST: f64 = 1e-6;
/// PCA's error does not stretch the axis where it is this many times under the network's best.
const OUT_OF_SIGHT: f64 = 5.0;
/// The dash of PCA's line and the dots of the training curve: drawn and left out, in CSS pixels.
const DASH: (f64, f64) = (7.0, 5.0);
const DOTS: (f64, f64) = (1.6, 3.4);
/// The penalty's, longer than both.
const STROKES: (f64, f64) = (11.0, 3.0);

/// One line of the chart.
struct Curve {
    name: &'static str,
    error: fn(&ErrorPoint) -> f64,
    colour: fn(&Palette) -> Rgb,
    dash: Option<(f64, f64)>,
    width: f64,
}

/// Penalty in long strokes, PCA dashed, training dotted, held-out solid: colour is never the only cue.
const CURVES: [Curve; 4] = [
    Curve {
        name: "penalty",
        error: |p| p.penalty,
        colour: |palette| palette.penalty,
        dash: Some(STROKES),
        width: 1.75,
    },
    Curve {
        name: "PCA",
        error: |p| p.pca,
        colour: |palette| palette.pca,
        dash: Some(DASH),
        width: 1.75,
    },
    Curve {
        name: "training",
        error: |p| p.train,
        colour: |palette| palette.error,
        dash: Some(DOTS),
        width: 1.75,
    },
    Curve {
        name: "held-out",
        error: |p| p.held_out,
        colour: |palette| palette.error,
        dash: None,
        width: 2.25,
    },
];

type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// The plot's rectangle in CSS pixels, and the values at its edges.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    last_step: f64,
    low: f64,
    high: f64,
}

impl Frame {
    fn x(&self, step: f64) -> f64 {
        self.left + (self.right - self.left) * step / self.last_step
    }

    fn y(&self, error: f64) -> f64 {
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
}

/// Draws the chart over the whole backend.
pub fn draw_error_chart<DB: DrawingBackend>(backend: &mut DB, chart: &ErrorChart) -> Drawn<DB> {
    let mut pen = Pen { backend, chart };
    let Some(frame) = pen.frame() else {
        return Ok(());
    };
    pen.axes(&frame)?;
    pen.ticks(&frame)?;
    pen.curves(&frame)?;
    pen.playhead(&frame)
}

struct Pen<'a, DB> {
    backend: &'a mut DB,
    chart: &'a ErrorChart<'a>,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn frame(&self) -> Option<Frame> {
        let points = self.chart.points;
        let (width, height) = self.backend.get_size();
        let (width, height) = (
            f64::from(width) / self.chart.scale,
            f64::from(height) / self.chart.scale,
        );
        let errors = || {
            points
                .iter()
                .chain(self.chart.ghost)
                .flat_map(|p| [p.train, p.held_out, p.pca, p.penalty])
                .filter(|e| e.is_finite())
        };
        let high = errors().fold(0.0, f64::max);
        let all = points.iter().chain(self.chart.ghost);
        let learned = all.flat_map(|p| [p.train, p.held_out]);
        let least = learned
            .filter(|e| *e > 0.0)
            .fold(f64::INFINITY, f64::min)
            .min(high);
        let low = errors()
            .filter(|e| *e > least / OUT_OF_SIGHT)
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
            last_step: self.chart.last_step(),
            low: low / 1.25,
            high: high * 1.25,
        })
    }

    fn axes(&mut self, frame: &Frame) -> Drawn<DB> {
        let palette = self.chart.palette;
        let most = ((frame.bottom - frame.top) / 24.0) as usize;
        for error in logarithmic_ticks(frame.low, frame.high, most) {
            let y = frame.y(error);
            self.line([frame.left, y], [frame.right, y], palette.grid, 1.0)?;
            let label = tick_label(error);
            self.text(&label, [frame.left - 8.0, y], HPos::Right, palette.ink2)?;
        }
        let bottom = frame.bottom;
        self.line(
            [frame.left, bottom],
            [frame.right, bottom],
            palette.control,
            1.0,
        )?;
        let count = ((frame.right - frame.left) / 90.0) as usize;
        for step in linear_ticks(0.0, frame.last_step, count.max(2)) {
            let x = frame.x(step);
            self.line([x, bottom], [x, bottom + 4.0], palette.control, 1.0)?;
            self.text(
                &tick_label(step),
                [x, bottom + 14.0],
                HPos::Center,
                palette.ink2,
            )?;
        }
        self.text(
            "step",
            [frame.right + 26.0, bottom + 14.0],
            HPos::Left,
            palette.ink3,
        )
    }

    /// A tick for every change; its name where it does not run into the one before.
    fn ticks(&mut self, frame: &Frame) -> Drawn<DB> {
        let palette = self.chart.palette;
        let mut free = f64::INFINITY;
        for tick in self.chart.ticks.iter().rev() {
            let x = frame.x(tick.step as f64);
            self.line(
                [x, frame.top - 4.0],
                [x, frame.bottom],
                palette.control,
                1.0,
            )?;
            let width = 6.4 * tick.text.chars().count() as f64;
            let to_right = x + 5.0 + width <= free.min(frame.right + MARGIN_RIGHT);
            if to_right || x - 5.0 - width > frame.left && x < free {
                let (at, side) = if to_right {
                    (x + 5.0, HPos::Left)
                } else {
                    (x - 5.0, HPos::Right)
                };
                self.text(&tick.text, [at, frame.top - 12.0], side, palette.ink)?;
                free = if to_right { x } else { x - 5.0 - width } - 8.0;
            } else {
                free = free.min(x);
            }
        }
        Ok(())
    }

    fn curves(&mut self, frame: &Frame) -> Drawn<DB> {
        let palette = self.chart.palette;
        let Some(last) = self.chart.points.last().copied() else {
            return Ok(());
        };
        let mut labels = Vec::new();
        if let Some(end) = self.chart.ghost.last() {
            let of = |p: &ErrorPoint| [frame.x(p.step as f64), frame.y(p.held_out)];
            let path: Vec<[f64; 2]> = self.chart.ghost.iter().map(of).collect();
            self.path(&path, palette.control, 1.75)?;
            let text = format!("{} {:.4}", self.chart.ghost_name, end.held_out);
            labels.push((frame.y(end.held_out), text, palette.ink2));
        }
        for curve in CURVES {
            let colour = (curve.colour)(palette);
            let points = self.chart.points;
            let is_drawn = |p: &ErrorPoint| (curve.error)(p).is_finite();
            for run in points.chunk_by(|a, b| is_drawn(a) == is_drawn(b)) {
                let path: Vec<[f64; 2]> = run
                    .iter()
                    .filter(|p| is_drawn(p))
                    .map(|p| [frame.x(p.step as f64), frame.y((curve.error)(p))])
                    .collect();
                match curve.dash {
                    None => self.path(&path, colour, curve.width)?,
                    Some(dash) => {
                        for piece in dashes(&path, dash) {
                            self.path(&piece, colour, curve.width)?;
                        }
                    }
                }
            }
            let error = (curve.error)(&last);
            if error.is_finite() {
                let text = format!("{} {error:.4}", curve.name);
                labels.push((frame.y(error), text, colour));
            }
        }
        let places = spread(
            labels.iter().map(|label| label.0).collect(),
            frame.top,
            frame.bottom,
        );
        for ((_, text, colour), y) in labels.iter().zip(places) {
            self.text(text, [frame.right + 12.0, y], HPos::Left, *colour)?;
        }
        Ok(())
    }

    /// An ink line with a handle at its top.
    fn playhead(&mut self, frame: &Frame) -> Drawn<DB> {
        const HANDLE: f64 = 7.0;
        let Some(step) = self.chart.playhead else {
            return Ok(());
        };
        let ink = self.chart.palette.ink;
        let x = frame.x(step as f64);
        self.line([x, frame.top - 6.0], [x, frame.bottom], ink, 1.5)?;
        let [top, bottom] = [frame.top - 16.0, frame.top - 3.0];
        let corners = [
            [x - HANDLE, top],
            [x + HANDLE, top],
            [x + HANDLE, bottom - 4.0],
            [x, bottom],
            [x - HANDLE, bottom - 4.0],
        ];
        let places: Vec<(i32, i32)> = corners.iter().map(|&p| self.place(p)).collect();
        let RGBColor(r, g, b) = RGBColor(ink[0], ink[1], ink[2]);
        self.backend.fill_polygon(places, &RGBColor(r, g, b))
    }

    fn place(&self, [x, y]: [f64; 2]) -> (i32, i32) {
        let scale = self.chart.scale;
        ((x * scale).round() as i32, (y * scale).round() as i32)
    }

    fn style(&self, [r, g, b]: Rgb, width: f64) -> ShapeStyle {
        let width = (width * self.chart.scale).round().max(1.0) as u32;
        RGBColor(r, g, b).stroke_width(width)
    }

    fn line(&mut self, from: [f64; 2], to: [f64; 2], colour: Rgb, width: f64) -> Drawn<DB> {
        let style = self.style(colour, width);
        let (from, to) = (self.place(from), self.place(to));
        self.backend.draw_line(from, to, &style)
    }

    fn path(&mut self, points: &[[f64; 2]], colour: Rgb, width: f64) -> Drawn<DB> {
        let style = self.style(colour, width);
        let places: Vec<(i32, i32)> = points.iter().map(|&p| self.place(p)).collect();
        self.backend.draw_path(places, &style)
    }

    fn text(&mut self, text: &str, at: [f64; 2], side: HPos, [r, g, b]: Rgb) -> Drawn<DB> {
        let size = TEXT * self.chart.scale;
        let colour = RGBColor(r, g, b);
        let style = TextStyle::from((self.chart.font, size).into_font())
            .color(&colour)
            .pos(Pos::new(side, VPos::Center));
        let at = self.place(at);
        self.backend.draw_text(text, &style, at)
    }
}

/// The heights of labels, moved apart so that none covers another, within top … bottom.
fn spread(wanted: Vec<f64>, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let mut places = wanted;
    let mut least = top;
    for &i in &order {
        places[i] = places[i].max(least);
        least = places[i] + LABEL_GAP;
    }
    let mut most = bottom;
    for &i in order.iter().rev() {
        places[i] = places[i].min(most);
        most = places[i] - LABEL_GAP;
    }
    places
}
