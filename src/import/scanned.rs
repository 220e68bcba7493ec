//! Texts in the QR codes of an image, such as a camera's.

use quircs::Quirc;

/// The text of every code that can be read: grey levels row by row, 255 is white.
pub fn scanned(levels: &[u8], width: usize) -> Vec<String> {
    let height = levels.len().checked_div(width).unwrap_or(0);
    let Some(levels) = levels
        .get(..width * height)
        .filter(|levels| !levels.is_empty())
    else {
        return Vec::new();
    };
    let mut reader = Quirc::default();
    let codes = reader.identify(width, height, levels);
    codes
        .filter_map(|code| code.ok()?.decode().ok())
        .filter_map(|data| String::from_utf8(data.payload).ok())
        .collect()
}
