//! Images in rows and columns: where they lie, and how they get there.

use web_sys::CanvasRenderingContext2d;

use crate::plot::{Magnification, Palette, tile};
use crate::protocol::Matrix;
use crate::ui::hooks::CanvasSize;
use crate::ui::shared::canvas::put;
use crate::ui::shared::tile_canvas::{Concept, Paper};

/// Between two images, in CSS pixels.
pub const GAP: f32 = 8.0;
/// The gap may be so many times as wide where a row would else leave width unused.
const MOST_GAP: usize = 4;

/// Columns are samples, rows are kinds of images.
#[derive(Clone, Copy)]
pub struct ImageGrid {
    pub columns: usize,
    magnification: Magnification,
    /// From one image to the next, in device pixels.
    pub pitch: [usize; 2],
    width: usize,
}

impl ImageGrid {
    pub fn new(size: CanvasSize, [rows, samples]: [usize; 2], [width, height]: [usize; 2]) -> Self {
        let gap = size.device(GAP).max(1);
        let [across, down] = size.devices();
        let by_height = (down / rows).saturating_sub(gap);
        let by_width = ((across + gap) / samples.max(1)).saturating_sub(gap);
        // On a narrow screen fewer samples, never images too small to read.
        let by_width = by_width.max(size.device(40.0));
        let magnification = Magnification::within([width, height], [by_width, by_height]);
        let image = magnification.side(width);
        let pitch = magnification.side(height) + gap;
        let columns = ((across + gap) / (image + gap)).clamp(1, samples.max(1));
        // What the width has left over goes between the images, as far as they still read as one row.
        let spread = (across / columns).clamp(image + gap, image + MOST_GAP * gap);
        Self {
            columns,
            magnification,
            pitch: [spread, pitch],
            width,
        }
    }

    /// The width of an image in device pixels.
    pub fn image(&self) -> usize {
        self.magnification.side(self.width)
    }

    /// Puts one image at its place.
    pub fn put(
        &self,
        context: &CanvasRenderingContext2d,
        [column, row]: [usize; 2],
        (values, concept): (&[f32], Concept),
        (gap, palette): (usize, &Palette),
    ) {
        let image = tile(
            values,
            self.width,
            concept.ramp(palette),
            self.magnification,
        );
        let left = column * self.pitch[0] + gap / 2;
        put(context, &image, left, row * self.pitch[1] + gap / 2);
    }

    /// Puts rows of images.
    pub fn put_rows(
        &self,
        context: &CanvasRenderingContext2d,
        rows: &[(Matrix, Concept)],
        paper: Paper,
        (gap, palette): (usize, &Palette),
    ) {
        for (row, (images, concept)) in rows.iter().enumerate() {
            for column in 0..self.columns.min(images.rows()) {
                let values = paper.unit(images.row(column));
                self.put(context, [column, row], (&values, *concept), (gap, palette));
            }
        }
    }
}
