//! What complaints about a link quote.

use crate::settings::{Kind, Knob, Settings};
use crate::words::words;

/// What a control allows with these settings.
pub fn range(knob: &Knob, settings: &Settings) -> String {
    let words = &words().link;
    match (knob.kind, knob.bounds(settings)) {
        (_, Some((low, high))) => words.between(low, high),
        (Kind::Choice(options), _) => words.one_of(&listed(options.keys)),
        (Kind::Widths { layers, units }, _) => words.widths(layers, units),
        _ => words.something_else.to_owned(),
    }
}

/// The names, or the first few and the last where they would fill more than a line.
fn listed(names: &[&str]) -> String {
    match names {
        [first, second, third, .., last] if names.len() > 8 => {
            format!("{first}, {second}, {third} … {last}")
        }
        _ => names.join(", "),
    }
}

/// The start of a text that may be anything.
pub fn shorten(text: &str) -> String {
    const MOST: usize = 24;
    if text.chars().count() > MOST {
        text.chars().take(MOST).chain(['…']).collect()
    } else {
        text.to_owned()
    }
}
