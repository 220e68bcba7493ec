//! The trainer's shell: message -> engine -> message, with steps in slices between messages.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use crate::engine::Engine;
use crate::protocol::Event;
use crate::wire::{message_from_js, parcel_from_message};

/// A change waits no longer than this for the steps that were asked for before it.
const SLICE_MS: f64 = 3.0;

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

struct Shell {
    engine: RefCell<Engine>,
    /// A message from the worker to itself queues up behind the page's; a timer would wait longer.
    channel: MessageChannel,
}

impl Shell {
    fn hear(&self, message: MessageEvent) {
        let was_busy = self.engine.borrow().is_busy();
        match message_from_js(message.data()) {
            Ok(command) => {
                let answer = self.engine.borrow_mut().accept(command);
                answer.into_iter().for_each(post);
            }
            Err(error) => wasm_bindgen::throw_val(error),
        }
        if !was_busy {
            self.queue_slice();
        }
    }

    fn take_slice(&self) {
        let answer = self.engine.borrow_mut().go_on(SLICE_MS);
        answer.into_iter().for_each(post);
        self.queue_slice();
    }

    fn queue_slice(&self) {
        if self.engine.borrow().is_busy()
            && let Err(error) = self.channel.port1().post_message(&JsValue::NULL)
        {
            wasm_bindgen::throw_val(error);
        }
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
    let clock = move || performance.as_ref().map_or(0.0, |clock| clock.now());
    let shell = Rc::new(Shell {
        engine: RefCell::new(Engine::new(clock)),
        channel: MessageChannel::new().unwrap_throw(),
    });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new({
        let shell = shell.clone();
        move |message| shell.hear(message)
    });
    let on_slice = Closure::<dyn FnMut()>::new({
        let shell = shell.clone();
        move || shell.take_slice()
    });
    let port = shell.channel.port2();
    port.set_onmessage(Some(on_slice.as_ref().unchecked_ref()));
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    on_slice.forget();
    post(Engine::ready());
}
