use std::rc::Rc;

use yew::prelude::*;

use super::storage;
use crate::session::{Action, Progress};

const KEY: &str = "hourglass.progress";

/// What the device remembers.
pub fn remembered_progress() -> Progress {
    storage::read(KEY).map_or_else(Progress::default, |text| Progress::from_text(&text))
}

/// Remembers on this device what was predicted and reached, in all tabs together. The page opens with
/// what the device remembers already.
#[hook]
pub fn use_progress(progress: &Rc<Progress>, dispatch: &Callback<Action>) {
    // What this tab and the device last agreed on.
    let agreed = use_mut_ref(|| (**progress).clone());
    use_effect_with((), {
        let (dispatch, agreed) = (dispatch.clone(), agreed.clone());
        move |()| {
            let listener = storage::listen(KEY, move || {
                let known = remembered_progress();
                agreed.replace(known.clone());
                dispatch.emit(Action::ProgressRestored(known.to_text()));
            });
            move || drop(listener)
        }
    });
    use_effect_with(progress.clone(), move |progress| {
        let mut agreed = agreed.borrow_mut();
        if *agreed != **progress {
            let merged = progress.merged(&agreed, &remembered_progress());
            storage::write(KEY, &merged.to_text());
            *agreed = merged;
        }
    });
}
