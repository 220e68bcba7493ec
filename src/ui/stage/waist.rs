use web_sys::{Element, PointerEvent, wasm_bindgen::JsCast};
use yew::prelude::*;

use crate::plot::dragged_k;
use crate::session::Action;
use crate::settings::{Key, Value};
use crate::ui::hooks::use_style;
use crate::words::words;

pub struct WaistProps {
    pub k: u32,
    /// Where the code's column begins and ends, in CSS pixels from the top of the canvas.
    pub ends: [f32; 2],
    pub dispatch: Callback<Action>,
}

/// A handle above and one below the code: dragged apart they widen the bottleneck, together they
/// narrow it. The keyboard has the slider below.
pub fn waist(props: &WaistProps) -> Html {
    html! {
        <>
            <Handle k={props.k} y={props.ends[0]} outwards={-1.0} dispatch={props.dispatch.clone()} />
            <Handle k={props.k} y={props.ends[1]} outwards={1.0} dispatch={props.dispatch.clone()} />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct HandleProps {
    k: u32,
    y: f32,
    /// The direction that widens: up is negative.
    outwards: f64,
    dispatch: Callback<Action>,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    let node = use_node_ref();
    // Where a drag began, and at which bottleneck size.
    let begun = use_mut_ref(|| None::<(f64, u32)>);
    use_style(&node, [("--y", format!("{:.1}px", props.y))]);
    let onpointerdown = {
        let (begun, k) = (begun.clone(), props.k);
        move |event: PointerEvent| {
            let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(element) = target {
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            begun.replace(Some((f64::from(event.client_y()), k)));
            event.prevent_default();
        }
    };
    let onpointermove = {
        let (begun, dispatch) = (begun.clone(), props.dispatch.clone());
        let (outwards, now) = (props.outwards, props.k);
        move |event: PointerEvent| {
            let Some((from, k)) = *begun.borrow() else {
                return;
            };
            let moved = outwards * (f64::from(event.client_y()) - from);
            let k = dragged_k(k, moved).round().max(1.0);
            if k != f64::from(now) {
                dispatch.emit(Action::KnobTurned(Key::K, Value::Number(k)));
            }
        }
    };
    let end = move |_: PointerEvent| {
        begun.replace(None);
    };
    html! {
        <span ref={node} class="waist-handle" aria-hidden="true" title={words().stage.waist_hint}
            {onpointerdown} {onpointermove} onpointerup={end.clone()} onpointercancel={end} />
    }
}
