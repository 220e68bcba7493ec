use std::cell::RefCell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

/// How many device pixels a CSS pixel has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Density(pub f64);

impl Density {
    fn now() -> Self {
        Self(web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()))
    }
}

/// The density as it changes: when the window moves to another screen, or the browser zooms. No event
/// tells of it in every browser, so that it is looked at with each frame.
#[hook]
pub fn use_density() -> Density {
    let density = use_state_eq(Density::now);
    use_effect_with((), {
        let setter = density.setter();
        move |()| {
            let frame = Rc::new(RefCell::new(None::<AnimationFrame>));
            watch(frame.clone(), move |now| setter.set(now));
            move || drop(frame)
        }
    });
    *density
}

fn watch(frame: Rc<RefCell<Option<AnimationFrame>>>, tell: impl Fn(Density) + 'static) {
    let next = Rc::downgrade(&frame);
    let handle = request_animation_frame(move |_| {
        // What is told already changes nothing.
        tell(Density::now());
        if let Some(frame) = next.upgrade() {
            watch(frame, tell);
        }
    });
    frame.replace(Some(handle));
}
