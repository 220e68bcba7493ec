use std::rc::Rc;

use yew::prelude::*;

use super::storage;
use crate::session::{Action, Progress};

const KEY: &str = "hourglass.progress";

/// Remembers on this device what was predicted and reached.
#[hook]
pub fn use_progress(progress: &Rc<Progress>, dispatch: &Callback<Action>) {
    let restored = use_mut_ref(|| false);
    use_effect_with((), {
        let (dispatch, restored) = (dispatch.clone(), restored.clone());
        move |()| {
            *restored.borrow_mut() = true;
            if let Some(text) = storage::read(KEY) {
                dispatch.emit(Action::ProgressRestored(text));
            }
        }
    });
    use_effect_with(progress.clone(), move |progress| {
        let text = progress.to_text();
        if *restored.borrow() && !text.is_empty() {
            storage::write(KEY, &text);
        }
    });
}
