use std::rc::Rc;

use yew::prelude::*;

use crate::plot::Theme;
use crate::session::{Action, History, Picture, State};

/// What the stage and its figures are drawn from.
#[derive(PartialEq, Properties)]
pub struct StageProps {
    pub state: Rc<State>,
    /// What is to be looked at: this run's picture, or the pinned one's.
    pub picture: Option<Picture>,
    pub theme: Theme,
    pub on_twin: Callback<Option<Rc<History>>>,
    pub dispatch: Callback<Action>,
}
