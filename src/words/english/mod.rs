//! English: a file for each region of the page, and for what the page is about.

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

/// All words of a language.
pub struct Words {
    pub choices: Choices,
    pub controls: Controls,
    pub data: Data,
    pub denoising: Denoising,
    pub failures: Failures,
    pub glossary: Glossary,
    pub header: Header,
    pub intro: Intro,
    pub keys: Keys,
    pub knobs: Knobs,
    pub lab: Lab,
    pub lesson: Lesson,
    pub lessons: Lessons,
    pub link: Link,
    pub notices: Notices,
    pub panels: Panels,
    pub pca: Pca,
    pub plot: Plot,
    pub points: Points,
    pub purposes: Purposes,
    pub readings: Readings,
    pub session: Session,
    pub slow: Slow,
    pub sparse: Sparse,
    pub spoil: Spoil,
    pub stage: Stage,
    pub strip: Strip,
    pub twin: Twin,
    pub undercomplete: Undercomplete,
    pub uses: Uses,
}

pub static WORDS: Words = Words {
    choices: Choices::ENGLISH,
    controls: Controls::ENGLISH,
    data: Data::ENGLISH,
    denoising: Denoising::ENGLISH,
    failures: Failures::ENGLISH,
    glossary: Glossary::ENGLISH,
    header: Header::ENGLISH,
    intro: Intro::ENGLISH,
    keys: Keys::ENGLISH,
    knobs: Knobs::ENGLISH,
    lab: Lab::ENGLISH,
    lesson: Lesson::ENGLISH,
    lessons: Lessons::ENGLISH,
    link: Link::ENGLISH,
    notices: Notices::ENGLISH,
    panels: Panels::ENGLISH,
    pca: Pca::ENGLISH,
    plot: Plot::ENGLISH,
    points: Points::ENGLISH,
    purposes: Purposes::ENGLISH,
    readings: Readings::ENGLISH,
    session: Session::ENGLISH,
    slow: Slow::ENGLISH,
    sparse: Sparse::ENGLISH,
    spoil: Spoil::ENGLISH,
    stage: Stage::ENGLISH,
    strip: Strip::ENGLISH,
    twin: Twin::ENGLISH,
    undercomplete: Undercomplete::ENGLISH,
    uses: Uses::ENGLISH,
};

/// The words of the desk: a table of their own, which the page's program does not hold.
pub struct DeskWords {
    pub class: Class,
    pub credits: Credits,
    pub desk: Desk,
    pub export: Export,
    pub import: Import,
    pub samples: Samples,
    pub speed: Speed,
    pub worksheet: Worksheet,
}

pub static DESK_WORDS: DeskWords = DeskWords {
    class: Class::ENGLISH,
    credits: Credits::ENGLISH,
    desk: Desk::ENGLISH,
    export: Export::ENGLISH,
    import: Import::ENGLISH,
    samples: Samples::ENGLISH,
    speed: Speed::ENGLISH,
    worksheet: Worksheet::ENGLISH,
};
