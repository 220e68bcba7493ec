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
            // The other buttons open menus.
            move |event: PointerEvent| *dragging.borrow_mut() = event.button() == 0
        }),
        onpointermove: Callback::from({
            let dragging = dragging.clone();
            move |event: PointerEvent| {
                // It may have been let go elsewhere.
                if *dragging.borrow() && event.buttons() > 0 {
                    turn(&event);
                }
            }
        }),
        end: Callback::from(move |_| *dragging.borrow_mut() = false),
    }
}
