//! A scene onto a canvas: one path per mark.

use std::f64::consts::TAU;

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};
use yew::NodeRef;

use crate::plot::{Align, Face, Mark, Pixels, Rgb, Scene};
use crate::ui::hooks::CanvasSize;

#[wasm_bindgen]
extern "C" {
    type Ink;

    /// As `fillText`, of a text that was handed over once for all its places.
    #[wasm_bindgen(method, js_name = fillText)]
    fn fill_glyph(this: &Ink, text: &JsString, x: f64, y: f64);
}

/// The families of the style sheet.
pub const SANS: &str = "\"Hourglass Sans\", \"Source Sans 3\", system-ui, sans-serif";
const SERIF: &str = "\"Hourglass Serif\", \"Source Serif 4\", Georgia, serif";

/// The canvas behind a reference, sized in device pixels and wiped.
pub fn prepare(node: &NodeRef, size: CanvasSize) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = node.cast()?;
    let (width, height) = (
        size.device(size.width) as u32,
        size.device(size.height) as u32,
    );
    if (canvas.width(), canvas.height()) == (width, height) {
        let context = context(&canvas)?;
        context.reset_transform().ok()?;
        context.clear_rect(0.0, 0.0, width.into(), height.into());
    } else {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    (!size.is_empty()).then_some(canvas)
}

pub fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Draws a scene over the whole canvas.
pub fn draw(node: &NodeRef, size: CanvasSize, scene: &Scene) {
    let Some(context) = prepare(node, size).and_then(|canvas| context(&canvas)) else {
        return;
    };
    draw_over(&context, size, scene);
}

/// Draws a scene over what is on the canvas.
pub fn draw_over(context: &CanvasRenderingContext2d, size: CanvasSize, scene: &Scene) {
    // A canvas that cannot scale draws smaller; there is nothing better to do.
    let _ = context.scale(size.scale, size.scale);
    context.set_line_join("round");
    for mark in &scene.marks {
        draw_mark(context, mark);
    }
}

/// Puts pixels at a place in device pixels.
pub fn put(context: &CanvasRenderingContext2d, pixels: &Pixels, left: usize, top: usize) {
    let data = Clamped(pixels.rgba.as_slice());
    if let Ok(data) = ImageData::new_with_u8_clamped_array(data, pixels.width as u32) {
        let _ = context.put_image_data(&data, left as f64, top as f64);
    }
}

/// A colour as the canvas takes it.
pub fn css([r, g, b]: Rgb) -> String {
    format!("rgb({r},{g},{b})")
}

fn move_to(context: &CanvasRenderingContext2d, [x, y]: [f32; 2]) {
    context.move_to(x.into(), y.into());
}

fn line_to(context: &CanvasRenderingContext2d, [x, y]: [f32; 2]) {
    context.line_to(x.into(), y.into());
}

fn circle(context: &CanvasRenderingContext2d, centre: [f32; 2], radius: f32) {
    move_to(context, [centre[0] + radius, centre[1]]);
    let _ = context.arc(centre[0].into(), centre[1].into(), radius.into(), 0.0, TAU);
}

fn font(face: Face, size: f32) -> String {
    match face {
        Face::Sans => format!("{size}px {SANS}"),
        Face::SansBold => format!("600 {size}px {SANS}"),
        Face::SerifItalic => format!("italic 600 {size}px {SERIF}"),
    }
}

fn draw_mark(context: &CanvasRenderingContext2d, mark: &Mark) {
    context.begin_path();
    match mark {
        Mark::Line {
            points,
            stroke,
            width,
            dashed,
        } => {
            context.set_stroke_style_str(&css(*stroke));
            context.set_line_width((*width).into());
            let dash: &[f64] = if *dashed { &[7.0, 5.0] } else { &[] };
            let pattern = dash
                .iter()
                .map(|&length| JsValue::from_f64(length))
                .collect::<Array>();
            let _ = context.set_line_dash(&pattern);
            for (i, &point) in points.iter().enumerate() {
                if i == 0 {
                    move_to(context, point);
                } else {
                    line_to(context, point);
                }
            }
            context.stroke();
            let _ = context.set_line_dash(&Array::new());
        }
        Mark::Segments {
            ends,
            stroke,
            opacity,
            width,
        } => {
            context.set_stroke_style_str(&css(*stroke));
            context.set_line_width((*width).into());
            context.set_global_alpha((*opacity).into());
            for &[from, to] in ends {
                move_to(context, from);
                line_to(context, to);
            }
            context.stroke();
            context.set_global_alpha(1.0);
        }
        Mark::Dots {
            centres,
            radius,
            fill,
            opacity,
        } => {
            context.set_fill_style_str(&css(*fill));
            context.set_global_alpha((*opacity).into());
            for &centre in centres {
                circle(context, centre, *radius);
            }
            context.fill();
            context.set_global_alpha(1.0);
        }
        Mark::Ring {
            centre,
            radius,
            stroke,
            width,
        } => {
            context.set_stroke_style_str(&css(*stroke));
            context.set_line_width((*width).into());
            circle(context, *centre, *radius);
            context.stroke();
        }
        Mark::Rectangle { corner, size, fill } => {
            context.set_fill_style_str(&css(*fill));
            let [[x, y], [width, height]] = [*corner, *size].map(|pair| pair.map(f64::from));
            context.fill_rect(x, y, width, height);
        }
        Mark::Glyphs {
            text,
            centres,
            size,
            fill,
        } => {
            context.set_fill_style_str(&css(*fill));
            context.set_font(&font(Face::Sans, *size));
            context.set_text_align("center");
            context.set_text_baseline("middle");
            let (ink, text) = (context.unchecked_ref::<Ink>(), text.as_str().into());
            for &[x, y] in centres {
                ink.fill_glyph(&text, x.into(), y.into());
            }
        }
        Mark::Text {
            text,
            at,
            size,
            face,
            fill,
            align,
        } => {
            context.set_fill_style_str(&css(*fill));
            context.set_font(&font(*face, *size));
            context.set_text_align(match align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            });
            context.set_text_baseline("middle");
            let _ = context.fill_text(text, at[0].into(), at[1].into());
        }
    }
}
