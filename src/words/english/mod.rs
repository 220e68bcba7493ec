//! English: a file for each region of the page, and for what the page is about.

mod header;

pub use header::Header;

/// All words of a language.
pub struct Words {
    pub header: Header,
}

pub static WORDS: Words = Words {
    header: Header::ENGLISH,
};
