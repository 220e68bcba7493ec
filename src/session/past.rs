//! A run that has gone, with all that brings it back.

use std::rc::Rc;

use super::{Failing, History, Look, Panel};
use crate::lessons::Lesson;
use crate::protocol::Run;
use crate::settings::Settings;

/// A run that a new one replaced, and that can be brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub run: Run,
    pub settings: Settings,
    pub history: Rc<History>,
    /// The user's own samples of that time.
    pub own: Option<Rc<Vec<u8>>>,
    /// Where the page was with it.
    pub stood: Rc<Stand>,
}

/// Where the page is in the course, and how it looks there.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    pub lesson: Lesson,
    pub scene: usize,
    pub failing: Option<Failing>,
    pub look: Look,
    pub lab: Rc<Vec<Panel>>,
}
