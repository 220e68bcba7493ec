//! Lines and words in CSS pixels, on any of plotters' backends.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::DrawingErrorKind;

use super::Rgb;

/// The words' size.
const TEXT: f64 = 13.0;

pub type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

pub struct Pen<'a, DB> {
    pub backend: &'a mut DB,
    pub font: &'a str,
    /// Device pixels per CSS pixel.
    pub scale: f64,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    /// What there is to draw on, in CSS pixels.
    pub fn size(&self) -> [f64; 2] {
        let (width, height) = self.backend.get_size();
        [width, height].map(|length| f64::from(length) / self.scale)
    }

    fn place(&self, [x, y]: [f64; 2]) -> (i32, i32) {
        let scale = self.scale;
        ((x * scale).round() as i32, (y * scale).round() as i32)
    }

    pub fn polygon(&mut self, corners: &[[f64; 2]], [r, g, b]: Rgb) -> Drawn<DB> {
        let places: Vec<(i32, i32)> = corners.iter().map(|&p| self.place(p)).collect();
        self.backend.fill_polygon(places, &RGBColor(r, g, b))
    }

    fn style(&self, [r, g, b]: Rgb, width: f64) -> ShapeStyle {
        let width = (width * self.scale).round().max(1.0) as u32;
        RGBColor(r, g, b).stroke_width(width)
    }

    pub fn line(&mut self, from: [f64; 2], to: [f64; 2], colour: Rgb, width: f64) -> Drawn<DB> {
        let style = self.style(colour, width);
        let (from, to) = (self.place(from), self.place(to));
        self.backend.draw_line(from, to, &style)
    }

    pub fn path(&mut self, points: &[[f64; 2]], colour: Rgb, width: f64) -> Drawn<DB> {
        let style = self.style(colour, width);
        let places: Vec<(i32, i32)> = points.iter().map(|&p| self.place(p)).collect();
        self.backend.draw_path(places, &style)
    }

    pub fn text(&mut self, text: &str, at: [f64; 2], side: HPos, [r, g, b]: Rgb) -> Drawn<DB> {
        let size = TEXT * self.scale;
        let colour = RGBColor(r, g, b);
        let style = TextStyle::from((self.font, size).into_font())
            .color(&colour)
            .pos(Pos::new(side, VPos::Center));
        let at = self.place(at);
        self.backend.draw_text(text, &style, at)
    }
}
