//! Pictures -> grey levels, by the browser.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ImageBitmap};

use crate::desk::grey::grey;
use crate::import::{Content, Incoming};
use crate::words::desk_words;

/// Larger pictures come at this size: no sample is larger than half of it.
const MOST: f64 = 64.0;
/// Progress is told after so many.
const TOLD: usize = 50;

/// The same files, those decoded that can be.
pub async fn decoded(files: Vec<Incoming>, tell: &impl Fn(String)) -> Vec<Incoming> {
    let count = files.len();
    let mut done = Vec::with_capacity(count);
    for (at, file) in files.into_iter().enumerate() {
        if at % TOLD == 0 {
            tell(desk_words().samples.decoding(at, count));
        }
        let picture = match &file.content {
            Content::Bytes(bytes) => picture(bytes).await.ok(),
            Content::Picture { .. } => None,
        };
        done.push(Incoming {
            content: picture.unwrap_or(file.content),
            name: file.name,
        });
    }
    done
}

async fn picture(bytes: &[u8]) -> Result<Content, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts)?;
    let bitmap: ImageBitmap = JsFuture::from(window.create_image_bitmap_with_blob(&blob)?)
        .await?
        .dyn_into()?;
    let [width, height] = [bitmap.width(), bitmap.height()].map(f64::from);
    let scale = (MOST / width.max(height)).min(1.0);
    let [width, height] = [width, height].map(|side| (side * scale).round().max(1.0));
    let (levels, _) = grey([width, height], |context| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height)
    })?;
    bitmap.close();
    Ok(Content::Picture {
        width: width as usize,
        height: height as usize,
        levels,
    })
}
