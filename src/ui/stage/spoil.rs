//! The chosen sample to be spoilt, or an empty sheet to draw on, and what becomes of it.

use std::rc::Rc;

use web_sys::{HtmlCanvasElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::strangeness::Strangeness;
use crate::plot::{Magnification, Palette, Pixels, Theme, tile};
use crate::protocol::Sketched;
use crate::session::{Action, Brush, Picture, State};
use crate::settings::{NoiseChoice, Shape};
use crate::ui::hooks::{CanvasSize, place_on, use_canvas_size, use_painting};
use crate::ui::shared::canvas::{context, prepare, put};
use crate::ui::shared::samples::mean_squared_error;
use crate::ui::shared::tile_canvas::{Concept, TileCanvas, paper};
use crate::words::words;

pub struct SpoilProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

pub fn spoil_figure(props: &SpoilProps) -> Html {
    let (state, picture, theme) = (&props.state, &props.picture, props.theme);
    let words = &words().spoil;
    let Some(image) = state.sketched() else {
        return html! { <div class="spoil" /> };
    };
    let on_sheet = state.sketch.on_sheet;
    let is_noisy = state.training.settings.noise != NoiseChoice::None;
    let sample = state.followed().filter(|_| !on_sheet);
    let paper = paper(picture);
    let shape = picture.facts.shape;
    // What it should become: the clean sample, or the drawing itself.
    let x = match sample {
        Some(sample) => picture.facts.x.row(sample as usize),
        None => &image,
    };
    let made = picture.snapshot.sketch.as_ref();
    let shown = |letter: &'static str, name: &str, values: &[f32], concept: Concept| {
        let is_there = !values.is_empty();
        let error = is_there.then(|| mean_squared_error(x, values));
        html! {
            <figure>
                <figcaption><span class={classes!("letter", (concept == Concept::Pca).then_some("pca"), (concept == Concept::Reconstruction).then_some("reconstruction"))}>{letter}</span>{" "}{name}</figcaption>
                if is_there {
                    <TileCanvas values={paper.unit(values)} {shape} {concept} {theme} label={name.to_owned()} />
                }
                <p class="error">{for error.map(|error| words.error(error.into()))}</p>
            </figure>
        }
    };
    let brush = |brush: Brush, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::BrushChosen(brush));
        html! {
            <label>
                <input type="radio" name="brush" checked={state.sketch.brush == brush} {onchange} />
                <span>{name}</span>
            </label>
        }
    };
    let clear = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::SketchCleared)
    };
    let none: &[f32] = &[];
    let plain = match props.picture.snapshot.plain_step {
        Some(step) => words.plain_step(step),
        None => words.plain.to_owned(),
    };
    let ground = |sheet: bool, name: &'static str| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::SheetChosen(sheet));
        html! {
            <label>
                <input type="radio" name="ground" checked={on_sheet == sheet} {onchange} />
                <span>{name}</span>
            </label>
        }
    };
    let (yours, back, hint, label, help) = match on_sheet {
        true => (
            words.yours_mark,
            words.wipe,
            words.sheet_hint,
            words.sheet,
            words.sheet_help,
        ),
        false => (
            words.yours,
            words.put_back,
            words.hint,
            words.drawable,
            words.help,
        ),
    };
    let strange = made.filter(|made| !made.errors.values.is_empty() && (on_sheet || !is_noisy));
    html! {
        <>
            <div class="brushes">
                <fieldset class="tabs ground" aria-label={words.ground}>
                    <legend class="unseen">{words.ground}</legend>
                    <div class="segments">{ground(false, words.on_sample)}{ground(true, words.on_sheet)}</div>
                </fieldset>
                <fieldset class="tabs" aria-label={words.brush}>
                    <legend class="unseen">{words.brush}</legend>
                    <div class="segments">{brush(Brush::Ink, words.ink)}{brush(Brush::Rubber, words.rubber)}</div>
                </fieldset>
                <button type="button" class="link" disabled={!state.is_spoilt()} onclick={clear}>{back}</button>
                <p class="note">{hint}</p>
            </div>
            <div class={classes!("spoil", on_sheet.then_some("sheet"), is_noisy.then_some("noisy"))} data-help={help}>
                if !on_sheet {
                    {shown("x", words.clean, x, Concept::Input)}
                }
                <figure>
                    <figcaption><span class="letter">{if on_sheet { "x" } else { "x̃" }}</span>{" "}{yours}</figcaption>
                    <Drawable values={paper.unit(&image)} {shape} {label} {theme} dispatch={props.dispatch.clone()} />
                    <p class="error">{for sample.map(|_| words.error(mean_squared_error(x, &image).into()))}</p>
                </figure>
                {shown("r", if is_noisy { words.repaired } else { words.reconstruction }, made.map_or(none, |made| &made.reconstruction.values), Concept::Reconstruction)}
                if is_noisy {
                    {shown("r", &plain, made.map_or(none, |made| &made.plain.values), Concept::Reconstruction)}
                }
                {shown("", words.pca, made.map_or(none, |made| &made.pca.values), Concept::Pca)}
                if let Some(made) = strange {
                    <Strangeness errors={made.errors.values.clone()} own={own_error(made)} is_drawn={!on_sheet || state.is_spoilt()} {theme} />
                }
            </div>
        </>
    }
}

/// Of the image as it was sent through the network, clean or not.
fn own_error(made: &Sketched) -> f32 {
    mean_squared_error(&made.input.values, &made.reconstruction.values)
}

#[derive(PartialEq, Properties)]
struct DrawableProps {
    /// Row by row, 0 … 1.
    values: Vec<f32>,
    shape: Shape,
    label: &'static str,
    theme: Theme,
    dispatch: Callback<Action>,
}

/// The side of an image's pixel in device pixels: a whole number, so that the pointer is on one.
fn scale(size: CanvasSize, width: usize, height: usize) -> usize {
    let room = size.devices();
    (room[0] / width).min(room[1] / height).max(1)
}

/// An image that pointer, finger and keys draw on.
#[component]
fn Drawable(props: &DrawableProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let stroke = use_mut_ref(|| None::<[f32; 2]>);
    // Where the keys draw, once they do.
    let cell = use_state_eq(|| None::<[usize; 2]>);
    let (width, height) = match props.shape {
        Shape::Image { width, height } => (width, height),
        Shape::Point(_) | Shape::Signal(_) => (1, 1),
    };
    use_painting((props.values.clone(), props.theme, size, *cell), {
        let node = node.clone();
        move |(values, theme, size, cell)| {
            let Some(context) = prepare(&node, *size).and_then(|canvas| context(&canvas)) else {
                return;
            };
            let palette = Palette::of(*theme);
            let scale = scale(*size, width, height);
            put(
                &context,
                &tile(
                    values,
                    width,
                    &palette.ramps.input,
                    Magnification::whole(scale),
                ),
                0,
                0,
            );
            if let Some([column, row]) = *cell {
                // Four thin bars round the cell.
                let line = size.device(2.0).max(1);
                let long = Pixels::filled(scale, line, palette.error);
                let tall = Pixels::filled(line, scale, palette.error);
                let [left, top] = [column * scale, row * scale];
                put(&context, &long, left, top);
                put(&context, &long, left, top + scale - line);
                put(&context, &tall, left, top);
                put(&context, &tall, left + scale - line, top);
            }
        }
    });
    let pixel_at = move |event: &MouseEvent| {
        let scale = scale(size, width, height) as f32;
        let place = place_on(event)?;
        Some(place.map(|css| css * size.scale as f32 / scale))
    };
    let onpointerdown = {
        let (dispatch, stroke) = (props.dispatch.clone(), stroke.clone());
        move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            let canvas: Option<HtmlCanvasElement> = event.target_dyn_into();
            if let Some(canvas) = canvas {
                // A stroke may leave the image and come back.
                let _ = canvas.set_pointer_capture(event.pointer_id());
            }
            *stroke.borrow_mut() = pixel_at(&event);
            if let Some(at) = pixel_at(&event) {
                dispatch.emit(Action::Scribbled(at, at));
            }
        }
    };
    let onpointermove = {
        let (dispatch, stroke) = (props.dispatch.clone(), stroke.clone());
        move |event: PointerEvent| {
            let before = *stroke.borrow();
            if let Some((from, to)) = before.zip(pixel_at(&event)) {
                *stroke.borrow_mut() = Some(to);
                dispatch.emit(Action::Scribbled(from, to));
            }
        }
    };
    let end = move |_: PointerEvent| *stroke.borrow_mut() = None;
    let onkeydown = {
        let (dispatch, cell) = (props.dispatch.clone(), cell.clone());
        move |event: KeyboardEvent| {
            let at = cell.unwrap_or([width / 2, height / 2]);
            let to = match event.key().as_str() {
                "ArrowLeft" => [at[0].saturating_sub(1), at[1]],
                "ArrowRight" => [(at[0] + 1).min(width - 1), at[1]],
                "ArrowUp" => [at[0], at[1].saturating_sub(1)],
                "ArrowDown" => [at[0], (at[1] + 1).min(height - 1)],
                "Enter" => at,
                _ => return,
            };
            event.prevent_default();
            cell.set(Some(to));
            if event.key() == "Enter" {
                let middle = to.map(|place| place as f32 + 0.5);
                dispatch.emit(Action::Scribbled(middle, middle));
            }
        }
    };
    let onblur = move |_: FocusEvent| cell.set(None);
    html! {
        <canvas ref={node} class="tile drawable-image" role="img" tabindex="0" aria-label={props.label}
            {onpointerdown} {onpointermove} onpointerup={end.clone()} onpointercancel={end} {onkeydown} {onblur} />
    }
}
