//! The trainer's shell: message -> engine -> message.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::Engine;
use crate::protocol::Event;
use crate::wire::{message_from_js, parcel_from_message};

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(event: Event) {
    let sent = parcel_from_message(event)
        .and_then(|parcel| scope().post_message_with_transfer(&parcel.message, &parcel.transfer));
    if let Err(error) = sent {
        wasm_bindgen::throw_val(error);
    }
}

/// Answers commands until the page ends the worker.
pub fn serve() {
    std::panic::set_hook(Box::new(|info| {
        post(Event::Crashed {
            why: info.to_string(),
        });
    }));
    let performance = scope().performance();
    let mut engine = Engine::new(move || performance.as_ref().map_or(0.0, |clock| clock.now()));
    let on_message =
        Closure::<dyn FnMut(MessageEvent)>::new(
            move |message: MessageEvent| match message_from_js(message.data()) {
                Ok(command) => engine.handle(command).map_or((), post),
                Err(error) => wasm_bindgen::throw_val(error),
            },
        );
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(Engine::ready());
}
