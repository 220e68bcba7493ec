//! Bytes -> text.

use super::{Fault, fault};
use crate::words::desk_words;

/// The text of a file, and how it is written where that is unusual.
pub fn decoded(name: &str, bytes: &[u8]) -> Result<(String, Option<&'static str>), Fault> {
    let words = &desk_words().import;
    let (text, how) = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Some("UTF-16")),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Some("UTF-16")),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        // Without a mark, every second byte of ours is 0.
        [first, 0, _, 0, ..] if *first != 0 => (utf16(bytes, u16::from_le_bytes), Some("UTF-16")),
        _ => utf8(bytes),
    };
    let is_strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let strange = text
        .chars()
        .take(100_000)
        .filter(|&c| is_strange(c))
        .count();
    if strange * 200 > text.len().min(100_000) || text.contains('\0') {
        return Err(fault(name, words.kinds, words.binary));
    }
    if text.trim().is_empty() {
        return Err(fault(name, words.rows_of_numbers, words.empty));
    }
    Ok((text, how))
}

/// Where it is no UTF-8, it is what older programs of western Europe write.
fn utf8(bytes: &[u8]) -> (String, Option<&'static str>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) => (
            bytes.iter().copied().map(char::from).collect(),
            Some("Latin-1"),
        ),
    }
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| number([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|decoded| decoded.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
