//! How numbers are written.

use super::language::language;

/// So many decimals and a true minus; what would be too long, or nothing but zeros, with an exponent.
pub fn written(value: f64, decimals: usize) -> String {
    let least = 0.5 * 0.1_f64.powi(decimals as i32);
    let is_tiny = value != 0.0 && value.abs() < least && decimals > 2;
    let text = if is_tiny || value.abs() >= 1e6 && decimals > 0 {
        format!("{value:.1e}")
    } else {
        format!("{value:.decimals$}")
    };
    // What rounds to nothing is neither above nor below it.
    let is_nothing = text
        .bytes()
        .all(|digit| matches!(digit, b'-' | b'0' | b'.'));
    localised(if is_nothing {
        text.trim_start_matches('-')
    } else {
        &text
    })
}

/// A number as a program writes it, as people of the page's language do: with its decimal mark and a true minus.
pub fn localised(number: &str) -> String {
    let mark = language().decimal_mark();
    number.replace('.', mark).replace('-', "−")
}
