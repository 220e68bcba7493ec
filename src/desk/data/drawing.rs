use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::data::OwnData;
use crate::import::{Album, Cloud, Place, Tool};
use crate::words::{DeskWords, desk_words};

type Title = fn(&'static DeskWords) -> &'static str;

const TOOLS: [(Tool, Title); 3] = [
    (Tool::Spray, |w| w.samples.spray),
    (Tool::Line, |w| w.samples.line),
    (Tool::Erase, |w| w.samples.erase),
];
/// How far an arrow key moves the pen.
const STRIDE: f32 = 0.05;
/// Units of the drawing from one edge to the other.
const ACROSS: f32 = 200.0;

#[derive(PartialEq, Properties)]
pub struct DrawingProps {
    /// Whether images are drawn, and not points.
    pub is_images: bool,
    pub take: Callback<Rc<OwnData>>,
}

/// Samples drawn with pointer, finger or keys.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let words = &desk_words().samples;
    let is_images = props.is_images;
    let cloud = use_mut_ref(Cloud::default);
    let album = use_mut_ref(Album::default);
    let tool = use_state_eq(|| if is_images { Tool::Line } else { Tool::Spray });
    // Where the pen is while it is down, and where keys have moved it.
    let pen = use_mut_ref(|| None::<Place>);
    let cursor = use_mut_ref(|| None::<Place>);
    let redraw = use_force_update();
    let begin = {
        let (cloud, album) = (cloud.clone(), album.clone());
        move || match is_images {
            true => album.borrow_mut().begin(),
            false => cloud.borrow_mut().begin(),
        }
    };
    let stroke = {
        let (cloud, album, tool) = (cloud.clone(), album.clone(), *tool);
        move |from: Place, to: Place| match is_images {
            true => album.borrow_mut().stroke(tool, from, to),
            false => cloud.borrow_mut().stroke(tool, from, to),
        }
    };
    let onpointerdown = {
        let (pen, cursor, redraw) = (pen.clone(), cursor.clone(), redraw.clone());
        let (begin, stroke) = (begin.clone(), stroke.clone());
        move |event: PointerEvent| {
            let Some(place) = place(&event) else {
                return;
            };
            if let Some(element) = event.target_dyn_into::<Element>() {
                // Without it, a stroke ends at the edge.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            begin();
            stroke(place, place);
            pen.replace(Some(place));
            cursor.take();
            redraw.force_update();
        }
    };
    let onpointermove = {
        let (pen, stroke, redraw) = (pen.clone(), stroke.clone(), redraw.clone());
        move |event: PointerEvent| {
            let before = *pen.borrow();
            if let (Some(from), Some(to)) = (before, place(&event)) {
                stroke(from, to);
                pen.replace(Some(to));
                redraw.force_update();
            }
        }
    };
    let lift = move |_: PointerEvent| {
        pen.take();
    };
    let undo = {
        let (cloud, album, redraw) = (cloud.clone(), album.clone(), redraw.clone());
        Callback::from(move |()| {
            match is_images {
                true => album.borrow_mut().undo(),
                false => cloud.borrow_mut().undo(),
            }
            redraw.force_update();
        })
    };
    let onkeydown = {
        let (cursor, redraw, undo) = (cursor.clone(), redraw.clone(), undo.clone());
        move |event: KeyboardEvent| {
            let at = cursor.borrow().unwrap_or([0.0, 0.0]);
            let moved = match event.key().as_str() {
                "ArrowLeft" => [at[0] - STRIDE, at[1]],
                "ArrowRight" => [at[0] + STRIDE, at[1]],
                "ArrowUp" => [at[0], at[1] + STRIDE],
                "ArrowDown" => [at[0], at[1] - STRIDE],
                " " | "Enter" => {
                    begin();
                    stroke(at, at);
                    at
                }
                "Backspace" | "Delete" => {
                    undo.emit(());
                    at
                }
                "z" if event.ctrl_key() || event.meta_key() => {
                    undo.emit(());
                    at
                }
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            cursor.replace(Some(moved.map(|x| x.clamp(-1.0, 1.0))));
            redraw.force_update();
        }
    };
    let add = {
        let (album, redraw) = (album.clone(), redraw.clone());
        move |_: MouseEvent| {
            album.borrow_mut().add();
            redraw.force_update();
        }
    };
    let tools = TOOLS
        .iter()
        .filter(|(tool, _)| !is_images || *tool != Tool::Spray);
    let tools = tools.map(|(option, title)| {
        let onchange = {
            let tool = tool.clone();
            move |_: Event| tool.set(*option)
        };
        html! { <label><input type="radio" name="tool" checked={*tool == *option} {onchange} /><span>{title(desk_words())}</span></label> }
    });
    let (can_undo, data, said) = match is_images {
        true => {
            let album = album.borrow();
            (
                album.can_undo(),
                album.data(words.drawn_images),
                words.images_drawn(album.images.len()),
            )
        }
        false => {
            let cloud = cloud.borrow();
            (
                cloud.can_undo(),
                cloud.data(words.drawn_points),
                words.points_drawn(cloud.points.len()),
            )
        }
    };
    let count = data.as_ref().map_or(0, |data| data.labels.len());
    let onclick = {
        let take = props.take.clone();
        move |_: MouseEvent| {
            if let Some(data) = data.clone() {
                take.emit(Rc::new(data));
            }
        }
    };
    let marks = match is_images {
        true => pixels(&album.borrow()),
        false => dots(&cloud.borrow()),
    };
    let label = if is_images {
        words.draw_here_image
    } else {
        words.draw_here
    };
    html! {
        <section class="drawn">
            <div class="ways" role="radiogroup" aria-label={words.tools}>{for tools}</div>
            <svg class="sheet" viewBox={format!("0 0 {ACROSS} {ACROSS}")} tabindex="0" role="application" aria-label={label}
                {onpointerdown} {onpointermove} onpointerup={lift.clone()} onpointercancel={lift} {onkeydown}>
                {marks}
                if let Some(at) = *cursor.borrow() {
                    <path class="cursor" d={cross(at)} />
                }
            </svg>
            <p role="status">{said}</p>
            <div class="actions">
                <button type="button" class="small" disabled={!can_undo} onclick={undo.reform(|_: MouseEvent| ())}>{words.undo}</button>
                if is_images {
                    <button type="button" class="small" disabled={album.borrow().is_blank()} onclick={add}>{words.add}</button>
                }
                <button type="button" class="take" disabled={count == 0} {onclick}>{words.train(count)}</button>
            </div>
        </section>
    }
}

/// A place of the page on the drawing.
fn at([x, y]: Place) -> [f32; 2] {
    [(x + 1.0) / 2.0 * ACROSS, (1.0 - y) / 2.0 * ACROSS]
}

/// Where a pointer is.
fn place(event: &PointerEvent) -> Option<Place> {
    let sheet = event
        .target_dyn_into::<Element>()?
        .closest(".sheet")
        .ok()??;
    let area = sheet.get_bounding_client_rect();
    let x = (f64::from(event.client_x()) - area.left()) / area.width();
    let y = (f64::from(event.client_y()) - area.top()) / area.height();
    Some([x * 2.0 - 1.0, 1.0 - y * 2.0].map(|x| x as f32))
}

fn cross(place: Place) -> String {
    let [x, y] = at(place);
    format!("M{} {y}h16M{x} {}v16", x - 8.0, y - 8.0)
}

fn dots(cloud: &Cloud) -> Html {
    let dots = cloud.points.iter().map(|&point| {
        let [x, y] = at(point);
        html! { <circle cx={x.to_string()} cy={y.to_string()} r="1.8" /> }
    });
    html! { <>{for dots}</> }
}

/// What is under the brush, and beside it what is drawn already.
fn pixels(album: &Album) -> Html {
    let side = album.side();
    let pitch = ACROSS / side as f32;
    let inked = album
        .sheet
        .iter()
        .enumerate()
        .filter(|(_, ink)| **ink > 0.0);
    let pixels = inked.map(|(at, ink)| {
        let [x, y] = [at % side, at / side].map(|at| (at as f32 * pitch).to_string());
        html! { <rect {x} {y} width={pitch.to_string()} height={pitch.to_string()} fill-opacity={ink.to_string()} /> }
    });
    html! { <>{for pixels}</> }
}
