use web_sys::PointerEvent;
use yew::Callback;

use crate::session::Action;

/// What a canvas of samples does with a pointer: it hovers, selects and leaves them.
pub struct Pointing {
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointerleave: Callback<PointerEvent>,
}

/// From the way to find the sample under a pointer.
pub fn pointing(
    dispatch: &Callback<Action>,
    sample_at: impl Fn(&PointerEvent) -> Option<u32> + Clone + 'static,
) -> Pointing {
    let does = |action: fn(Option<u32>) -> Action| {
        let (dispatch, sample_at) = (dispatch.clone(), sample_at.clone());
        Callback::from(move |event: PointerEvent| dispatch.emit(action(sample_at(&event))))
    };
    let dispatch = dispatch.clone();
    Pointing {
        onpointermove: does(Action::SampleHovered),
        onpointerdown: does(Action::SampleSelected),
        onpointerleave: Callback::from(move |_| dispatch.emit(Action::SampleHovered(None))),
    }
}
