//! A picture of the page as a PNG at twice the page's size, or at the page's as a series of them.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, HtmlCanvasElement, Window};

use super::sheet::Sheet;

/// Smaller ones are parts of a figure.
const LEAST: [i32; 2] = [150, 80];
/// Pixels of the file for one of the page.
pub const SCALE: f64 = 2.0;
/// Panels paint a frame later than the figure, and a frame after their size is known.
const FRAMES: u32 = 4;
/// A picture on the page, and what it showed when the door was opened.
#[derive(Clone, PartialEq)]
pub struct Picture {
    pub title: String,
    canvas: HtmlCanvasElement,
}

pub fn window() -> Result<(Window, Document), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    Ok((window, document))
}

/// The pictures on the page that stand for themselves, in its order.
pub fn pictures() -> Vec<Picture> {
    let found = window().and_then(|(_, document)| {
        let all = document.query_selector_all("main canvas, .strip canvas")?;
        let canvases = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok());
        Ok(canvases.filter_map(picture).collect())
    });
    found.unwrap_or_default()
}

fn picture(canvas: HtmlCanvasElement) -> Option<Picture> {
    let [width, height] = LEAST;
    let is_whole = canvas.client_width() >= width && canvas.client_height() >= height;
    let title = title(&canvas).filter(|_| is_whole)?;
    Some(Picture { title, canvas })
}

/// What a canvas says that it shows now.
fn title(canvas: &HtmlCanvasElement) -> Option<String> {
    let label = canvas.get_attribute("aria-label")?;
    // What follows says how to use it.
    label.split(';').next().map(str::to_owned)
}

impl Picture {
    pub fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// What is written round it, with what it shows now.
    pub fn sheet(&self, page: (&Window, &Document), link: &str) -> Result<Sheet, JsValue> {
        let title = title(&self.canvas).unwrap_or_default();
        Sheet::of(page, &self.canvas, title, link)
    }

    /// The address of a PNG of it as it is.
    pub fn as_it_is(&self) -> Option<String> {
        self.canvas.to_data_url().ok()
    }
}

/// The file's bytes.
pub async fn png(picture: &Picture, link: &str) -> Result<Vec<u8>, JsValue> {
    let (window, document) = window()?;
    let drawn = at_scale(&window, SCALE, async {
        frames(&window).await?;
        let sheet = picture.sheet((&window, &document), link)?;
        sheet.around(&document, &picture.canvas, SCALE)
    });
    bytes(&drawn.await?).await
}

/// The page paints as for a screen of so many pixels until this is done.
pub async fn at_scale<T>(
    window: &Window,
    scale: f64,
    draw: impl Future<Output = Result<T, JsValue>>,
) -> Result<T, JsValue> {
    let key = JsValue::from_str("devicePixelRatio");
    let own = Object::get_own_property_descriptor(window, &key);
    let wanted = Object::new();
    Reflect::set(&wanted, &"value".into(), &scale.into())?;
    Reflect::set(&wanted, &"configurable".into(), &JsValue::TRUE)?;
    Object::define_property(window, &key, &wanted);
    let drawn = draw.await;
    Object::define_property(window, &key, &own.unchecked_into());
    drawn
}

/// Until everything has been painted.
pub async fn frames(window: &Window) -> Result<(), JsValue> {
    for _ in 0..FRAMES {
        frame(window).await?;
    }
    Ok(())
}

pub async fn frame(window: &Window) -> Result<JsValue, JsValue> {
    let painted = Promise::new(&mut |resolve, reject| {
        if let Err(error) = window.request_animation_frame(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(painted).await
}

/// A canvas as the bytes of a PNG.
pub async fn bytes(canvas: &HtmlCanvasElement) -> Result<Vec<u8>, JsValue> {
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let blob: Blob = JsFuture::from(made).await?.dyn_into()?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
