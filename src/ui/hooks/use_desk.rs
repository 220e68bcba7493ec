use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::worker::describe;
use crate::protocol::Told;
use crate::session::{Action, State};
use crate::wire::{message_from_js, parcel_from_message};

// What static/start.js fetches when it is first asked for.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    fn desk(brief: &JsValue, hear: &JsValue) -> Promise;
}

/// Opens the desk with its brief once that is complete, and does what it tells.
#[hook]
pub fn use_desk(state: &Rc<State>, dispatch: &Callback<Action>) {
    let brief = state.brief();
    let dispatch = dispatch.clone();
    use_effect_with(brief.is_some(), move |_| {
        let Some(mut brief) = brief else {
            return;
        };
        dispatch.emit(Action::DeskBriefed);
        let page = web_sys::window().and_then(|window| window.location().href().ok());
        let page = page.unwrap_or_default();
        let page = page.split('#').next().unwrap_or_default();
        brief.link = format!("{page}{}", brief.link);
        if let Some(run) = &mut brief.run {
            run.link.clone_from(&brief.link);
        }
        let hear = Closure::<dyn FnMut(JsValue)>::new({
            let dispatch = dispatch.clone();
            move |told| match message_from_js(told) {
                Ok(Told::Brought(run)) => dispatch.emit(Action::RunBrought(run)),
                Ok(Told::Data(brought)) => dispatch.emit(Action::DataBrought(brought.into())),
                Ok(Told::LookedBack(step)) => dispatch.emit(Action::LookedBack(step)),
                Ok(Told::Closed) | Err(_) => {}
            }
        });
        spawn_local(async move {
            let opened = match parcel_from_message(brief) {
                Ok(parcel) => JsFuture::from(desk(&parcel.message, &hear.into_js_value())).await,
                Err(error) => Err(error),
            };
            if let Err(error) = opened {
                dispatch.emit(Action::DeskFailed(describe(&error)));
            }
        });
    });
}
