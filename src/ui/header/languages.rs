use yew::prelude::*;

use crate::words::{Language, words};
use web_sys::HtmlSelectElement;

pub struct LanguagesProps {
    pub spoken: Language,
    pub choose: Callback<Language>,
}

/// The page's language, as a list behind its two letters.
pub fn languages(props: &LanguagesProps) -> Html {
    let onchange = props.choose.reform(|event: Event| {
        let list: HtmlSelectElement = event.target_unchecked_into();
        Language::of(&list.value()).unwrap_or_default()
    });
    let languages = Language::ALL.into_iter().map(|language| {
        let is_spoken = language == props.spoken;
        html! { <option value={language.key()} lang={language.key()} selected={is_spoken}>{language.name()}</option> }
    });
    html! {
        <label class="tool language" title={words().header.language}>
            <span aria-hidden="true">{props.spoken.key()}</span>
            <select aria-label={words().header.language} {onchange}>{for languages}</select>
        </label>
    }
}
