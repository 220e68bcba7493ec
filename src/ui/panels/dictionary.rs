use yew::prelude::*;

use crate::plot::{Extent, Palette, Scene, Theme, Trace, add_signals, tile};
use crate::protocol::Matrix;
use crate::session::Picture;
use crate::settings::Shape;
use crate::ui::hooks::{CanvasSize, use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::{context, draw, prepare, put};
use crate::words::words;

/// Between two tiles, in CSS pixels.
const GAP: f32 = 3.0;

#[derive(PartialEq, Properties)]
pub struct DictionaryProps {
    pub picture: Picture,
    pub theme: Theme,
}

/// Tiles in rows: how many stand side by side, and the side of one pixel.
struct Grid {
    columns: usize,
    scale: usize,
}

/// The largest whole-pixel tiles of (width, height) that fit, `count` of them, into a canvas.
fn fitting(count: usize, [width, height]: [usize; 2], size: CanvasSize) -> Grid {
    let gap = size.device(GAP).max(1);
    let (across, down) = (size.device(size.width), size.device(size.height));
    let columns = |scale: usize| ((across + gap) / (width * scale + gap)).max(1);
    let fits = |&scale: &usize| {
        let rows = count.div_ceil(columns(scale));
        rows * (height * scale + gap) <= down + gap && width * scale <= across
    };
    let scale = (1..=16).rev().find(fits).unwrap_or(1);
    Grid {
        columns: columns(scale),
        scale,
    }
}

fn largest(dictionary: &Matrix) -> f32 {
    let values = dictionary.values.iter();
    values.fold(f32::MIN_POSITIVE, |most, w| most.max(w.abs()))
}

/// The decoder's weights, one picture per code unit, on one symmetric range.
#[component]
pub fn Dictionary(props: &DictionaryProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    use_later_painting((props.picture.clone(), props.theme, size), {
        let node = node.clone();
        move |(picture, theme, size)| {
            let palette = Palette::of(*theme);
            let dictionary = &picture.snapshot.dictionary;
            match picture.facts.shape {
                Shape::Image { width, height } => {
                    draw_tiles(&node, *size, dictionary, [width, height], palette);
                }
                Shape::Signal(_) => draw(&node, *size, &signals(dictionary, *size, palette)),
                Shape::Point(_) => {}
            }
        }
    });
    let summary = words().panels.dictionary_summary(
        props.picture.snapshot.dictionary.rows(),
        largest(&props.picture.snapshot.dictionary),
    );
    html! { <canvas ref={node} class="dictionary" role="img" aria-label={summary} /> }
}

fn draw_tiles(
    node: &NodeRef,
    size: CanvasSize,
    dictionary: &Matrix,
    [width, height]: [usize; 2],
    palette: &Palette,
) {
    let Some(context) = prepare(node, size).and_then(|c| context(&c)) else {
        return;
    };
    let gap = size.device(GAP).max(1);
    let grid = fitting(dictionary.rows(), [width, height], size);
    let largest = largest(dictionary);
    for unit in 0..dictionary.rows() {
        let values: Vec<f32> = dictionary
            .row(unit)
            .iter()
            .map(|w| 0.5 + 0.5 * w / largest)
            .collect();
        let pixels = tile(&values, width, &palette.weight_ramp, grid.scale);
        let left = (unit % grid.columns) * (pixels.width + gap);
        let top = (unit / grid.columns) * (height * grid.scale + gap);
        put(&context, &pixels, left, top);
    }
}

/// Weights over time, a small chart per unit.
fn signals(dictionary: &Matrix, size: CanvasSize, palette: &Palette) -> Scene {
    let count = dictionary.rows().max(1);
    let columns = (count as f32).sqrt().ceil().max(1.0) as usize;
    let rows = count.div_ceil(columns);
    let pitch = [size.width / columns as f32, size.height / rows as f32];
    let most = largest(dictionary);
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
