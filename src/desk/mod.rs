//! The desk: what goes out of the page and comes in. A program of its own, fetched when it is first asked for; its
//! files are made in a thread of its own.

mod about;
mod builder;
mod class;
mod copied;
mod data;
mod dialog;
mod download;
mod export;
mod film;
mod grey;
mod legend;
mod picture;
mod pictures;
mod scan;
mod served;
mod share;
mod sheet;
mod speed;
mod status;
mod table;
mod thread;
mod vector;
mod worksheet;

pub use served::serve;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::protocol::{Brief, Told};
use crate::ui::speak_first;
use crate::wire::{message_from_js, parcel_from_message};
use crate::words::Spoken;
use dialog::{Dialog, DialogProps};

/// Puts the page that says how fast this device trains in the place of the lessons.
pub fn measure() {
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("page"));
    let Some(place) = place else {
        return;
    };
    spawn_local(async move {
        speak_first().await;
        Spoken::now().take_over();
        yew::Renderer::<speed::Speed>::with_root(place).render();
    });
}

/// Opens a door on the page with a brief; what comes of it is told, and the last of it is that it is closed.
pub fn open(brief: JsValue, hear: js_sys::Function) {
    let brief: Brief = match message_from_js(brief) {
        Ok(brief) => brief,
        Err(error) => wasm_bindgen::throw_val(error),
    };
    brief.spoken.clone().take_over();
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| {
        let place = document.create_element("div").ok()?;
        document.body()?.append_child(&place).ok()?;
        Some(place)
    });
    let Some(place) = place else {
        return;
    };
    let app: Rc<RefCell<Option<AppHandle<Dialog>>>> = Rc::default();
    let was_closed = Cell::new(false);
    let tell = Callback::from({
        let (app, place) = (app.clone(), place.clone());
        move |told: Told| {
            // What is read to its end after that is brought to nobody.
            let is_late = was_closed.get();
            if is_late && matches!(told, Told::Brought(_) | Told::Data(_)) {
                return;
            }
            let is_closed = told == Told::Closed;
            was_closed.set(is_late || is_closed);
            if let Ok(parcel) = parcel_from_message(told) {
                // The page listens as long as it is there.
                let _ = hear.call1(&JsValue::NULL, &parcel.message);
            }
            if is_closed {
                let (app, place) = (app.clone(), place.clone());
                // Not while it still answers the event.
                Timeout::new(0, move || {
                    if let Some(app) = app.take() {
                        app.destroy();
                    }
                    place.remove();
                })
                .forget();
            }
        }
    });
    let props = DialogProps {
        brief: Rc::new(brief),
        tell,
    };
    let handle = yew::Renderer::<Dialog>::with_root_and_props(place, props).render();
    app.replace(Some(handle));
}
