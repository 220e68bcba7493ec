//! The desk's thread: an errand in, what is made out.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::orders::run;
use crate::wire::{message_from_js, parcel_from_message};

/// Carries orders out until the page ends the thread.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |message: MessageEvent| {
            let sent = message_from_js(message.data())
                .and_then(|errand| parcel_from_message(run(errand)))
                .and_then(|parcel| {
                    scope.post_message_with_transfer(&parcel.message, &parcel.transfer)
                });
            if let Err(error) = sent {
                wasm_bindgen::throw_val(error);
            }
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    // Listening: what was sent before is lost.
    if let Err(error) = scope.post_message(&JsValue::NULL) {
        wasm_bindgen::throw_val(error);
    }
}
