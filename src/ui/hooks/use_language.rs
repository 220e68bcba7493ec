use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::file::file_of;
use super::storage;
use crate::session::Action;
use crate::words::{Language, bring, knows, language, speak, words};

const KEY: &str = "hourglass.language";
const LIST: &str = ".language select";

// What static/start.js has found out: the language of the link, of the last choice here, or of the browser.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    #[wasm_bindgen(js_name = languageKey)]
    fn language_key() -> String;
}

fn list_of_languages() -> Option<HtmlSelectElement> {
    let document = web_sys::window()?.document()?;
    document.query_selector(LIST).ok()??.dyn_into().ok()
}

/// The language in which the page opens.
fn first() -> Language {
    Language::of(&language_key()).unwrap_or_default()
}

/// Has the words of a language fetched, if they are not here. An error is a sentence.
async fn fetch_words(language: Language) -> Result<(), String> {
    let Some(file) = language.file().filter(|_| !knows(language)) else {
        return Ok(());
    };
    let bytes = file_of(file, Box::new(|_, _| {})).await?;
    bring(language, String::from_utf8_lossy(&bytes).into_owned());
    Ok(())
}

/// Speaks the language in which the page opens, or English where its words do not come.
pub async fn speak_first() {
    if fetch_words(first()).await.is_ok() {
        speak(first());
    }
}

/// The language that the page speaks, and how another one is chosen: it is remembered. What the link asks
/// for counts until then.
#[hook]
pub fn use_language(
    asked: Option<Language>,
    dispatch: &Callback<Action>,
) -> (Language, Callback<Language>) {
    let spoken = use_state_eq(language);
    let wanted = use_state_eq(first);
    use_effect_with(asked, {
        let wanted = wanted.setter();
        move |asked| {
            if let Some(asked) = *asked {
                wanted.set(asked);
            }
        }
    });
    let newest = use_mut_ref(first);
    use_effect_with(*wanted, {
        let newest = newest.clone();
        let (spoken, dispatch, wanted) = (spoken.setter(), dispatch.clone(), wanted.setter());
        move |&next| {
            *newest.borrow_mut() = next;
            spawn_local(async move {
                let half = || words().notices.half_words.to_owned();
                let brought = fetch_words(next).await;
                // The wish has changed meanwhile.
                if *newest.borrow() != next {
                    return;
                }
                match brought.and_then(|()| speak(next).then_some(()).ok_or_else(half)) {
                    Ok(()) => spoken.set(next),
                    Err(why) => {
                        wanted.set(language());
                        // Nothing is drawn anew for it.
                        if let Some(list) = list_of_languages() {
                            list.set_value(language().key());
                        }
                        dispatch.emit(Action::WordsFailed(next, why));
                    }
                }
            });
        }
    });
    let by_hand = use_mut_ref(|| false);
    use_effect_with(*spoken, {
        let by_hand = by_hand.clone();
        move |spoken| {
            let document = web_sys::window().and_then(|window| window.document());
            let root = document
                .as_ref()
                .and_then(|document| document.document_element());
            if let Some(root) = root {
                let _ = root.set_attribute("lang", spoken.key());
            }
            // The list that was chosen from is another element now.
            if let Some(list) = list_of_languages().filter(|_| by_hand.take()) {
                let _ = list.focus();
            }
        }
    });
    let choose = {
        let (wanted, dispatch) = (wanted.setter(), dispatch.clone());
        Callback::from(move |next: Language| {
            storage::write(KEY, next.key());
            *by_hand.borrow_mut() = true;
            wanted.set(next);
            // The link asks for none from now on.
            dispatch.emit(Action::LanguageChosen);
        })
    };
    (*spoken, choose)
}
