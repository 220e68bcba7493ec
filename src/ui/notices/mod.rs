//! One line each above the figure: what went wrong or is under way, and at most one thing to do about
//! it.

mod list;

pub use list::{NoticesProps, notices};
