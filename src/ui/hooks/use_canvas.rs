use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, MouseEvent, ResizeObserver};
use yew::prelude::*;

use super::use_density::Density;

/// The size of a canvas on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CanvasSize {
    /// CSS pixels.
    pub width: f32,
    pub height: f32,
    /// Device pixels per CSS pixel.
    pub scale: f64,
    /// How often the device lost what was painted: it is to be painted again.
    pub losses: u32,
}

impl CanvasSize {
    pub fn css(self) -> [f32; 2] {
        [self.width, self.height]
    }

    /// In device pixels.
    pub fn devices(self) -> [usize; 2] {
        self.css().map(|css| self.device(css))
    }

    pub fn is_empty(self) -> bool {
        self.width < 1.0 || self.height < 1.0
    }

    /// CSS pixels -> device pixels.
    pub fn device(self, css: f32) -> usize {
        (f64::from(css) * self.scale).round() as usize
    }
}

/// The size of an element on the page, as it changes.
#[hook]
pub fn use_canvas_size(node: &NodeRef) -> CanvasSize {
    let size = use_state_eq(CanvasSize::default);
    let setter = size.setter();
    let Density(density) = use_context().unwrap_or(Density(1.0));
    use_effect_with((node.clone(), density), move |(node, density)| {
        let density = *density;
        let element: Option<HtmlElement> = node.cast();
        let (watched, losses) = (element.clone(), Rc::new(Cell::new(0)));
        let lost = Rc::clone(&losses);
        let measure = Rc::new(move || {
            if let Some(element) = &watched {
                setter.set(CanvasSize {
                    width: element.client_width() as f32,
                    height: element.client_height() as f32,
                    scale: zoom(element) * density,
                    losses: losses.get(),
                });
            }
        });
        let paint_again = element.as_ref().map(|element| {
            let measure = Rc::clone(&measure);
            EventListener::new(element, "contextrestored", move |_| {
                lost.set(lost.get() + 1);
                measure();
            })
        });
        let measure = Closure::<dyn FnMut()>::new(move || measure());
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop((measure, paint_again));
        }
    });
    *size
}

/// Where a pointer is on the canvas that it points at, in CSS pixels. Yew listens at the page's root,
/// so the canvas is the event's target, not its current target.
pub fn place_on(event: &MouseEvent) -> Option<[f32; 2]> {
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let bounds = element.get_bounding_client_rect();
    let zoom = zoom(&element) as f32;
    Some([
        (event.client_x() as f32 - bounds.left() as f32) / zoom,
        (event.client_y() as f32 - bounds.top() as f32) / zoom,
    ])
}

/// How many CSS pixels of the window one of the element's is.
pub fn zoom(element: &web_sys::Element) -> f64 {
    let own = f64::from(element.client_width());
    if own > 0.0 {
        element.get_bounding_client_rect().width() / own
    } else {
        1.0
    }
}
