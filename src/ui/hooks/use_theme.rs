use gloo_events::EventListener;
use web_sys::{Element, MediaQueryList};
use yew::prelude::*;

use super::storage;
use crate::plot::Theme;

const KEY: &str = "hourglass.theme";
const DARK: &str = "(prefers-color-scheme: dark)";
const MORE_CONTRAST: &str = "(prefers-contrast: more)";

fn query(media: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(media).ok()?
}

fn of_system() -> Theme {
    let matches = |media| query(media).is_some_and(|list| list.matches());
    Theme {
        is_dark: matches(DARK),
        has_more_contrast: matches(MORE_CONTRAST),
    }
}

fn name(is_dark: bool) -> &'static str {
    match is_dark {
        false => "light",
        true => "dark",
    }
}

fn chosen() -> Option<bool> {
    let known = storage::read(KEY)?;
    [false, true]
        .into_iter()
        .find(|&is_dark| name(is_dark) == known)
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// What the page shows at this moment.
pub fn shown_theme() -> Theme {
    let system = of_system();
    let set = root().and_then(|root| root.get_attribute("data-theme"));
    Theme {
        is_dark: set.map_or(system.is_dark, |set| set == name(true)),
        ..system
    }
}

/// Light or dark: as the system has it, until it is switched by hand; the switch is remembered. `asks_dark` is the link's
/// word, which counts until then. More contrast is the system's alone.
#[hook]
pub fn use_theme(asks_dark: Option<bool>) -> (Theme, Callback<()>) {
    let system = use_state_eq(of_system);
    let choice = use_state_eq(chosen);
    let setter = system.setter();
    use_effect_with((), move |()| {
        let listen = |media| {
            let setter = setter.clone();
            query(media)
                .map(|list| EventListener::new(&list, "change", move |_| setter.set(of_system())))
        };
        let listeners = [DARK, MORE_CONTRAST].map(listen);
        move || drop(listeners)
    });
    let setter = choice.setter();
    use_effect_with((), move |()| {
        let listener = storage::listen(KEY, move || setter.set(chosen()));
        move || drop(listener)
    });
    use_effect_with(asks_dark.or(*choice), |choice| {
        if let Some(root) = root() {
            // A root without attributes keeps the system's theme.
            let _ = match choice {
                Some(is_dark) => root.set_attribute("data-theme", name(*is_dark)),
                None => root.remove_attribute("data-theme"),
            };
        }
    });
    let theme = Theme {
        is_dark: asks_dark.or(*choice).unwrap_or(system.is_dark),
        ..*system
    };
    let switch = {
        let (system, choice) = (*system, choice.clone());
        Callback::from(move |()| {
            let is_dark = !theme.is_dark;
            // Back at the system's theme, the page follows the system again.
            if is_dark == system.is_dark {
                storage::forget(KEY);
                choice.set(None);
            } else {
                storage::write(KEY, name(is_dark));
                choice.set(Some(is_dark));
            }
        })
    };
    (theme, switch)
}
