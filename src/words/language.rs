//! The languages that the page speaks, and which one it speaks now.

use std::cell::Cell;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// As links and browsers have it, in two letters of ISO 639.
    pub fn key(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// What stands before the decimals of a number.
    pub fn decimal_mark(self) -> &'static str {
        match self {
            Self::English => ".",
            Self::German => ",",
        }
    }

    /// Where the page has its words. English ones are in the program.
    pub fn file(self) -> Option<&'static str> {
        match self {
            Self::English => None,
            Self::German => Some("words/de.txt"),
        }
    }

    /// The language of this key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.key() == key)
    }
}

// That of a thread: the page has one, and tests in several languages run side by side.
thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that the page speaks.
pub fn language() -> Language {
    LANGUAGE.get()
}

pub(super) fn set_language(language: Language) {
    LANGUAGE.set(language);
}
