//! A picture of the page as SVG, laid out as its PNG is: what paints it is written down while it paints.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlCanvasElement;

use super::legend::{LINK, Placed};
use super::picture::{Picture, SCALE, at_scale, frames, window};
use super::sheet::{MARGIN, Sheet, TITLE};

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
    let sheet = picture.sheet((&window, &document), link)?;
    Ok(written(&sheet, &marks, 1.0 / scale).into_bytes())
}

/// The sheet as SVG, with the marks of the picture at a scale.
fn written(sheet: &Sheet, marks: &str, part: f64) -> String {
    let [width, height] = sheet.size;
    let (top, room) = (sheet.top, sheet.room);
    let [paper, ink, serif, sans] =
        [&sheet.paper, &sheet.ink, &sheet.serif, &sheet.sans].map(|text| escaped(text));
    let legend: String = sheet
        .legend
        .iter()
        .map(|placed| entry(sheet, placed))
        .collect();
    // What would be wider than the picture is written smaller.
    let fitting = |text: &str, most: f64| most.min(2.0 * room / text.chars().count().max(1) as f64);
    let (title_size, link_size) = (fitting(&sheet.title, TITLE), fitting(&sheet.link, LINK));
    let (title, link) = (escaped(&sheet.title), escaped(&sheet.link));
    let (title_at, link_at) = (MARGIN + 0.7 * TITLE, height - MARGIN);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
<title>{title}</title>
<path d="M0 0h{width}v{height}H0z" fill="{paper}"/>
<svg x="{MARGIN}" y="0" width="{room}" height="{height}">
<text y="{title_at}" fill="{ink}" style="font: 600 {title_size}px {serif}">{title}</text>
<text y="{link_at}" fill="{ink}" style="font: {link_size}px {sans}">{link}</text>
{legend}</svg>
<g transform="translate({MARGIN} {top}) scale({part})">
{marks}
</g>
</svg>
"#
    )
}

/// One entry of the legend: its stroke, where it has one, and its name.
fn entry(sheet: &Sheet, placed: &Placed) -> String {
    let y = sheet.legend_y + placed.at[1];
    let stroke = placed.entry.stroke.as_ref().map(|(colour, is_dashed)| {
        let dashes = if *is_dashed {
            r#" stroke-dasharray="5 4""#
        } else {
            ""
        };
        let (from, to, middle) = (placed.at[0], placed.stroke_end(), y - 0.35 * LINK);
        let colour = escaped(colour);
        format!(
            "<path d=\"M{from} {middle}H{to}\" stroke=\"{colour}\" stroke-width=\"2\"{dashes}/>\n"
        )
    });
    let (x, colour, name, sans) = (
        placed.name_x,
        escaped(&placed.entry.colour),
        escaped(&placed.entry.name),
        escaped(&sheet.sans),
    );
    let name = format!(
        "<text x=\"{x}\" y=\"{y}\" fill=\"{colour}\" style=\"font: {LINK}px {sans}\">{name}</text>\n"
    );
    stroke.unwrap_or_default() + &name
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
