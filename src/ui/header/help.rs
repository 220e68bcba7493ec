use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::bubble::{bubble, help_of, place_of, use_said};
use crate::ui::shared::{Glyph, Icon};
use crate::words::{Text, words};

/// (keys, what they do).
const KEYS: [(Text, Text); 16] = [
    (Text(|w| w.keys.play), Text(|w| w.keys.play_does)),
    (Text(|w| w.keys.step), Text(|w| w.keys.step_does)),
    (Text(|w| w.keys.slow), Text(|w| w.keys.slow_does)),
    (Text(|w| w.keys.back), Text(|w| w.keys.back_does)),
    (Text(|w| w.keys.reset), Text(|w| w.keys.reset_does)),
    (Text(|w| w.keys.pin), Text(|w| w.keys.pin_does)),
    (Text(|w| w.keys.pinned), Text(|w| w.keys.pinned_does)),
    (Text(|w| w.keys.twin), Text(|w| w.keys.twin_does)),
    (Text(|w| w.keys.k), Text(|w| w.keys.k_does)),
    (Text(|w| w.keys.sample), Text(|w| w.keys.sample_does)),
    (Text(|w| w.keys.network), Text(|w| w.keys.network_does)),
    (Text(|w| w.keys.lessons), Text(|w| w.keys.lessons_does)),
    (Text(|w| w.keys.sound), Text(|w| w.keys.sound_does)),
    (Text(|w| w.keys.theme), Text(|w| w.keys.theme_does)),
    (Text(|w| w.keys.question), Text(|w| w.keys.question_does)),
    (Text(|w| w.keys.escape), Text(|w| w.keys.escape_does)),
];

#[derive(PartialEq, Properties)]
pub struct HelpProps {
    /// Whether the run is heard.
    pub is_heard: bool,
    pub switch_sound: Callback<()>,
    /// Whether keys that make a character do anything.
    pub has_characters: bool,
    pub switch_characters: Callback<()>,
    pub about: Callback<()>,
    pub close: Callback<()>,
}

fn button() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let button = document.query_selector(".tool.help-button").ok()??;
    button.dyn_into().ok()
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}

/// While it is open, everything says in a sentence what it is: to the pointer and to the focus.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let said = use_said(|document, said| {
        let on_focus = said.clone();
        [
            EventListener::new(document, "pointermove", move |event| {
                said.set(help_of(event).map(|help| (help, place_of(event))));
            }),
            EventListener::new(document, "focusin", move |event| {
                on_focus.set(help_of(event).map(|help| (help, place_of(event))));
            }),
        ]
    });
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            focus(node.cast());
            // Where it was opened, or could have been.
            || focus(button())
        }
    });
    let onchange = props.switch_characters.reform(|_: Event| ());
    let on_sound = props.switch_sound.reform(|_: Event| ());
    let (about, close) = (props.about.clone(), props.close.clone());
    let about = move |_: MouseEvent| {
        close.emit(());
        about.emit(());
    };
    let close = props.close.reform(|_: MouseEvent| ());
    html! {
        <>
            <div ref={node} class="help" role="dialog" tabindex="-1" aria-label={words().header.help}>
                <h2>
                    {words().header.help_lead}
                    <button type="button" class="plain" aria-label={words().header.close_help} onclick={close}>
                        <Icon glyph={Glyph::Close} />
                    </button>
                </h2>
                <dl>
                    {for KEYS.iter().map(|(key, does)| html! {
                        <div><dt><kbd>{key.get()}</kbd></dt><dd>{does.get()}</dd></div>
                    })}
                </dl>
                <label class="switch">
                    <input type="checkbox" checked={props.has_characters} {onchange} />
                    {words().header.character_keys}
                </label>
                <label class="switch">
                    <input type="checkbox" checked={props.is_heard} onchange={on_sound} />
                    {words().header.sound}
                </label>
                <button type="button" class="about-data" aria-haspopup="dialog" onclick={about}>{words().header.about}</button>
            </div>
            {bubble(said.as_ref())}
        </>
    }
}
