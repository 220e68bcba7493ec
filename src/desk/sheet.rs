//! What is written round a picture that leaves the page, and where: its title over it, what its lines stand for and the
//! link under it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CanvasRenderingContext2d, CssStyleDeclaration, Document, Element, HtmlCanvasElement, Window,
};

use super::legend::{LINE, LINK, Placed, legend, placed};

/// In CSS pixels.
pub const MARGIN: f64 = 20.0;
pub const TITLE: f64 = 20.0;
/// Title and link have room even over a narrow picture.
const LEAST_WIDTH: f64 = 420.0;

/// Everything but the picture; lengths in CSS pixels.
pub struct Sheet {
    pub title: String,
    pub link: String,
    pub legend: Vec<Placed>,
    /// Of the picture, and of the whole file.
    pub inner: [f64; 2],
    pub size: [f64; 2],
    /// How far down the picture begins, and the middle of the legend's first line.
    pub top: f64,
    pub legend_y: f64,
    /// How wide title and link may be.
    pub room: f64,
    /// Colours and fonts of the page, as CSS says them.
    pub paper: String,
    pub ink: String,
    pub serif: String,
    pub sans: String,
}

/// A canvas that is not on the page.
pub fn blank(
    document: &Document,
) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsValue> {
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    Ok((canvas, context))
}

impl Sheet {
    pub fn of(
        (window, document): (&Window, &Document),
        canvas: &HtmlCanvasElement,
        title: String,
        link: &str,
    ) -> Result<Self, JsValue> {
        let body: Element = document.body().ok_or(JsValue::NULL)?.into();
        let style = window.get_computed_style(&body)?.ok_or(JsValue::NULL)?;
        let of = |name: &str| value(&style, name);
        let sans = of("--sans");
        let inner = [canvas.client_width(), canvas.client_height()].map(f64::from);
        let top = MARGIN + 1.5 * TITLE;
        let room = inner[0].max(LEAST_WIDTH);
        let (_, measure) = blank(document)?;
        measure.set_font(&format!("{LINK}px {sans}"));
        let (legend, lines) = placed(legend(window, canvas), &measure, room);
        let legend_y = top + inner[1] + LINE;
        let height = top + inner[1] + lines as f64 * LINE + 2.0 * LINK + MARGIN;
        Ok(Self {
            title,
            link: link.to_owned(),
            legend,
            inner,
            size: [room + 2.0 * MARGIN, height],
            top,
            legend_y,
            room,
            paper: of("background-color"),
            ink: of("color"),
            serif: of("--serif"),
            sans,
        })
    }

    /// The picture with all of it, at so many pixels of the file for one of the page.
    pub fn around(
        &self,
        document: &Document,
        picture: &HtmlCanvasElement,
        scale: f64,
    ) -> Result<HtmlCanvasElement, JsValue> {
        let (out, context) = blank(document)?;
        let [width, height] = self.size;
        out.set_width((scale * width).round() as u32);
        out.set_height((scale * height).round() as u32);
        context.scale(scale, scale)?;
        context.set_fill_style_str(&self.paper);
        context.fill_rect(0.0, 0.0, width, height);
        context.set_fill_style_str(&self.ink);
        let write = |text: &str, font: String, y: f64| {
            context.set_font(&font);
            context.fill_text_with_max_width(text, MARGIN, y, self.room)
        };
        write(
            &self.title,
            format!("600 {TITLE}px {}", self.serif),
            MARGIN + 0.7 * TITLE,
        )?;
        write(
            &self.link,
            format!("{LINK}px {}", self.sans),
            height - MARGIN,
        )?;
        for placed in &self.legend {
            let y = self.legend_y + placed.at[1];
            if let Some((colour, is_dashed)) = &placed.entry.stroke {
                context.set_stroke_style_str(colour);
                context.set_line_width(2.0);
                let dashes: &[f64] = if *is_dashed { &[5.0, 4.0] } else { &[] };
                let dashes = dashes.iter().map(|dash| JsValue::from_f64(*dash));
                context.set_line_dash(&dashes.collect::<js_sys::Array>())?;
                context.begin_path();
                context.move_to(MARGIN + placed.at[0], y - 0.35 * LINK);
                context.line_to(MARGIN + placed.stroke_end(), y - 0.35 * LINK);
                context.stroke();
            }
            context.set_fill_style_str(&placed.entry.colour);
            context.fill_text(&placed.entry.name, MARGIN + placed.name_x, y)?;
        }
        let [width, height] = self.inner;
        context.draw_image_with_html_canvas_element_and_dw_and_dh(
            picture, MARGIN, self.top, width, height,
        )?;
        Ok(out)
    }
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}
