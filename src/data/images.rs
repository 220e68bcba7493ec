//! The page's own compact image files: see `static/data/README.md` for the format.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use ndarray::{Array2, ArrayView2, Axis};

use crate::settings::Shape;

const MAGIC: &[u8] = b"HGI1";
const HEADER: usize = 12;
/// No file of ours is larger once inflated.
const MOST_BYTES: usize = 64 << 20;

/// The images of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Images {
    pub shape: Shape,
    pub labels: Vec<u8>,
    /// (n, width·height), 0 … 1.
    pub pixels: Array2<f32>,
}

impl Images {
    /// The chosen rows: pixels (rows, d) and labels.
    pub fn select(&self, rows: &[usize]) -> (Array2<f32>, Vec<u8>) {
        let labels = rows.iter().map(|&i| self.labels[i]).collect();
        (self.pixels.select(Axis(0), rows), labels)
    }
}

/// Reads an image file; the error says in a few words what is wrong with it.
pub fn read_images(file: &[u8]) -> Result<Images, &'static str> {
    let bytes = decompress_to_vec_zlib_with_limit(file, MOST_BYTES)
        .map_err(|_| "the file is damaged or no image file")?;
    let header = bytes.get(..HEADER).ok_or("the file is too short")?;
    if &header[..4] != MAGIC {
        return Err("the file is not in the format of this page");
    }
    let [width, height, most, classes] = [4, 5, 6, 7].map(|i| header[i]);
    let n = u32::from_le_bytes([header[8], header[9], header[10], header[11]]) as usize;
    let (width, height) = (usize::from(width), usize::from(height));
    let (labels, pixels) = bytes[HEADER..]
        .split_at_checked(n)
        .ok_or("the file ends before its labels do")?;
    if labels.iter().any(|&label| label >= classes) || most == 0 {
        return Err("the file's labels or levels are out of range");
    }
    let pixels = ArrayView2::from_shape((n, width * height), pixels)
        .map_err(|_| "the file's length does not fit its number of images")?
        .mapv(|level| f32::from(level) / f32::from(most));
    Ok(Images {
        shape: Shape::Image { width, height },
        labels: labels.to_vec(),
        pixels,
    })
}
