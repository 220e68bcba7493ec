//! Images as pixels: nearest neighbour, so that a pixel stays a square.

use super::{Ramp, Rgb};

/// RGBA, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Pixels {
    pub width: usize,
    pub height: usize,
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// All of one colour.
    pub fn filled(width: usize, height: usize, [r, g, b]: Rgb) -> Self {
        Self {
            width,
            height,
            rgba: [r, g, b, 255].repeat(width * height),
        }
    }

    /// Puts another picture at (left, top); what lies outside is cut off.
    pub fn blit(&mut self, other: &Self, left: usize, top: usize) {
        let columns = other.width.min(self.width.saturating_sub(left));
        let rows = other.height.min(self.height.saturating_sub(top));
        for row in 0..rows {
            let from = 4 * row * other.width;
            let to = 4 * ((top + row) * self.width + left);
            self.rgba[to..to + 4 * columns].copy_from_slice(&other.rgba[from..from + 4 * columns]);
        }
    }
}

/// How many device pixels a pixel of an image takes across and down: a whole number from four up, so that all are the
/// same square; below, in steps of a quarter, because whole ones would leave a third of the room empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Magnification {
    quarters: usize,
}

impl Magnification {
    /// The largest with which an image of so many pixels across and down fits.
    pub fn within(image: [usize; 2], room: [usize; 2]) -> Self {
        let [across, down] = [0, 1].map(|axis| 4 * room[axis] / image[axis].max(1));
        let quarters = across.min(down).max(1);
        match quarters {
            16.. => Self::whole(quarters / 4),
            _ => Self { quarters },
        }
    }

    pub fn whole(scale: usize) -> Self {
        Self {
            quarters: 4 * scale,
        }
    }

    /// The side of so many pixels, in device pixels.
    pub fn side(self, pixels: usize) -> usize {
        self.quarters * pixels / 4
    }
}

/// An image of values 0 … 1, row by row, every value a square; where squares do not end with the device's pixels, those
/// between them are of both, as much as they cover of each.
pub fn tile(values: &[f32], width: usize, ramp: &Ramp, magnification: Magnification) -> Pixels {
    let shape = [width, values.len().checked_div(width).unwrap_or(0)];
    let [across, down] = shape.map(|pixels| magnification.side(pixels));
    // Which pixel of the image a quarter of a device pixel lies in: it lies in one, by the steps of a magnification.
    let under = |at: usize| [0, 1, 2, 3].map(|part| (4 * at + part) / magnification.quarters);
    let mut rgba = Vec::with_capacity(4 * across * down);
    let mut before = None;
    for rows in (0..down).map(under) {
        if before.replace(rows) == Some(rows) {
            rgba.extend_from_within(rgba.len() - 4 * across..);
            continue;
        }
        for columns in (0..across).map(under) {
            let mut sum = 0.0;
            for row in rows {
                for column in columns {
                    sum += values.get(row * width + column).copied().unwrap_or(0.0);
                }
            }
            let [r, g, b] = ramp.at(sum / 16.0);
            rgba.extend([r, g, b, 255]);
        }
    }
    Pixels {
        width: across,
        height: down,
        rgba,
    }
}
