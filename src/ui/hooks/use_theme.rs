use gloo_events::EventListener;
use web_sys::MediaQueryList;
use yew::prelude::*;

use super::storage;
use crate::plot::Theme;

const KEY: &str = "hourglass.theme";

fn query() -> Option<MediaQueryList> {
    web_sys::window()?
        .match_media("(prefers-color-scheme: dark)")
        .ok()?
}

fn of_system() -> Theme {
    match query() {
        Some(list) if list.matches() => Theme::Dark,
        _ => Theme::Light,
    }
}

fn name(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn chosen() -> Option<Theme> {
    let known = storage::read(KEY)?;
    [Theme::Light, Theme::Dark]
        .into_iter()
        .find(|&theme| name(theme) == known)
}

/// Light or dark: as the system has it, until it is switched by hand; the switch is remembered.
#[hook]
pub fn use_theme(asked: Option<Theme>) -> (Theme, Callback<()>) {
    let system = use_state_eq(of_system);
    let choice = use_state_eq(chosen);
    // What the link asks for counts until it is switched by hand.
    let asked = use_state_eq(|| asked);
    let setter = system.setter();
    use_effect_with((), move |()| {
        let listener = query()
            .map(|list| EventListener::new(&list, "change", move |_| setter.set(of_system())));
        move || drop(listener)
    });
    let setter = choice.setter();
    use_effect_with((), move |()| {
        let listener = storage::listen(KEY, move || setter.set(chosen()));
        move || drop(listener)
    });
    use_effect_with(asked.or(*choice), |choice| {
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element());
        if let Some(root) = root {
            // A root without attributes keeps the system's theme.
            let _ = match choice {
                Some(theme) => root.set_attribute("data-theme", name(*theme)),
                None => root.remove_attribute("data-theme"),
            };
        }
    });
    let theme = asked.or(*choice).unwrap_or(*system);
    let switch = {
        let (system, choice, asked) = (*system, choice.clone(), asked.clone());
        Callback::from(move |()| {
            let next = match theme {
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::Light,
            };
            asked.set(None);
            // Back at the system's theme, the page follows the system again.
            if next == system {
                storage::forget(KEY);
                choice.set(None);
            } else {
                storage::write(KEY, name(next));
                choice.set(Some(next));
            }
        })
    };
    (theme, switch)
}
