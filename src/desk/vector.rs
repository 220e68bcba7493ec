//! A picture of the page as SVG, laid out as its PNG is: what paints it is written down while it paints.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlCanvasElement;

use super::picture::{LINK, Layout, MARGIN, Picture, SCALE, TITLE, at_scale, frames, window};

// static/recorder.js, which static/start.js fetches.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    fn recorder(canvas: &HtmlCanvasElement) -> Promise;
}

#[wasm_bindgen]
extern "C" {
    type Recorder;
    #[wasm_bindgen(method)]
    fn end(this: &Recorder) -> String;
}

/// The file's bytes.
pub async fn svg(picture: &Picture, link: &str) -> Result<Vec<u8>, JsValue> {
    let (window, document) = window()?;
    let canvas = picture.canvas();
    let recorder: Recorder = JsFuture::from(recorder(canvas)).await?.unchecked_into();
    // On a screen that is as fine already, another scale has it painted.
    let scale = if window.device_pixel_ratio() == SCALE {
        SCALE + 1.0
    } else {
        SCALE
    };
    let painted = at_scale(&window, scale, frames(&window)).await;
    let marks = recorder.end();
    painted?;
    let Layout {
        size: [width, height],
        top,
        room,
        ..
    } = Layout::of(canvas);
    let body = document.body().ok_or(JsValue::NULL)?;
    let style = window.get_computed_style(&body)?.ok_or(JsValue::NULL)?;
    let of = |name: &str| escaped(&style.get_property_value(name).unwrap_or_default());
    let (paper, ink, serif, sans) = (
        of("background-color"),
        of("color"),
        of("--serif"),
        of("--sans"),
    );
    // What would be wider than the picture is written smaller.
    let fitting = |text: &str, most: f64| most.min(2.0 * room / text.chars().count().max(1) as f64);
    let (title_size, link_size) = (fitting(&picture.title, TITLE), fitting(link, LINK));
    let (title, link) = (escaped(&picture.title), escaped(link));
    let (title_at, link_at, part) = (MARGIN + 0.7 * TITLE, height - MARGIN, 1.0 / scale);
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
<title>{title}</title>
<path d="M0 0h{width}v{height}H0z" fill="{paper}"/>
<svg x="{MARGIN}" y="0" width="{room}" height="{height}">
<text y="{title_at}" fill="{ink}" style="font: 600 {title_size}px {serif}">{title}</text>
<text y="{link_at}" fill="{ink}" style="font: {link_size}px {sans}">{link}</text>
</svg>
<g transform="translate({MARGIN} {top}) scale({part})">
{marks}
</g>
</svg>
"#
    );
    Ok(svg.into_bytes())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
