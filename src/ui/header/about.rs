use yew::prelude::*;

use crate::data::CATALOGUE;
use crate::words::words;

/// The page that says how fast this device trains: static/start.js opens it.
const SPEED: &str = "#speed";

/// Where the data come from, and under which licence.
#[component]
pub fn About() -> Html {
    let rows = CATALOGUE.iter().map(|record| {
        html! {
            <tr>
                <th scope="row">{record.title.get()}</th>
                <td>{record.credit.get()}</td>
                <td>{record.licence.get()}</td>
            </tr>
        }
    });
    html! {
        <details class="about">
            <summary>{words().header.about}</summary>
            <div class="panel">
                <table>
                    <thead><tr><th>{words().header.data_set}</th><th>{words().header.credit}</th><th>{words().header.licence}</th></tr></thead>
                    <tbody>{for rows}</tbody>
                </table>
                <p class="note">
                    {words().header.about_note}
                    {" "}<a href={SPEED}>{words().header.speed}</a>
                </p>
            </div>
        </details>
    }
}
