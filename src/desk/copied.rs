//! Texts to take along: copied, or scanned.

use qrcodegen::{QrCode, QrCodeEcc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::table::write_to_clipboard;
use crate::words::desk_words;

/// A picture that a phone reads; a link may be too long for one.
pub fn code(link: &str) -> Html {
    /// Light modules about the code, as its specification asks.
    const MARGIN: i32 = 4;
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Medium) else {
        return html! { <p class="note">{desk_words().desk.long}</p> };
    };
    let size = code.size();
    let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let path: String = modules
        .filter(|&(x, y)| code.get_module(x, y))
        .map(|(x, y)| format!("M{x} {y}h1v1h-1z"))
        .collect();
    let side = size + 2 * MARGIN;
    html! {
        <figure class="qr">
            <svg viewBox={format!("{} {} {side} {side}", -MARGIN, -MARGIN)} role="img" aria-label={desk_words().desk.code}>
                <rect x={(-MARGIN).to_string()} y={(-MARGIN).to_string()} width={side.to_string()} height={side.to_string()} fill="#fff" />
                <path d={path} fill="#000" />
            </svg>
            <figcaption>{desk_words().desk.code_note}</figcaption>
        </figure>
    }
}

#[derive(PartialEq, Properties)]
pub struct CopiedProps {
    pub label: AttrValue,
    pub text: AttrValue,
}

/// A text to take along, and a button that copies it.
#[component]
pub fn Copied(props: &CopiedProps) -> Html {
    let is_copied = use_state_eq(|| None::<bool>);
    let onclick = {
        let (text, is_copied) = (props.text.clone(), is_copied.clone());
        move |_: MouseEvent| {
            let (text, is_copied) = (text.clone(), is_copied.clone());
            spawn_local(async move { is_copied.set(Some(write_to_clipboard(&text).await)) });
        }
    };
    let select = |event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            field.select();
        }
    };
    let words = &desk_words().desk;
    html! {
        <div class="copied">
            <label><span>{props.label.clone()}</span>
                <input type="text" readonly=true value={props.text.clone()} onfocus={select} />
            </label>
            <button type="button" {onclick}>{words.copy}</button>
            <span role="status">
                {match *is_copied {
                    None => "",
                    Some(true) => words.copied,
                    Some(false) => words.by_hand,
                }}
            </span>
        </div>
    }
}
