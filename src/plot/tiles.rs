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

/// An image of values 0 … 1, row by row, every value a square of `scale` pixels.
pub fn tile(values: &[f32], width: usize, ramp: &Ramp, scale: usize) -> Pixels {
    let height = values.len().checked_div(width).unwrap_or(0);
    let row_bytes = 4 * width * scale;
    let mut rgba = Vec::with_capacity(row_bytes * height * scale);
    for row in values.chunks_exact(width.max(1)) {
        let start = rgba.len();
        for &value in row {
            let [r, g, b] = ramp.at(value);
            for _ in 0..scale {
                rgba.extend([r, g, b, 255]);
            }
        }
        for _ in 1..scale {
            rgba.extend_from_within(start..start + row_bytes);
        }
    }
    Pixels {
        width: width * scale,
        height: height * scale,
        rgba,
    }
}
