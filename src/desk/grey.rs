//! What the browser can draw -> grey levels.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Draws on white and reads it: levels row by row, 255 is white; and how many a row has.
pub fn grey(
    [width, height]: [f64; 2],
    draw: impl FnOnce(&CanvasRenderingContext2d) -> Result<(), JsValue>,
) -> Result<(Vec<u8>, usize), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    // What is seen through is paper.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    js_sys::Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    draw(&context)?;
    let pixels = context.get_image_data(0.0, 0.0, width, height)?.data();
    // Luminance as in Rec. 709.
    let grey = |rgb: &[u8]| {
        let [red, green, blue] = [rgb[0], rgb[1], rgb[2]].map(f32::from);
        (0.2126 * red + 0.7152 * green + 0.0722 * blue).round() as u8
    };
    let levels = pixels.chunks_exact(4).map(grey).collect();
    Ok((levels, width as usize))
}
