use yew::prelude::*;

use crate::plot::{Extent, Magnification, Palette, Pixels, Scene, Theme, Trace, add_signals, tile};
use crate::protocol::Matrix;
use crate::session::{Action, Picture, Ranking};
use crate::settings::Shape;
use crate::ui::hooks::{CanvasSize, place_on, use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::{context, draw, prepare, put};
use crate::ui::shared::tile_canvas::{largest, signed};
use crate::words::words;

/// Between two tiles, in CSS pixels.
const GAP: f32 = 4.0;

#[derive(Clone, PartialEq, Properties)]
pub struct DictionaryProps {
    pub picture: Picture,
    pub ranking: Ranking,
    /// The unit that is looked at closely.
    pub unit: Option<u32>,
    /// Above which activation a unit's atom counts.
    pub least: f32,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// Tiles in rows: how many stand side by side, how large they are, and from one to the next in device pixels.
struct Grid {
    columns: usize,
    magnification: Magnification,
    pitch: [usize; 2],
}

/// The largest tiles of (width, height) that fit, `count` of them, into a canvas.
fn fitting(count: usize, image: [usize; 2], size: CanvasSize) -> Grid {
    let gap = size.device(GAP).max(1);
    let ([across, down], count) = (size.devices(), count.max(1));
    let cell = |columns: usize| [across / columns, down / count.div_ceil(columns)];
    let least = |&columns: &usize| {
        let [across, down] = cell(columns);
        (across * image[1]).min(down * image[0])
    };
    let columns = (1..=count).max_by_key(least).unwrap_or(1);
    let room = cell(columns).map(|side| side.saturating_sub(gap));
    let magnification = Magnification::within(image, room);
    Grid {
        columns,
        magnification,
        pitch: image.map(|pixels| magnification.side(pixels) + gap),
    }
}

/// The decoder's weights, one picture per code unit, on one symmetric range and in the order of the
/// heatmap's rows. The units that the followed sample lights have a frame of sand; a press on one, or
/// the arrow keys, look at it closely.
#[component]
pub fn Dictionary(props: &DictionaryProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let palette = Palette::of(props.theme);
            let dictionary = &props.picture.snapshot.dictionary;
            match props.picture.facts.shape {
                Shape::Image { width, height } => {
                    draw_tiles(&node, *size, props, [width, height], palette);
                }
                Shape::Signal(_) => draw(&node, *size, &signals(dictionary, *size, palette)),
                Shape::Point(_) => {}
            }
        }
    });
    let picture = &props.picture;
    let count = picture.snapshot.dictionary.rows();
    let columns = match picture.facts.shape {
        Shape::Image { width, height } => fitting(count, [width, height], size).columns,
        Shape::Signal(_) | Shape::Point(_) => signal_columns(count),
    };
    let onclick = {
        let (dispatch, units) = (props.dispatch.clone(), props.ranking.units.clone());
        let (shape, unit) = (picture.facts.shape, props.unit);
        move |event: MouseEvent| {
            let chosen = place_on(&event).and_then(|place| {
                let at = tile_at(count, shape, size, place)?;
                units.get(at).copied()
            });
            // A second press leaves it.
            dispatch.emit(Action::AtomChosen(chosen.filter(|_| chosen != unit)));
        }
    };
    let onkeydown = {
        let (dispatch, units) = (props.dispatch.clone(), props.ranking.units.clone());
        let unit = props.unit;
        move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowLeft" => -1,
                "ArrowRight" => 1,
                "ArrowUp" => -(columns as i64),
                "ArrowDown" => columns as i64,
                _ => return,
            };
            event.prevent_default();
            let at = units.iter().position(|&at| Some(at) == unit);
            let next = at.map_or(0, |at| (at as i64 + by).clamp(0, units.len() as i64 - 1));
            dispatch.emit(Action::AtomChosen(units.get(next as usize).copied()));
        }
    };
    let summary = words()
        .panels
        .dictionary_summary(count, largest(&picture.snapshot.dictionary.values));
    html! {
        <canvas ref={node} class="dictionary" role="img" aria-label={summary} tabindex="0" {onclick} {onkeydown} />
    }
}

/// Which tile, counted from the top left, is at a place.
fn tile_at(count: usize, shape: Shape, size: CanvasSize, place: [f32; 2]) -> Option<usize> {
    let [x, y] = place.map(|css| css.max(0.0));
    let (column, row, columns) = match shape {
        Shape::Image { width, height } => {
            let grid = fitting(count, [width, height], size);
            let [column, row] = [0, 1].map(|axis| size.device([x, y][axis]) / grid.pitch[axis]);
            (column, row, grid.columns)
        }
        Shape::Signal(_) | Shape::Point(_) => {
            let columns = signal_columns(count);
            let rows = count.div_ceil(columns);
            let column = (x * columns as f32 / size.width.max(1.0)) as usize;
            (
                column,
                (y * rows as f32 / size.height.max(1.0)) as usize,
                columns,
            )
        }
    };
    let at = row * columns + column;
    (column < columns && at < count).then_some(at)
}

/// Signals are about square in all.
fn signal_columns(count: usize) -> usize {
    (count.max(1) as f32).sqrt().ceil().max(1.0) as usize
}

fn draw_tiles(
    node: &NodeRef,
    size: CanvasSize,
    props: &DictionaryProps,
    [width, height]: [usize; 2],
    palette: &Palette,
) {
    let Some(context) = prepare(node, size).and_then(|c| context(&c)) else {
        return;
    };
    let snapshot = &props.picture.snapshot;
    let dictionary = &snapshot.dictionary;
    let grid = fitting(dictionary.rows(), [width, height], size);
    let largest = largest(&dictionary.values);
    let code = snapshot.sample.as_ref().map(|way| &way.code.values);
    let line = size.device(1.5).max(1);
    for at in 0..dictionary.rows() {
        let unit = props
            .ranking
            .units
            .get(at)
            .map_or(at, |&unit| unit as usize);
        if unit >= dictionary.rows() {
            continue;
        }
        let values = signed(dictionary.row(unit), largest);
        let pixels = tile(&values, width, &palette.ramps.weight, grid.magnification);
        let left = line + (at % grid.columns) * grid.pitch[0];
        let top = line + (at / grid.columns) * grid.pitch[1];
        let is_lit = code.is_some_and(|code| code.get(unit).is_some_and(|h| h.abs() > props.least));
        let frame = match props.unit == Some(unit as u32) {
            true => Some(palette.ink),
            false => is_lit.then_some(palette.code_fill),
        };
        if let Some(colour) = frame {
            let [across, down] = [pixels.width, pixels.height].map(|side| side + 2 * line);
            let behind = Pixels::filled(across, down, colour);
            put(&context, &behind, left - line, top - line);
        }
        put(&context, &pixels, left, top);
    }
}

/// Weights over time, a small chart per unit.
fn signals(dictionary: &Matrix, size: CanvasSize, palette: &Palette) -> Scene {
    let count = dictionary.rows().max(1);
    let columns = signal_columns(count);
    let rows = count.div_ceil(columns);
    let pitch = [size.width / columns as f32, size.height / rows as f32];
    let most = largest(&dictionary.values);
    let range = Extent {
        low: -most,
        high: most,
    };
    let mut scene = Scene::default();
    for unit in 0..dictionary.rows() {
        let (column, row) = (unit % columns, unit / columns);
        let corner = [column as f32 * pitch[0], row as f32 * pitch[1]];
        let trace = Trace {
            values: dictionary.row(unit),
            stroke: palette.code,
            width: 1.5,
            dashed: false,
        };
        let area = [corner[0], corner[1], pitch[0] - 8.0, pitch[1] - 6.0];
        add_signals(&mut scene, &[trace], range, area);
    }
    scene
}
