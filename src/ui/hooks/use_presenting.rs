use yew::prelude::*;

use super::storage;

const KEY: &str = "hourglass.present";

/// Whether the page is laid out for a projector, as the link asks for or as it was the last time, and the switch;
/// remembered.
#[hook]
pub fn use_presenting(asked: bool) -> (bool, Callback<()>) {
    let presenting = use_state_eq(|| asked || storage::read(KEY).is_some());
    use_effect_with(asked, {
        let setter = presenting.setter();
        move |&asked| {
            if asked {
                setter.set(true);
            }
        }
    });
    use_effect_with(*presenting, |presenting| {
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = root.toggle_attribute_with_force("data-presenting", *presenting);
        }
    });
    let switch = {
        let presenting = presenting.clone();
        Callback::from(move |()| {
            if *presenting {
                storage::forget(KEY);
            } else {
                storage::write(KEY, "1");
            }
            presenting.set(!*presenting);
        })
    };
    (*presenting, switch)
}
