//! Draws the error chart, on any of plotters' backends.

use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::dashes::dashes;
use super::error_chart::{ErrorChart, ErrorPoint, Frame, MARGIN_RIGHT};
use super::pen::{Drawn, Pen};
use super::{Palette, Rgb, linear_ticks, logarithmic_ticks, tick_label};
use crate::words::{self, words};

const LABEL_GAP: f64 = 17.0;
/// The dash of PCA's line and the dots of the training curve: drawn and left out, in CSS pixels.
const DASH: (f64, f64) = (7.0, 5.0);
const DOTS: (f64, f64) = (1.6, 3.4);
/// The penalty's, longer than both.
const STROKES: (f64, f64) = (11.0, 3.0);
/// Half of the width of the playhead's handle.
const HANDLE: f64 = 7.0;

/// One line of the chart.
struct Curve {
    name: words::Text,
    error: fn(&ErrorPoint) -> f64,
    colour: fn(&Palette) -> Rgb,
    dash: Option<(f64, f64)>,
    width: f64,
}

/// Penalty in long strokes, PCA dashed, training dotted, held-out solid: colour is never the only cue.
const CURVES: [Curve; 4] = [
    Curve {
        name: words::Text(|w| w.plot.penalty),
        error: |p| p.penalty,
        colour: |palette| palette.penalty,
        dash: Some(STROKES),
        width: 1.75,
    },
    Curve {
        name: words::Text(|w| w.plot.pca),
        error: |p| p.pca,
        colour: |palette| palette.pca,
        dash: Some(DASH),
        width: 1.75,
    },
    Curve {
        name: words::Text(|w| w.plot.training),
        error: |p| p.train,
        colour: |palette| palette.error,
        dash: Some(DOTS),
        width: 1.75,
    },
    Curve {
        name: words::Text(|w| w.plot.held_out),
        error: |p| p.held_out,
        colour: |palette| palette.error,
        dash: None,
        width: 2.25,
    },
];

/// Draws the chart over the whole backend.
pub fn draw_error_chart<DB: DrawingBackend>(backend: &mut DB, chart: &ErrorChart) -> Drawn<DB> {
    let mut pen = Pen {
        backend,
        font: chart.font,
        scale: chart.scale,
    };
    let Some(frame) = chart.frame(pen.size()) else {
        return Ok(());
    };
    axes(&mut pen, chart, &frame)?;
    published(&mut pen, chart, &frame)?;
    ticks(&mut pen, chart, &frame)?;
    curves(&mut pen, chart, &frame)?;
    playhead(&mut pen, chart, &frame)
}

fn axes<DB: DrawingBackend>(pen: &mut Pen<DB>, chart: &ErrorChart, frame: &Frame) -> Drawn<DB> {
    let palette = chart.palette;
    let most = ((frame.bottom - frame.top) / 24.0) as usize;
    for error in logarithmic_ticks(frame.low, frame.high, most) {
        let y = frame.y(error);
        pen.line([frame.left, y], [frame.right, y], palette.grid, 1.0)?;
        let label = tick_label(error);
        pen.text(&label, [frame.left - 8.0, y], HPos::Right, palette.ink2)?;
    }
    let bottom = frame.bottom;
    pen.line(
        [frame.left, bottom],
        [frame.right, bottom],
        palette.control,
        1.0,
    )?;
    let count = ((frame.right - frame.left) / 90.0) as usize;
    for step in linear_ticks(0.0, frame.last_step, count.max(2)) {
        let x = frame.x(step);
        pen.line([x, bottom], [x, bottom + 4.0], palette.control, 1.0)?;
        pen.text(
            &tick_label(step),
            [x, bottom + 14.0],
            HPos::Center,
            palette.ink2,
        )?;
    }
    pen.text(
        words().plot.step,
        [frame.right + 26.0, bottom + 14.0],
        HPos::Left,
        palette.ink3,
    )
}

/// A tick for every change; its name where it does not run into the one before or under the handle.
fn ticks<DB: DrawingBackend>(pen: &mut Pen<DB>, chart: &ErrorChart, frame: &Frame) -> Drawn<DB> {
    const ASIDE: f64 = 5.0;
    let palette = chart.palette;
    let handle = chart.playhead.map(|step| frame.x(step as f64));
    let is_clear = |[from, to]: [f64; 2]| {
        let room = HANDLE + ASIDE;
        handle.is_none_or(|x| to < x - room || x + room < from)
    };
    let mut free = f64::INFINITY;
    for tick in chart.ticks.iter().rev() {
        let x = frame.x(tick.step as f64);
        pen.line(
            [x, frame.top - 4.0],
            [x, frame.bottom],
            palette.control,
            1.0,
        )?;
        let width = 6.4 * tick.text.chars().count() as f64;
        // A tick under the handle bears its name beside it.
        let aside = match handle {
            Some(at) if (at - x).abs() < HANDLE => HANDLE + ASIDE + 1.0,
            _ => ASIDE,
        };
        let right = [x + aside, x + aside + width];
        let left = [x - aside - width, x - aside];
        let to_right = right[1] <= free.min(frame.right + MARGIN_RIGHT) && is_clear(right);
        if to_right || left[0] > frame.left && x < free && is_clear(left) {
            let (at, side) = if to_right {
                (right[0], HPos::Left)
            } else {
                (left[1], HPos::Right)
            };
            pen.text(&tick.text, [at, frame.top - 12.0], side, palette.ink)?;
            free = if to_right { x } else { left[0] } - 8.0;
        } else {
            free = free.min(x);
        }
    }
    Ok(())
}

/// A fine line for each, its name above it.
fn published<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    chart: &ErrorChart,
    frame: &Frame,
) -> Drawn<DB> {
    const ABOVE: f64 = 8.0;
    const ASIDE: f64 = 12.0;
    for (error, name) in chart.published {
        let (y, ink) = (frame.y(*error), chart.palette.ink2);
        pen.line([frame.left, y], [frame.right, y], ink, 1.0)?;
        let text = words().plot.error_of(name, *error, chart.decimals);
        pen.text(&text, [frame.right - ASIDE, y - ABOVE], HPos::Right, ink)?;
    }
    Ok(())
}

fn curves<DB: DrawingBackend>(pen: &mut Pen<DB>, chart: &ErrorChart, frame: &Frame) -> Drawn<DB> {
    let palette = chart.palette;
    let Some(last) = chart.points.last().copied() else {
        return Ok(());
    };
    let mut labels = Vec::new();
    if let Some(end) = chart.ghost.last() {
        let of = |p: &ErrorPoint| [frame.x(p.step as f64), frame.y(p.held_out)];
        let path: Vec<[f64; 2]> = chart.ghost.iter().map(of).collect();
        pen.path(&path, palette.control, 1.75)?;
        let text = words()
            .plot
            .error_of(chart.ghost_name, end.held_out, chart.decimals);
        labels.push((frame.y(end.held_out), text, palette.ink2));
    }
    for curve in CURVES {
        let colour = (curve.colour)(palette);
        let points = chart.points;
        let is_drawn = |p: &ErrorPoint| (curve.error)(p).is_finite();
        for run in points.chunk_by(|a, b| is_drawn(a) == is_drawn(b)) {
            let path: Vec<[f64; 2]> = run
                .iter()
                .filter(|p| is_drawn(p))
                .map(|p| [frame.x(p.step as f64), frame.y((curve.error)(p))])
                .collect();
            match curve.dash {
                None => pen.path(&path, colour, curve.width)?,
                Some(dash) => {
                    for piece in dashes(&path, dash) {
                        pen.path(&piece, colour, curve.width)?;
                    }
                }
            }
        }
        let error = (curve.error)(&last);
        if error.is_finite() {
            let text = words()
                .plot
                .error_of(curve.name.get(), error, chart.decimals);
            labels.push((frame.y(error), text, colour));
        }
    }
    let places = spread(
        labels.iter().map(|label| label.0).collect(),
        frame.top,
        frame.bottom,
    );
    for ((_, text, colour), y) in labels.iter().zip(places) {
        pen.text(text, [frame.right + 12.0, y], HPos::Left, *colour)?;
    }
    Ok(())
}

/// An ink line with a handle at its top.
fn playhead<DB: DrawingBackend>(pen: &mut Pen<DB>, chart: &ErrorChart, frame: &Frame) -> Drawn<DB> {
    let Some(step) = chart.playhead else {
        return Ok(());
    };
    let ink = chart.palette.ink;
    let x = frame.x(step as f64);
    pen.line([x, frame.top - 6.0], [x, frame.bottom], ink, 1.5)?;
    let [top, bottom] = [frame.top - 16.0, frame.top - 3.0];
    let corners = [
        [x - HANDLE, top],
        [x + HANDLE, top],
        [x + HANDLE, bottom - 4.0],
        [x, bottom],
        [x - HANDLE, bottom - 4.0],
    ];
    pen.polygon(&corners, ink)
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
