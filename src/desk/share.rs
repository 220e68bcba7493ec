use std::rc::Rc;

use yew::prelude::*;

use super::builder::Builder;
use super::class::{Class, HandIn};
use super::copied::{Copied, code};
use crate::protocol::Brief;
use crate::words::desk_words;

#[derive(PartialEq, Properties)]
pub struct ShareProps {
    pub brief: Rc<Brief>,
}

/// The page as it stands, as an address, a picture of it to scan, and a frame for other pages.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let words = &desk_words().desk;
    // No link holds the user's own data.
    let is_own = props
        .brief
        .run
        .as_ref()
        .is_some_and(|run| run.own.is_some());
    let made = use_state_eq(|| props.brief.link.clone());
    let onmade = made.setter();
    let link = &*made;
    let frame = format!(
        "<iframe src=\"{}\" width=\"960\" height=\"720\" style=\"border: 0\" title=\"Hourglass\"></iframe>",
        link.replace('&', "&amp;").replace('"', "&quot;")
    );
    html! {
        <>
            <p class="note">{if is_own { words.own_note } else { words.share_note }}</p>
            <details class="for-a-class"><summary>{words.for_a_class}</summary>
                <Builder link={props.brief.link.clone()} own={props.brief.run.as_ref().and_then(|run| run.settings.own)} made={Callback::from(move |link| onmade.set(link))} />
            </details>
            <Copied label={words.link} text={link.clone()} />
            <Copied label={words.frame} text={frame} />
            {code(link)}
            <details class="hand-in"><summary>{desk_words().class.hand_in}</summary><HandIn brief={props.brief.clone()} /></details>
            <details class="class"><summary>{desk_words().class.class}</summary><Class /></details>
        </>
    }
}
