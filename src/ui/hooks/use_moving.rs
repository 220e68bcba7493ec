use web_sys::{HtmlCanvasElement, MouseEvent, PointerEvent};
use yew::prelude::*;

use super::{Pointing, place_on};
use crate::plot::Viewport;
use crate::session::Action;

/// A pointer that goes no further has pressed, not dragged.
const LEAST_DRAG: f32 = 4.0;

/// A point under the pointer, from a press on.
#[derive(Clone, Copy)]
struct Drag {
    sample: u32,
    view: Viewport,
    from: [f32; 2],
    has_moved: bool,
}

/// What a canvas of points does with a pointer that may move them.
pub struct Moving {
    /// Where the data lie on the canvas while a point is dragged: it would run away from the pointer if the
    /// picture made room for it at once.
    pub held: Option<Viewport>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onclick: Callback<MouseEvent>,
    pub end: Callback<PointerEvent>,
}

/// From the way to find the sample under a pointer, and where the data lie. A mouse drags any sample; a finger
/// may be about to scroll, and drags the one that it has selected before.
#[hook]
pub fn use_moving(
    grasp: impl Fn(&PointerEvent) -> Option<(u32, Viewport)> + 'static,
    pointing: Pointing,
    dispatch: &Callback<Action>,
) -> Moving {
    let drag = use_mut_ref(|| None::<Drag>);
    let was_drag = use_mut_ref(|| false);
    let held = use_state_eq(|| None::<Viewport>);
    let onpointerdown = {
        let (drag, was_drag) = (drag.clone(), was_drag.clone());
        move |event: PointerEvent| {
            *was_drag.borrow_mut() = false;
            let grasped = grasp(&event).filter(|_| event.is_primary() && event.button() == 0);
            *drag.borrow_mut() = grasped.zip(place_on(&event)).map(|((sample, view), from)| {
                let canvas: Option<HtmlCanvasElement> = event.target_dyn_into();
                if let Some(canvas) = canvas {
                    // A drag may leave the picture and come back.
                    let _ = canvas.set_pointer_capture(event.pointer_id());
                }
                Drag {
                    sample,
                    view,
                    from,
                    has_moved: false,
                }
            });
        }
    };
    let onpointermove = {
        let (drag, held, dispatch) = (drag.clone(), held.clone(), dispatch.clone());
        move |event: PointerEvent| {
            let dragged = *drag.borrow();
            let Some((mut dragged, place)) = dragged.zip(place_on(&event)) else {
                pointing.onpointermove.emit(event);
                return;
            };
            let way = [0, 1].map(|axis| place[axis] - dragged.from[axis]);
            dragged.has_moved |= way[0].hypot(way[1]) >= LEAST_DRAG;
            *drag.borrow_mut() = Some(dragged);
            if dragged.has_moved {
                let [left, top, width, height] = dragged.view.area;
                let inside = [
                    place[0].clamp(left, left + width.max(0.0)),
                    place[1].clamp(top, top + height.max(0.0)),
                ];
                held.set(Some(dragged.view));
                let to = dragged.view.data_from_screen(inside);
                dispatch.emit(Action::PointMoved(dragged.sample, to));
            }
        }
    };
    let onclick = {
        let was_drag = was_drag.clone();
        move |event: MouseEvent| {
            if !was_drag.replace(false) {
                pointing.onclick.emit(event);
            }
        }
    };
    let end = {
        let held = held.clone();
        move |_: PointerEvent| {
            let ended = drag.borrow_mut().take();
            *was_drag.borrow_mut() |= ended.is_some_and(|drag| drag.has_moved);
            held.set(None);
        }
    };
    Moving {
        held: *held,
        onpointerdown: onpointerdown.into(),
        onpointermove: onpointermove.into(),
        onclick: onclick.into(),
        end: end.into(),
    }
}
