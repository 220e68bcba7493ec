use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};
use yew::prelude::*;

use crate::ui::shared::{Glyph, Icon, Placed};
use crate::words::{Text, words};

/// (keys, what they do).
const KEYS: [(Text, Text); 14] = [
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
    (Text(|w| w.keys.lessons), Text(|w| w.keys.lessons_does)),
    (Text(|w| w.keys.theme), Text(|w| w.keys.theme_does)),
    (Text(|w| w.keys.question), Text(|w| w.keys.question_does)),
    (Text(|w| w.keys.escape), Text(|w| w.keys.escape_does)),
];

#[derive(PartialEq, Properties)]
pub struct HelpProps {
    /// Whether keys that make a character do anything.
    pub has_characters: bool,
    pub switch_characters: Callback<()>,
    pub close: Callback<()>,
}

/// A sentence, and where on the screen it belongs.
pub(super) type Said = (String, [i32; 2]);

/// A sentence in a bubble at its place.
pub(super) fn bubble(said: Option<&Said>) -> Html {
    html! {
        <div class="bubble-place" aria-live="polite">
            if let Some((text, [x, y])) = said {
                <Placed class="bubble" left={format!("min({x}px, 100vw - 300px)")}
                    top={format!("min({}px, 100vh - 110px)", y + 18)}>{text}</Placed>
            }
        </div>
    }
}

/// What an element, or what it is part of, says of itself.
pub(super) fn help_of(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-help]")
        .ok()??
        .get_attribute("data-help")
}

/// While it is open, everything says in a sentence what it is: to the pointer and to the focus.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let said = use_state_eq(|| None::<Said>);
    use_effect_with((), {
        let said = said.setter();
        move |()| {
            let document = web_sys::window().and_then(|window| window.document());
            let listeners = document.map(|document| {
                let on_move = said.clone();
                [
                    EventListener::new(&document, "pointermove", move |event| {
                        let place = event
                            .dyn_ref::<PointerEvent>()
                            .map_or([0, 0], |pointer| [pointer.client_x(), pointer.client_y()]);
                        on_move.set(help_of(event).map(|help| (help, place)));
                    }),
                    EventListener::new(&document, "focusin", move |event| {
                        let target = event
                            .target()
                            .and_then(|target| target.dyn_into::<Element>().ok());
                        let place = target.map_or([0, 0], |target| {
                            let bounds = target.get_bounding_client_rect();
                            [bounds.left() as i32, bounds.bottom() as i32]
                        });
                        said.set(help_of(event).map(|help| (help, place)));
                    }),
                ]
            });
            move || drop(listeners)
        }
    });
    let onchange = props.switch_characters.reform(|_: Event| ());
    let close = props.close.reform(|_: MouseEvent| ());
    html! {
        <>
            <aside class="help" role="dialog" aria-label={words().header.help}>
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
            </aside>
            {bubble(said.as_ref())}
        </>
    }
}
