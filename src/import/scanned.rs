//! Texts in the QR codes of an image, such as a camera's.

use rqrr::PreparedImage;

/// The text of every code that can be read: grey levels row by row, 255 is white.
pub fn scanned(levels: &[u8], width: usize) -> Vec<String> {
    let height = levels.len().checked_div(width).unwrap_or(0);
    if height == 0 {
        return Vec::new();
    }
    let mut image =
        PreparedImage::prepare_from_greyscale(width, height, |x, y| levels[y * width + x]);
    let codes = image.detect_grids().into_iter();
    codes
        .filter_map(|code| code.decode().ok())
        .map(|(_, text)| text)
        .collect()
}
