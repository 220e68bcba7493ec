use yew::prelude::*;

use crate::lessons::{Piece, pieces};
use crate::session::Action;

#[derive(PartialEq, Properties)]
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
#[component]
pub fn Marked(props: &MarkedProps) -> Html {
    let words = pieces(props.text).into_iter().map(|piece| match piece {
        Piece::Text(text) => html! { text },
        Piece::Letter(letter) => {
            html! { <span class={classes!("letter", concept(letter))}>{letter}</span> }
        }
        Piece::Button { label, does } => {
            let dispatch = props.dispatch.clone();
            let onclick = move |_: MouseEvent| dispatch.emit(Action::DeedPressed(does));
            html! { <button type="button" class="deed" {onclick}>{label}</button> }
        }
    });
    html! { <>{for words}</> }
}
