//! The band at the top: the name, the lessons, and what acts on the whole page, with what it opens
//! over it.

mod bar;
mod bubble;
mod help;
mod languages;
mod meaning;
mod tabs;

pub use bar::{HeaderProps, header};
pub use help::Help;
pub use meaning::Meaning;
