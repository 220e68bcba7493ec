//! The top of the rail: what the lesson is about, a question first, what to try, what is done, and
//! what can go wrong.

mod text;

pub use text::{LessonTextProps, lesson_text};
