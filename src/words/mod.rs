//! Every sentence, label and caption of the page, one table per language. A key is a field, so that a
//! language with a key too few, or an argument of another type, does not compile; what a number looks
//! like is the language's own affair.
//!
//! English is the language that says which keys there are: see [`english`]. A second one would be a
//! `static` of the same type in a file of its own, and [`words`] the place that chooses.

pub mod english;
mod table;

pub use english::Words;

/// The words of the page's language.
pub fn words() -> &'static Words {
    &english::WORDS
}
