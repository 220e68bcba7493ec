//! The words that the page speaks: English ones, or those of a file that was brought.

use std::cell::{Cell, OnceCell, RefCell};

use super::english::{DESK_WORDS, DeskWords, WORDS, Words};
use super::language::{Language, set_language};
use super::pack::Pack;

/// A language whose words are here: their file, and the tables that were made of it.
struct Brought {
    language: Language,
    file: &'static str,
    page: OnceCell<Option<Box<Words>>>,
    desk: OnceCell<Option<Box<DeskWords>>>,
}

// Of a thread, as the language is.
thread_local! {
    static BROUGHT: RefCell<Vec<&'static Brought>> = const { RefCell::new(Vec::new()) };
    static PAGE: Cell<&'static Words> = const { Cell::new(&WORDS) };
    static DESK: Cell<&'static DeskWords> = const { Cell::new(&DESK_WORDS) };
}

/// The words of the page's language.
pub fn words() -> &'static Words {
    PAGE.get()
}

/// The words of what goes out of the page and comes in, and of its measurement.
pub fn desk_words() -> &'static DeskWords {
    DESK.get()
}

/// Keeps the file of a language's words, for as long as the program runs.
pub fn bring(language: Language, file: String) {
    if brought(language).is_none() {
        let brought = Brought {
            language,
            file: file.leak(),
            page: OnceCell::new(),
            desk: OnceCell::new(),
        };
        BROUGHT.with_borrow_mut(|all| all.push(Box::leak(Box::new(brought))));
    }
}

/// The file of a language's words, if it was brought.
pub fn words_of(language: Language) -> Option<&'static str> {
    brought(language).map(|brought| brought.file)
}

/// Whether the words of a language are here.
pub fn knows(language: Language) -> bool {
    language == Language::English || brought(language).is_some()
}

/// From here on the page speaks this language, if its words are here, and whole; whether it does.
pub fn speak(language: Language) -> bool {
    let words = match language {
        Language::English => Some(&WORDS),
        _ => {
            brought(language).and_then(|found| whole(&found.page, found, &WORDS, Words::translate))
        }
    };
    if let Some(words) = words {
        set_language(language);
        PAGE.set(words);
    }
    words.is_some()
}

/// As [`speak`], for the desk's words.
pub fn speak_at_desk(language: Language) {
    let words = match language {
        Language::English => Some(&DESK_WORDS),
        _ => brought(language)
            .and_then(|found| whole(&found.desk, found, &DESK_WORDS, DeskWords::translate)),
    };
    if let Some(words) = words {
        DESK.set(words);
    }
}

/// A table in another language, made once; `None` where the file lacks some of it: half would say the wrong thing.
fn whole<T: Copy>(
    made: &'static OnceCell<Option<Box<T>>>,
    found: &Brought,
    english: &T,
    translate: fn(&mut T, &mut Pack),
) -> Option<&'static T> {
    made.get_or_init(|| {
        let mut words = Box::new(*english);
        let mut pack = Pack::of(found.file);
        translate(&mut words, &mut pack);
        pack.is_whole().then_some(words)
    })
    .as_deref()
}

fn brought(language: Language) -> Option<&'static Brought> {
    BROUGHT.with_borrow(|all| all.iter().find(|found| found.language == language).copied())
}
