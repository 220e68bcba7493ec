//! One cell of a table: a number in any of the usual ways to write one, a gap, or words.

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    Number(f64),
    /// Nothing, or one of the usual words for it.
    Gap,
    /// Infinite, or beyond what a number holds.
    Infinite,
    Words,
}

/// Signs between thousands besides the other decimal mark.
const GROUPS: [char; 6] = ['\u{a0}', '\u{202f}', '\u{2009}', ' ', '\'', '’'];
const GAPS: [&str; 9] = ["", "na", "n/a", "nan", "null", "none", "?", "-", "."];

/// Of these, the ones that name no class: others do, as + and -, or none and some.
const CLASSLESS: [&str; 6] = ["", "na", "n/a", "nan", "null", "?"];

fn is_one_of(text: &str, gaps: &[&str]) -> bool {
    gaps.iter().any(|gap| text.eq_ignore_ascii_case(gap))
}

/// Whether a cell of classes names none.
pub fn is_classless(text: &str) -> bool {
    is_one_of(bare(text), &CLASSLESS)
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// What a cell holds where numbers have this decimal mark.
pub fn cell(text: &str, decimal: char) -> Cell {
    let text = bare(text);
    if is_one_of(text, &GAPS) {
        return Cell::Gap;
    }
    let unsigned = text
        .trim_start_matches(['+', '-', '−'])
        .to_ascii_lowercase();
    if ["inf", "infinity", "∞"].contains(&unsigned.as_str()) {
        return Cell::Infinite;
    }
    match plain(text, decimal).map(|plain| plain.parse::<f64>()) {
        Some(Ok(number)) if number.is_finite() => Cell::Number(number),
        Some(Ok(_)) => Cell::Infinite,
        _ => Cell::Words,
    }
}

/// A number as a program writes it; `None` where it is none.
fn plain(text: &str, decimal: char) -> Option<String> {
    let text = text.replace('−', "-");
    let is_number = |c: char| c.is_ascii_digit() || "+-.,eE".contains(c) || GROUPS.contains(&c);
    if !text.chars().all(is_number) || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, rest) = match text.split_once(decimal) {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (text.as_str(), None),
    };
    let whole = ungrouped(whole, decimal)?;
    let rest = rest.map(|rest| format!(".{rest}")).unwrap_or_default();
    Some(whole + &rest)
}

/// Digits without the signs between groups of three; `None` where the groups are not such.
fn ungrouped(whole: &str, decimal: char) -> Option<String> {
    let other = if decimal == ',' { '.' } else { ',' };
    let is_mark = |c: char| c == other || GROUPS.contains(&c);
    let Some(mark) = whole.chars().find(|&c| is_mark(c)) else {
        return Some(whole.to_owned());
    };
    let mut groups = whole.split(mark);
    let first = groups.next()?.trim_start_matches(['+', '-']);
    // 0.123 is no nought thousand.
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let goes_on = groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    (begins && goes_on).then(|| whole.replace(mark, ""))
}
