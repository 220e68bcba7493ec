use std::cell::RefCell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

/// The painting that a canvas waits for.
#[derive(Default)]
struct Pending {
    paint: Option<Box<dyn FnOnce()>>,
    frame: Option<AnimationFrame>,
}

/// Paints a canvas with the next frame of the screen, whenever what it depends on has changed: what
/// changes twice is painted once.
#[hook]
pub fn use_painting<D: PartialEq + 'static>(depends_on: D, paint: impl FnOnce(&D) + 'static) {
    use_painting_after(0, depends_on, paint);
}

/// The same a frame later, for what stands beside the figure that is looked at: one message's
/// pictures together would fill a frame.
#[hook]
pub fn use_later_painting<D: PartialEq + 'static>(depends_on: D, paint: impl FnOnce(&D) + 'static) {
    use_painting_after(1, depends_on, paint);
}

#[hook]
fn use_painting_after<D: PartialEq + 'static>(
    frames: u32,
    depends_on: D,
    paint: impl FnOnce(&D) + 'static,
) {
    let pending = use_mut_ref(Pending::default);
    use_effect_with(Rc::new(depends_on), move |depends_on| {
        let depends_on = depends_on.clone();
        let is_waiting = {
            let newest = Box::new(move || paint(&depends_on));
            pending.borrow_mut().paint.replace(newest).is_some()
        };
        if !is_waiting {
            wait(&pending, frames);
        }
    });
}

/// Waits for so many frames, then paints with the next. The frame goes with the canvas.
fn wait(pending: &Rc<RefCell<Pending>>, frames: u32) {
    let this = Rc::downgrade(pending);
    let frame = request_animation_frame(move |_| {
        let Some(pending) = this.upgrade() else {
            return;
        };
        if frames > 0 {
            return wait(&pending, frames - 1);
        }
        let paint = pending.borrow_mut().paint.take();
        if let Some(paint) = paint {
            paint();
        }
    });
    pending.borrow_mut().frame = Some(frame);
}
