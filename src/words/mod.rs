//! Every sentence, label and caption of the page, one table per language. A key is a field, so that a
//! language with a key too few, or an argument of another type, does not compile; what a number looks
//! like is the language's own affair.
//!
//! English is the language that says which keys there are: see [`english`]. A second one would be a
//! `static` of the same type in a file of its own, and [`words`] the place that chooses.

pub mod english;
mod number;
mod subscript;
mod table;

pub use english::{DeskWords, Knobs, Words};
pub use number::written;
pub use subscript::subscript;

/// The words of the page's language.
pub fn words() -> &'static Words {
    &english::WORDS
}

/// The words of what goes out of the page and comes in, and of its measurement.
pub fn desk_words() -> &'static DeskWords {
    &english::DESK_WORDS
}

/// The key of a text: what a record holds in its place.
#[derive(Clone, Copy, Debug)]
pub struct Text(pub fn(&'static Words) -> &'static str);

impl Text {
    pub fn get(self) -> &'static str {
        (self.0)(words())
    }
}

/// The key of a list of texts.
#[derive(Clone, Copy, Debug)]
pub struct Texts(pub fn(&'static Words) -> &'static [&'static str]);

impl Texts {
    pub fn get(self) -> &'static [&'static str] {
        (self.0)(words())
    }
}
