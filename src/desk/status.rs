//! What goes on in the desk, in words.

use yew::prelude::*;

use crate::words::desk_words;

/// What is going on.
#[derive(Clone, PartialEq)]
pub enum Status {
    Idle,
    Busy,
    /// How far it is, what is saved.
    Said(String),
    /// What went wrong.
    Failed(String),
}

/// The line that says it.
pub fn said(status: &Status) -> Html {
    html! {
        <>
            <p class="said" role="status">
                {match status {
                    Status::Busy => desk_words().desk.busy,
                    Status::Said(said) => said.as_str(),
                    Status::Idle | Status::Failed(_) => "",
                }}
            </p>
            if let Status::Failed(why) = status {
                <p class="failed" role="alert">{why.clone()}</p>
            }
        </>
    }
}
