//! A table of the run, to be read and copied on the page.

use csv::{ByteRecord, StringRecord};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::words::desk_words;

/// As many rows and columns as can be read; what is copied has all.
const MOST_ROWS: usize = 200;
const MOST_COLUMNS: usize = 40;

#[derive(PartialEq, Properties)]
pub struct TableProps {
    pub title: AttrValue,
    /// As CSV, the names of the columns first.
    pub text: AttrValue,
}

#[component]
pub fn Table(props: &TableProps) -> Html {
    let is_copied = use_state_eq(|| None::<bool>);
    let words = &desk_words().desk;
    let Read { head, body, count } = &*use_memo(props.text.clone(), |text| read(text));
    let (columns, count) = (head.len(), *count);
    let onclick = {
        let (text, is_copied) = (props.text.clone(), is_copied.clone());
        move |_: MouseEvent| copy(text.clone(), is_copied.clone())
    };
    html! {
        <section class="rows">
            <h3>{props.title.clone()}</h3>
            <p class="note">{words.table_of(count.min(MOST_ROWS), count, columns.min(MOST_COLUMNS), columns)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label={props.title.clone()}>
                <table>
                    <thead><tr>{for head.iter().take(MOST_COLUMNS).map(|name| html! { <th scope="col">{name}</th> })}</tr></thead>
                    <tbody>
                        {for body.iter().map(|row| html! {
                            <tr>{for row.iter().take(MOST_COLUMNS).map(|cell| html! { <td>{cell}</td> })}</tr>
                        })}
                    </tbody>
                </table>
            </div>
            <button type="button" class="small" {onclick}>{words.copy}</button>
            {" "}<span role="status">{match *is_copied {
                None => "",
                Some(true) => words.copied,
                Some(false) => words.by_hand,
            }}</span>
        </section>
    }
}

/// A table as far as it can be read.
struct Read {
    head: Vec<String>,
    body: Vec<StringRecord>,
    /// Rows in all.
    count: usize,
}

fn read(text: &str) -> Read {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let head = rows.headers().map_or(Vec::new(), |names| {
        names.iter().map(str::to_owned).collect()
    });
    let body: Vec<_> = rows
        .records()
        .take(MOST_ROWS)
        .filter_map(Result::ok)
        .collect();
    let (mut count, mut row) = (body.len(), ByteRecord::new());
    while rows
        .read_byte_record(&mut row)
        .is_ok_and(|is_there| is_there)
    {
        count += 1;
    }
    Read { head, body, count }
}

fn copy(text: AttrValue, is_copied: UseStateHandle<Option<bool>>) {
    spawn_local(async move { is_copied.set(Some(write_to_clipboard(&text).await)) });
}

/// Whether it is there now: a page that is not served safely has no clipboard.
pub async fn write_to_clipboard(text: &str) -> bool {
    let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
    match clipboard.filter(|clipboard| !clipboard.is_undefined()) {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
