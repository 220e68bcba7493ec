//! English: a file for each region of the page, and for what the page is about.

mod controls;
mod header;

pub use controls::Controls;
pub use header::Header;

/// All words of a language.
pub struct Words {
    pub controls: Controls,
    pub header: Header,
}

pub static WORDS: Words = Words {
    controls: Controls::ENGLISH,
    header: Header::ENGLISH,
};
