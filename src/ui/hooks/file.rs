//! A file beside the page, as static/start.js brings it.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::worker::describe;
use crate::words::words;

#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    #[wasm_bindgen(js_name = file)]
    fn begin(path: &str, hear: &JsValue) -> Promise;
}

/// The bytes of a file; `hear` is told on the way how many have come, and of how many where that is known. An
/// error is a sentence.
pub async fn file_of(
    path: &str,
    hear: Box<dyn Fn(usize, Option<usize>)>,
) -> Result<Vec<u8>, String> {
    let hear = Closure::wrap(hear);
    let bytes = JsFuture::from(begin(path, hear.as_ref())).await;
    let bytes = bytes.map_err(|error| explain(&error))?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Why a file did not come: what the server answered, none if it was out of reach.
fn explain(error: &JsValue) -> String {
    let words = &words().notices;
    match error.as_f64() {
        None => describe(error),
        Some(0.0) => words.no_answer.to_owned(),
        Some(status) => words.answered(status as u16),
    }
}
