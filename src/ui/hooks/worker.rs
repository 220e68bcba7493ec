//! The trainer's thread, as the page holds it.

use js_sys::Error;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::protocol::{Command, Event};
use crate::wire::{message_from_js, parcel_from_message};
use crate::words::words;

// What static/start.js has under way before this program runs.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn trainer(hear: &JsValue, fail: &JsValue) -> Result<Worker, JsValue>;
}

/// It does not end by itself when nobody listens any more: it ends with this value.
pub struct Thread {
    worker: Worker,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(JsValue)>,
}

impl Thread {
    /// Starts one; what it says, or why it can say nothing, is heard. An error is a sentence.
    pub fn start(hear: impl Fn(Result<Event, String>) + Clone + 'static) -> Result<Self, String> {
        let fail = Closure::<dyn FnMut(JsValue)>::new({
            let hear = hear.clone();
            move |event: JsValue| {
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                hear(Err(explain(message)));
            }
        });
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            hear(message_from_js(event.data()).map_err(|error| describe(&error)));
        });
        let worker = trainer(hear.as_ref(), fail.as_ref()).map_err(|error| describe(&error))?;
        Ok(Self {
            worker,
            _hear: hear,
            _fail: fail,
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
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Why a trainer died, by what its thread says.
fn explain(message: Option<String>) -> String {
    let words = &words().notices;
    match message {
        None => words.no_trainer.to_owned(),
        // A panic tells why before it ends so; memory that cannot grow tells nothing.
        Some(message) if message.to_lowercase().contains("unreachable") => {
            words.no_memory.to_owned()
        }
        Some(message) => message,
    }
}

pub fn describe(error: &JsValue) -> String {
    error
        .as_string()
        .or_else(|| {
            error
                .dyn_ref::<Error>()
                .and_then(|error| error.message().as_string())
        })
        .unwrap_or_else(|| words().notices.unknown.to_owned())
}
