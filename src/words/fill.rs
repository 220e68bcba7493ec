//! How a sentence takes its arguments.

use super::number::{localised, written};

/// What a sentence can name in braces.
pub trait Argument {
    /// As it stands in a sentence, with so many decimals where the sentence says how many.
    fn told(&self, decimals: Option<usize>) -> String;
}

impl Argument for f64 {
    fn told(&self, decimals: Option<usize>) -> String {
        match decimals {
            Some(decimals) => rounded(*self, decimals),
            None => localised(&self.to_string()),
        }
    }
}

impl Argument for f32 {
    fn told(&self, decimals: Option<usize>) -> String {
        match decimals {
            Some(decimals) => rounded((*self).into(), decimals),
            None => localised(&self.to_string()),
        }
    }
}

/// So many decimals a number in a sentence has at most where it would else be a nought that it is not.
const MOST: usize = 3;

fn rounded(value: f64, decimals: usize) -> String {
    let shows = |&decimals: &usize| {
        let is_nought = value.abs() <= 0.5 * 0.1_f64.powi(decimals as i32);
        !is_nought
    };
    match (decimals..=MOST).find(shows) {
        Some(enough) => written(value, enough),
        None if decimals < MOST => written(0.0, decimals),
        None => written(value, decimals),
    }
}

macro_rules! as_they_are {
    ($($kind:ty),+) => {
        $(impl Argument for $kind {
            fn told(&self, _: Option<usize>) -> String {
                self.to_string()
            }
        })+
    };
}
as_they_are!(&str, u16, u32, u64, usize);

/// The sentence with each `{name}`, or `{name:.2}` for two decimals, replaced by the argument of that name; `names`
/// are the arguments', each with a space after it.
pub fn fill(sentence: &str, names: &str, arguments: &[&dyn Argument]) -> String {
    let mut parts = sentence.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (slot, rest) = part.split_once('}').unwrap_or((part, ""));
        let (name, decimals) = slot.split_once(":.").unwrap_or((slot, ""));
        let at = names.split(' ').position(|known| known == name);
        if let Some(argument) = at.and_then(|at| arguments.get(at)) {
            filled += &argument.told(decimals.parse().ok());
        }
        filled += rest;
    }
    filled
}
