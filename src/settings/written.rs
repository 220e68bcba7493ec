//! A knob's value as text: in a link, on the page, and as a person types it.

use super::knob::{Kind, Knob, Value};
use crate::words::{localised, words};

impl Knob {
    /// The value as a link writes it.
    pub fn link_text(&self, value: &Value) -> String {
        match (self.kind, value) {
            (Kind::Choice(options), &Value::Choice(i)) => {
                options.keys.get(i).copied().unwrap_or_default().to_owned()
            }
            (_, Value::Widths(widths)) if widths.is_empty() => "none".to_owned(),
            (_, Value::Widths(widths)) => widths
                .iter()
                .map(u32::to_string)
                .collect::<Vec<_>>()
                .join("-"),
            (_, Value::Number(x)) => x.to_string(),
            (_, Value::Choice(i)) => i.to_string(),
        }
    }

    /// The value as the page shows it.
    pub fn label(&self, value: &Value) -> String {
        match (self.kind, value) {
            (Kind::Choice(options), &Value::Choice(i)) => options.label(i).to_owned(),
            (_, Value::Widths(widths)) if widths.is_empty() => words().knobs.none.to_owned(),
            (Kind::Decimal { decimals, .. }, Value::Number(x)) => {
                localised(&whole_or(*x, format!("{x:.decimals$}")))
            }
            (Kind::Logarithmic { .. } | Kind::LogarithmicOrZero { .. }, Value::Number(x)) => {
                localised(&whole_or(*x, significant(*x)))
            }
            _ => self.link_text(value),
        }
    }

    /// What a person typed, in any of the usual ways to write a number; `None` where it is none.
    pub fn parse_typed(&self, text: &str) -> Option<Value> {
        match self.kind {
            Kind::Choice(_) | Kind::Widths { .. } => self.parse(text.trim()),
            kind => self.parse(&plain_number(text, matches!(kind, Kind::Whole(_)))),
        }
    }

    /// What a link's text asks for; `None` where it is not of the knob's kind.
    pub fn parse(&self, text: &str) -> Option<Value> {
        match self.kind {
            Kind::Choice(options) => {
                let at = options.keys.iter().position(|&key| key == text);
                at.map(Value::Choice)
            }
            Kind::Widths { .. } if text == "none" => Some(Value::Widths(Vec::new())),
            Kind::Widths { .. } => text
                .split('-')
                .map(|width| {
                    let digits = !width.is_empty() && width.bytes().all(|b| b.is_ascii_digit());
                    digits.then(|| width.parse().unwrap_or(u32::MAX))
                })
                .collect::<Option<Vec<u32>>>()
                .map(Value::Widths),
            _ => text
                .parse()
                .ok()
                .filter(|x: &f64| x.is_finite())
                .map(Value::Number),
        }
    }
}

/// A typed number as a link writes it: `0,003` and `−2` are as good as `0.003` and `-2`, and groups of
/// three digits belong together.
fn plain_number(text: &str, is_whole: bool) -> String {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{2019}' && *c != '\'')
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    let is_grouped = |mark: char| {
        let mut groups = text.trim_start_matches('-').split(mark);
        let first = groups.next().map_or(0, str::len);
        (1..=3).contains(&first)
            && text.contains(mark)
            && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
    };
    match ['.', ',']
        .into_iter()
        .find(|&mark| is_whole && is_grouped(mark))
    {
        Some(mark) => text.replace(mark, ""),
        None => text.replace(',', "."),
    }
}

/// The rounded text where it says the whole number, else the number itself: one that was typed may lie
/// between two of the slider's steps.
fn whole_or(x: f64, rounded: String) -> String {
    if rounded.parse() == Ok(x) {
        rounded
    } else {
        x.to_string()
    }
}

/// Two significant figures, without an exponent down to 0.00001: 0.003, 0.00012, 1, 2.5e-7.
pub fn significant(x: f64) -> String {
    if x == 0.0 {
        return "0".to_owned();
    }
    if x.abs() < 0.999e-5 {
        return format!("{x:.1e}").replace(".0e", "e");
    }
    let decimals = (1.0 - x.abs().log10().floor()).clamp(0.0, 6.0) as usize;
    let text = format!("{x:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
