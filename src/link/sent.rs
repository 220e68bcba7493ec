//! A link as it was sent, out of what mail and sentences made of it.

use percent_encoding::percent_decode_str;

pub fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// A link as it was before it went through mail: programs there write `&` as in HTML, encode what
/// needs no encoding, and take the end of the sentence for the end of the link.
pub fn as_sent(text: &str) -> String {
    let mut text = text.replace("&amp;", "&");
    // A fragment within a fragment may have been encoded by each program that it passed.
    for _ in 0..2 {
        if !text.contains('=') && text.contains('%') {
            text = decoded(&text).replace("&amp;", "&");
        }
    }
    without_what_follows(&text).to_owned()
}

/// What may follow a link in a sentence; no value of any key ends in one of these.
const AFTER_A_LINK: &[char] = &[
    '.', ',', ';', ':', '!', ')', ']', '}', '>', '"', '\'', '”', '’', '»', ' ',
];

/// The text without what follows a link in a sentence, be it as it is or encoded.
fn without_what_follows(text: &str) -> &str {
    let mut rest = text.trim_end_matches(AFTER_A_LINK);
    while let Some(before) = rest.len().checked_sub(3).and_then(|at| rest.get(..at)) {
        let last = decoded(&rest[before.len()..]);
        if last.chars().count() > 1 || !last.ends_with(AFTER_A_LINK) {
            break;
        }
        rest = before.trim_end_matches(AFTER_A_LINK);
    }
    rest
}
