//! Hands the visitor a file.

use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

use crate::ui::describe;

/// Saves bytes under a name, as the browser does with what is downloaded. An error is a sentence.
pub fn download(name: &str, bytes: &[u8]) -> Result<(), String> {
    let save = || {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence(&parts)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(document) = document {
            let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
            anchor.set_href(&address);
            anchor.set_download(name);
            anchor.click();
        }
        // The browser reads it after this returns.
        gloo_timers::callback::Timeout::new(60_000, move || {
            let _ = Url::revoke_object_url(&address);
        })
        .forget();
        Ok(())
    };
    save().map_err(|error| describe(&error))
}
