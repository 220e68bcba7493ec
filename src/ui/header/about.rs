use yew::prelude::*;

use crate::data::CATALOGUE;

/// Where the data come from, and under which licence.
#[component]
pub fn About() -> Html {
    let rows = CATALOGUE.iter().map(|record| {
        html! {
            <tr>
                <th scope="row">{record.title}</th>
                <td>{record.credit}</td>
                <td>{record.licence}</td>
            </tr>
        }
    });
    html! {
        <details class="about">
            <summary>{"About the data"}</summary>
            <div class="panel">
                <table>
                    <thead><tr><th>{"Data set"}</th><th>{"Credit"}</th><th>{"Licence"}</th></tr></thead>
                    <tbody>{for rows}</tbody>
                </table>
                <p class="note">
                    {"A fifth of every set is held out and never trained on. Everything runs in this page; nothing is sent anywhere."}
                </p>
            </div>
        </details>
    }
}
