//! English: a file for each region of the page, and for what the page is about.

mod aloud;
mod class;
mod controls;
mod credits;
mod data;
mod desk;
mod export;
mod glossary;
mod header;
mod import;
mod keys;
mod lesson;
mod lessons;
mod link;
mod notices;
mod panels;
mod plot;
mod points;
mod purposes;
mod readings;
mod samples;
mod session;
mod settings;
mod slow;
mod speed;
mod spoil;
mod stage;
mod strip;
mod twin;
mod worksheet;

use crate::words::table::tables;

pub use aloud::Aloud;
pub use class::Class;
pub use controls::Controls;
pub use credits::Credits;
pub use data::Data;
pub use desk::Desk;
pub use export::Export;
pub use glossary::Glossary;
pub use header::Header;
pub use import::Import;
pub use keys::Keys;
pub use lesson::Lesson;
pub use lessons::*;
pub use link::Link;
pub use notices::Notices;
pub use panels::Panels;
pub use plot::Plot;
pub use points::Points;
pub use purposes::Purposes;
pub use readings::Readings;
pub use samples::Samples;
pub use session::Session;
pub use settings::{Choices, Knobs};
pub use slow::Slow;
pub use speed::Speed;
pub use spoil::Spoil;
pub use stage::Stage;
pub use strip::Strip;
pub use twin::Twin;
pub use worksheet::Worksheet;

tables! {
    /// All words of the page.
    Words {
        aloud: Aloud,
        choices: Choices,
        controls: Controls,
        data: Data,
        denoising: Denoising,
        failures: Failures,
        glossary: Glossary,
        header: Header,
        intro: Intro,
        keys: Keys,
        knobs: Knobs,
        lab: Lab,
        lesson: Lesson,
        lessons: Lessons,
        link: Link,
        notices: Notices,
        panels: Panels,
        pca: Pca,
        plot: Plot,
        points: Points,
        purposes: Purposes,
        readings: Readings,
        session: Session,
        slow: Slow,
        sparse: Sparse,
        spoil: Spoil,
        stage: Stage,
        strip: Strip,
        twin: Twin,
        undercomplete: Undercomplete,
        uses: Uses,
    }
}

tables! {
    /// The words of the desk: a table of their own, which the page's program does not hold.
    DeskWords {
        class: Class,
        credits: Credits,
        desk: Desk,
        export: Export,
        import: Import,
        samples: Samples,
        speed: Speed,
        worksheet: Worksheet,
    }
}

pub static WORDS: Words = Words::ENGLISH;
pub static DESK_WORDS: DeskWords = DeskWords::ENGLISH;
