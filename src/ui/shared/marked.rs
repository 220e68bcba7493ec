use yew::prelude::*;

use super::in_view::show;
use crate::lessons::{Deed, Piece, pieces};
use crate::session::Action;
use crate::words::words;

pub struct MarkedProps {
    pub text: &'static str,
    pub dispatch: Callback<Action>,
}

/// The class of a concept's letter.
fn concept(letter: &str) -> &'static str {
    match letter {
        "x" => "input",
        "h" | "k" => "code",
        "r" | "g" => "reconstruction",
        _ => "",
    }
}

/// Marked text: letters in their concepts' colours, buttons that do what they say.
pub fn marked(props: &MarkedProps) -> Html {
    let words = pieces(props.text).into_iter().map(|piece| match piece {
        Piece::Text(text) => html! { text },
        Piece::Letter(letter) => {
            html! { <span class={classes!("letter", concept(letter))}>{letter}</span> }
        }
        Piece::Term { shown, term } => html! { <Explained {shown} {term} /> },
        Piece::Button { label, does } => {
            let dispatch = props.dispatch.clone();
            let onclick = move |_: MouseEvent| {
                dispatch.emit(Action::DeedPressed(does));
                show(match does {
                    Deed::Sweep | Deed::Decompose => ".panels",
                    _ => ".stage",
                });
            };
            html! { <button type="button" class="deed" {onclick}>{label}</button> }
        }
    });
    html! { <>{for words}</> }
}

#[derive(PartialEq, Properties)]
struct ExplainedProps {
    shown: &'static str,
    term: &'static str,
}

/// A term that says what it means: to a pointer that rests on it, and in place when it is pressed.
#[component]
fn Explained(props: &ExplainedProps) -> Html {
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let meaning = words().glossary.of(props.term).unwrap_or_default();
    html! {
        <>
            <button type="button" class="term-name" title={meaning} aria-expanded={is_open.to_string()} {onclick}>{props.shown}</button>
            if *is_open {
                <small class="meaning" role="note">{meaning}</small>
            }
        </>
    }
}
