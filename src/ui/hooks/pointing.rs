use web_sys::{MouseEvent, PointerEvent};
use yew::Callback;

use crate::session::Action;

/// What a canvas of samples does with a pointer: it hovers, selects and leaves them. A click selects,
/// not a press: a finger that presses may be about to scroll.
pub struct Pointing {
    pub onpointermove: Callback<PointerEvent>,
    pub onclick: Callback<MouseEvent>,
    pub onpointerleave: Callback<PointerEvent>,
}

/// From the way to find the sample under a pointer.
pub fn pointing(
    dispatch: &Callback<Action>,
    sample_at: impl Fn(&MouseEvent) -> Option<u32> + Clone + 'static,
) -> Pointing {
    let (hover, select, leave) = (dispatch.clone(), dispatch.clone(), dispatch.clone());
    let hovered_at = sample_at.clone();
    Pointing {
        onpointermove: Callback::from(move |event: PointerEvent| {
            hover.emit(Action::SampleHovered(hovered_at(&event)));
        }),
        onclick: Callback::from(move |event: MouseEvent| {
            select.emit(Action::SampleSelected(sample_at(&event)));
        }),
        onpointerleave: Callback::from(move |_| leave.emit(Action::SampleHovered(None))),
    }
}
