use gloo_events::EventListener;
use web_sys::MediaQueryList;
use yew::prelude::*;

use crate::plot::Theme;

fn query() -> Option<MediaQueryList> {
    web_sys::window()?
        .match_media("(prefers-color-scheme: dark)")
        .ok()?
}

fn current() -> Theme {
    match query() {
        Some(list) if list.matches() => Theme::Dark,
        _ => Theme::Light,
    }
}

/// Light or dark, as the system has it.
#[hook]
pub fn use_theme() -> Theme {
    let theme = use_state_eq(current);
    let setter = theme.setter();
    use_effect_with((), move |()| {
        let listener =
            query().map(|list| EventListener::new(&list, "change", move |_| setter.set(current())));
        move || drop(listener)
    });
    *theme
}
