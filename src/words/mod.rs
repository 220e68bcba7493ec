//! Every sentence, label and caption of the page, one table per language. A key is a field, so that a
//! key that nobody wrote does not compile; what a number looks like is the language's own affair.
//!
//! English is the language that says which keys there are, and is in the program: see [`english`]. Any
//! other is a text file, see [`Pack`], that is fetched where it is spoken.

mod chosen;
pub mod english;
mod fill;
mod language;
mod number;
mod pack;
mod spoken;
mod subscript;
mod table;

pub use chosen::{bring, desk_words, knows, speak, speak_at_desk, words};
pub use english::{DeskWords, Knobs, Words};
pub use language::{Language, language};
pub use number::{localised, written};
pub use pack::Pack;
pub use spoken::Spoken;
pub use subscript::subscript;

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
