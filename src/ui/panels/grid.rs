//! The decoder all over the plane of two code numbers: pictures drawn from the code.

use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::plot::{Magnification, Palette, Pixels, Theme, tile};
use crate::protocol::Grid;
use crate::session::{Action, Picture};
use crate::settings::Shape;
use crate::ui::hooks::{CanvasSize, place_on, use_canvas_size, use_later_painting};
use crate::ui::shared::canvas::{context, prepare, put};
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::{subscript, words, written};

#[derive(Clone, PartialEq, Properties)]
pub struct GridProps {
    pub picture: Picture,
    pub probe: Option<[f32; 2]>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// A place of the grid: column and row, from the top left.
type Cell = [usize; 2];

/// The cell whose code numbers are nearest.
fn cell_of(grid: &Grid, code: [f32; 2]) -> Cell {
    let place = |axis: usize| {
        let [low, high] = grid.ranges[axis];
        let last = grid.sides[axis] as f32 - 1.0;
        let part = (code[axis] - low) / (high - low).max(f32::MIN_POSITIVE);
        (part * last).round().clamp(0.0, last) as usize
    };
    let rows = grid.sides[1] as usize;
    [place(0), rows - 1 - place(1)]
}

/// How large an image is, and the sides of a cell in device pixels.
fn cells(size: CanvasSize, grid: &Grid, image: [usize; 2]) -> (Magnification, [usize; 2]) {
    let gap = size.device(2.0).max(1);
    let canvas = size.devices();
    let room =
        [0, 1].map(|axis| (canvas[axis] / (grid.sides[axis] as usize).max(1)).saturating_sub(gap));
    let magnification = Magnification::within(image, room);
    (
        magnification,
        image.map(|pixels| magnification.side(pixels) + gap),
    )
}

#[component]
pub fn CodeGrid(props: &GridProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let Shape::Image { width, height } = props.picture.facts.shape else {
        return Html::default();
    };
    use_later_painting((props.clone(), size), {
        let node = node.clone();
        move |(props, size)| {
            let Some(grid) = &props.picture.snapshot.uses.grid else {
                return;
            };
            let drawn = prepare(&node, *size).and_then(|canvas| context(&canvas));
            let Some(context) = drawn else { return };
            let palette = Palette::of(props.theme);
            let (magnification, [across, down]) = cells(*size, grid, [width, height]);
            let chosen = props.probe.map(|probe| cell_of(grid, probe));
            let paper = paper(&props.picture);
            for at in 0..grid.decoded.rows() {
                let columns = (grid.sides[0] as usize).max(1);
                let cell = [at % columns, at / columns];
                let [left, top] = [cell[0] * across, cell[1] * down];
                if chosen == Some(cell) {
                    let frame = Pixels::filled(across, down, palette.ink);
                    put(&context, &frame, left, top);
                }
                let values = paper.unit(grid.decoded.row(at));
                let ramp = Concept::Reconstruction.ramp(palette);
                let inset = size.device(1.0);
                let image = tile(&values, width, ramp, magnification);
                put(&context, &image, left + inset, top + inset);
            }
        }
    });
    let grid = props.picture.snapshot.uses.grid.as_ref();
    let code_at = {
        let grid = grid.cloned();
        move |event: &MouseEvent| {
            let (place, grid) = place_on(event).zip(grid.as_ref())?;
            let (_, sides) = cells(size, grid, [width, height]);
            let cell = [0, 1].map(|axis| size.device(place[axis].max(0.0)) / sides[axis]);
            let is_in = (0..2).all(|axis| cell[axis] < grid.sides[axis] as usize);
            is_in.then(|| grid.code_of(cell))
        }
    };
    let onpointermove = {
        let (dispatch, code_at) = (props.dispatch.clone(), code_at.clone());
        move |event: PointerEvent| dispatch.emit(Action::ProbeMoved(code_at(&event)))
    };
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |event: MouseEvent| dispatch.emit(Action::ProbeMoved(code_at(&event)))
    };
    let onkeydown = {
        let (dispatch, grid, probe) = (props.dispatch.clone(), grid.cloned(), props.probe);
        move |event: KeyboardEvent| {
            let Some(grid) = &grid else { return };
            let by: [i32; 2] = match event.key().as_str() {
                "ArrowLeft" => [-1, 0],
                "ArrowRight" => [1, 0],
                "ArrowUp" => [0, -1],
                "ArrowDown" => [0, 1],
                _ => return,
            };
            event.prevent_default();
            let middle = grid.sides.map(|side| side as usize / 2);
            let cell = probe.map_or(middle, |probe| cell_of(grid, probe));
            let moved = [0, 1].map(|axis| {
                let last = grid.sides[axis] as i32 - 1;
                (cell[axis] as i32 + by[axis]).clamp(0, last) as usize
            });
            dispatch.emit(Action::ProbeMoved(Some(grid.code_of(moved))));
        }
    };
    let (words, panels) = (&words().purposes, &words().panels);
    let decoded = props.picture.snapshot.probe.as_ref();
    let decoded = decoded.filter(|_| props.probe.is_some());
    let k = props.picture.snapshot.k;
    html! {
        <section class="code-grid" data-help={words.grid_help}>
            <h3>{words.grid}<small>{words.grid_note}</small></h3>
            <div class="parts">
                <canvas ref={node} role="img" tabindex="0" aria-label={words.grid_summary} {onpointermove} {onclick} {onkeydown} />
                <figure>
                    if let Some(probe) = decoded {
                        <TileCanvas values={paper(&props.picture).unit(&probe.decoded.values)} shape={props.picture.facts.shape}
                            concept={Concept::Reconstruction} theme={props.theme} label={panels.decoded} />
                        <figcaption>
                            {for props.picture.snapshot.axes.iter().zip(probe.at).take(k.min(2) as usize).map(|(unit, h)| html! {
                                <span><span class="letter code">{format!("h{}", subscript(unit + 1))}</span>{" "}{written(h.into(), 2)}</span>
                            })}
                        </figcaption>
                    } else {
                        <p class="note">{words.grid_hint}</p>
                    }
                </figure>
            </div>
        </section>
    }
}
