//! The trainer's thread, as the page holds it.

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::protocol::{Command, Event, VERSION};
use crate::wire::{message_from_js, parcel_from_message};
use crate::words::words;

/// It does not end by itself when nobody listens any more: it ends with this value.
pub struct Thread {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Thread {
    /// Starts one; what it says, or why it can say nothing, is heard. An error is a sentence.
    pub fn start(hear: impl Fn(Result<Event, String>) + Clone + 'static) -> Result<Self, String> {
        let worker = start_worker().map_err(|error| describe(&error))?;
        let on_message = EventListener::new(&worker, "message", {
            let hear = hear.clone();
            move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                hear(message_from_js(data).map_err(|error| describe(&error)));
            }
        });
        let on_error = EventListener::new(&worker, "error", move |event| {
            let why = event.dyn_ref::<ErrorEvent>().map_or_else(
                || words().notices.no_trainer.to_owned(),
                ErrorEvent::message,
            );
            hear(Err(why));
        });
        Ok(Self {
            worker,
            _listeners: [on_message, on_error],
        })
    }

    pub fn post(&self, command: Command) -> Result<(), String> {
        parcel_from_message(command)
            .and_then(|parcel| {
                let Self { worker, .. } = self;
                worker.post_message_with_transfer(&parcel.message, &parcel.transfer)
            })
            .map_err(|error| describe(&error))
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The trainer's thread. The version in the address keeps an old one out of the cache. A page in a
/// sandboxed frame is of no host, and may start no worker of one: there a script of its own does it.
fn start_worker() -> Result<Worker, JsValue> {
    Worker::new(&format!("./trainer.js?{VERSION}")).or_else(|_| {
        let base = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.base_uri().ok()?)
            .ok_or(words().notices.no_address)?;
        let here = web_sys::Url::new_with_base(".", &base)?.href();
        let script = format!(
            "self.hourglass = {{ base: '{here}', build: '?{VERSION}' }};
            importScripts('{here}trainer.js?{VERSION}');"
        );
        let blob = web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&script.into()))?;
        Worker::new(&web_sys::Url::create_object_url_with_blob(&blob)?)
    })
}

pub fn describe(error: &JsValue) -> String {
    error
        .as_string()
        .or_else(|| {
            error
                .dyn_ref::<js_sys::Error>()
                .and_then(|error| error.message().as_string())
        })
        .unwrap_or_else(|| words().notices.unknown.to_owned())
}
