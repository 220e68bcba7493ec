use yew::prelude::*;

use crate::data::CATALOGUE;
use crate::export::credits;
use crate::words::desk_words;

/// The page that says how fast this device trains: static/start.js opens it.
const SPEED: &str = "#speed";

/// Where the data come from, and under which licence.
#[component]
pub fn About() -> Html {
    let words = &desk_words().credits;
    let rows = CATALOGUE.iter().map(|record| {
        let [credit, licence] = credits(record.data);
        html! { <tr><th scope="row">{record.title.get()}</th><td>{credit}</td><td>{licence}</td></tr> }
    });
    html! {
        <>
            <p class="note">{words.about_note}{" "}<a href={SPEED}>{words.speed}</a></p>
            <div class="scroll credits" tabindex="0" role="region" aria-label={words.about}>
                <table>
                    <thead><tr><th scope="col">{words.data_set}</th><th scope="col">{words.credit}</th><th scope="col">{words.licence}</th></tr></thead>
                    <tbody>{for rows}</tbody>
                </table>
            </div>
        </>
    }
}
