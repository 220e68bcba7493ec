use web_sys::{MouseEvent, PointerEvent};
use yew::prelude::*;

/// What a canvas does with a pointer that turns something: a press turns it where it lets go, a drag all
/// the way. A click turns, not a press: a finger that presses may be about to scroll.
pub struct Dragging {
    pub onclick: Callback<MouseEvent>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub end: Callback<PointerEvent>,
}

#[hook]
pub fn use_dragging(turn: impl Fn(&MouseEvent) + 'static) -> Dragging {
    let dragging = use_mut_ref(|| false);
    let turn = std::rc::Rc::new(turn);
    Dragging {
        onclick: Callback::from({
            let turn = turn.clone();
            move |event: MouseEvent| turn(&event)
        }),
        onpointerdown: Callback::from({
            let dragging = dragging.clone();
            move |_| *dragging.borrow_mut() = true
        }),
        onpointermove: Callback::from({
            let dragging = dragging.clone();
            move |event: PointerEvent| {
                if *dragging.borrow() {
                    turn(&event);
                }
            }
        }),
        end: Callback::from(move |_| *dragging.borrow_mut() = false),
    }
}
