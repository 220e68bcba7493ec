//! The desk's thread, as its dialog holds it: one for each order, so that a stuck one holds up nothing.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::orders::{Errand, Made, Order};
use crate::ui::describe;
use crate::wire::{message_from_js, parcel_from_message};
use crate::words::{Spoken, desk_words};

// What static/start.js does.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    #[wasm_bindgen(catch, js_name = deskThread)]
    fn desk_thread() -> Result<Worker, JsValue>;
}

/// A thread at work; it ends with this.
pub struct Job(Worker);

impl Drop for Job {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// What is made of an order by a thread of its own, which is in `job` meanwhile: taken from there, it ends, and this
/// never answers. An error is a sentence.
pub async fn asked(order: Order, job: &RefCell<Option<Job>>) -> Result<Made, String> {
    let worker = desk_thread().map_err(|error| describe(&error))?;
    job.replace(Some(Job(worker.clone())));
    let said = answer(&worker, order).await;
    // Another may have taken its place.
    if job.borrow().as_ref().is_some_and(|job| job.0 == worker) {
        job.take();
    }
    message_from_js(said.map_err(|error| describe(&error))?).map_err(|error| describe(&error))
}

/// Sends the order once the thread listens, and waits for what it says.
async fn answer(worker: &Worker, order: Order) -> Result<JsValue, JsValue> {
    next(worker).await?;
    let spoken = Spoken::now();
    let parcel = parcel_from_message(Errand { spoken, order })?;
    let said = next(worker);
    worker.post_message_with_transfer(&parcel.message, &parcel.transfer)?;
    said.await
}

/// The next thing that a thread says, or its error.
fn next(worker: &Worker) -> JsFuture {
    JsFuture::from(Promise::new(&mut |hear, fail| {
        let hear = Closure::once_into_js(move |event: MessageEvent| {
            let _ = hear.call1(&JsValue::NULL, &event.data());
        });
        let fail = Closure::once_into_js(move |event: JsValue| {
            let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            let why = why.filter(|why| !why.is_empty());
            let why = why.unwrap_or_else(|| desk_words().desk.no_thread.to_owned());
            let _ = fail.call1(&JsValue::NULL, &why.into());
        });
        worker.set_onmessage(Some(hear.unchecked_ref()));
        worker.set_onerror(Some(fail.unchecked_ref()));
    }))
}
