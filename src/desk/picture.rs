//! A picture of the page as a PNG at twice the page's size, with its title over it and the link under it.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, Window};

/// Smaller ones are parts of a figure.
const LEAST: [i32; 2] = [150, 80];
/// Pixels of the file for one of the page.
pub const SCALE: f64 = 2.0;
/// Panels paint a frame later than the figure, and a frame after their size is known.
const FRAMES: u32 = 4;
/// In CSS pixels.
pub const MARGIN: f64 = 20.0;
pub const TITLE: f64 = 20.0;
pub const LINK: f64 = 13.0;
/// Title and link have room even over a narrow picture.
const LEAST_WIDTH: f64 = 420.0;

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
        composed(&window, &document, picture, link)
    });
    let blob = blob(&drawn.await?).await?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
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

async fn frame(window: &Window) -> Result<JsValue, JsValue> {
    let painted = Promise::new(&mut |resolve, reject| {
        if let Err(error) = window.request_animation_frame(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(painted).await
}

/// Where everything is on the file, in CSS pixels.
pub struct Layout {
    /// Of the picture, and of the whole file.
    pub inner: [f64; 2],
    pub size: [f64; 2],
    /// How far down the picture begins, and how wide title and link may be.
    pub top: f64,
    pub room: f64,
}

impl Layout {
    pub fn of(canvas: &HtmlCanvasElement) -> Self {
        let inner = [canvas.client_width(), canvas.client_height()].map(f64::from);
        let top = MARGIN + 1.5 * TITLE;
        let room = inner[0].max(LEAST_WIDTH);
        Self {
            inner,
            size: [room + 2.0 * MARGIN, top + inner[1] + 2.0 * LINK + MARGIN],
            top,
            room,
        }
    }
}

fn composed(
    window: &Window,
    document: &Document,
    picture: &Picture,
    link: &str,
) -> Result<HtmlCanvasElement, JsValue> {
    let canvas = &picture.canvas;
    let Layout {
        inner: [width, height],
        size,
        top,
        room,
    } = Layout::of(canvas);
    let out: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    out.set_width((SCALE * size[0]).round() as u32);
    out.set_height((SCALE * size[1]).round() as u32);
    let context = out.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.scale(SCALE, SCALE)?;
    let body: Element = document.body().ok_or(JsValue::NULL)?.into();
    let style = window.get_computed_style(&body)?.ok_or(JsValue::NULL)?;
    let of = |name: &str| style.get_property_value(name).unwrap_or_default();
    context.set_fill_style_str(&of("background-color"));
    context.fill_rect(0.0, 0.0, size[0], size[1]);
    context.set_fill_style_str(&of("color"));
    let write = |text: &str, font: String, y: f64| {
        context.set_font(&font);
        context.fill_text_with_max_width(text, MARGIN, y, room)
    };
    write(
        &title(canvas).unwrap_or_default(),
        format!("600 {TITLE}px {}", of("--serif")),
        MARGIN + 0.7 * TITLE,
    )?;
    write(link, format!("{LINK}px {}", of("--sans")), size[1] - MARGIN)?;
    context
        .draw_image_with_html_canvas_element_and_dw_and_dh(canvas, MARGIN, top, width, height)?;
    Ok(out)
}

async fn blob(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(made).await?.dyn_into()
}
