use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DragEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Status;
use super::look::Look;
use super::reading::{as_file, contents, listed, understood};
use crate::data::OwnData;
use crate::desk::thread::Job;
use crate::import::{Choices, Import, Incoming};
use crate::words::desk_words;

/// Who types is read after a pause.
const TYPING_MS: u32 = 500;
/// A longer text is read without being shown.
const MOST_IN_BOX: usize = 100_000;

// What static/start.js keeps of what was dropped or pasted before the desk was there.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    #[wasm_bindgen(js_name = dropped)]
    fn dropped() -> JsValue;
}

/// What is asked for later makes void what was asked for before.
#[derive(Clone, Default)]
struct Rounds(Rc<Cell<u32>>);

impl Rounds {
    /// Whether no later one has begun.
    fn begin(&self) -> impl Fn() -> bool + use<> {
        let (own, newest) = (self.0.get() + 1, self.0.clone());
        newest.set(own);
        move || newest.get() == own
    }
}

#[derive(PartialEq, Properties)]
pub struct FilesProps {
    pub take: Callback<Rc<OwnData>>,
}

/// Files that are chosen, dropped or pasted, and what was understood of them.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let words = &desk_words().samples;
    let status = use_state_eq(|| Status::Idle);
    // What was understood last, and by which choices.
    let read = use_state_eq(|| None::<(Rc<Import>, Choices)>);
    let files = use_mut_ref(Rc::<Vec<Incoming>>::default);
    let choices = use_mut_ref(Choices::default);
    let rounds = (*use_memo((), |()| Rounds::default())).clone();
    let job = use_mut_ref(|| None::<Job>);
    let understand = {
        let (status, read) = (status.setter(), read.setter());
        let (files, choices) = (files.clone(), choices.clone());
        let (rounds, job) = (rounds.clone(), job.clone());
        Callback::from(move |()| {
            let is_newest = rounds.begin();
            let (status, read, job) = (status.clone(), read.clone(), job.clone());
            let (files, choices) = (files.clone(), choices.borrow().clone());
            status.set(Status::Busy(words.reading.to_owned()));
            spawn_local(async move {
                let tell = |said: String| {
                    if is_newest() {
                        status.set(Status::Busy(said));
                    }
                };
                let brought = files.borrow().as_ref().clone();
                let keep = |pictures| drop(files.replace(Rc::new(pictures)));
                let found =
                    understood(brought, choices.clone(), &job, (&is_newest, tell, keep)).await;
                match found {
                    _ if !is_newest() => {}
                    Ok(import) => {
                        read.set(Some((import, choices)));
                        status.set(Status::Idle);
                    }
                    Err(why) => status.set(Status::Failed(why)),
                }
            });
        })
    };
    let choose = {
        let (files, choices) = (files.clone(), choices.clone());
        let (status, read) = (status.setter(), read.setter());
        let (rounds, job, understand) = (rounds.clone(), job.clone(), understand.clone());
        Callback::from(move |chosen: Vec<web_sys::File>| {
            let is_newest = rounds.begin();
            job.take();
            read.set(None);
            status.set(Status::Busy(words.reading.to_owned()));
            let (files, choices) = (files.clone(), choices.clone());
            let (status, understand) = (status.clone(), understand.clone());
            spawn_local(async move {
                match contents(chosen).await {
                    _ if !is_newest() => {}
                    Ok(read) => {
                        files.replace(Rc::new(read));
                        choices.replace(Choices::default());
                        understand.emit(());
                    }
                    Err(why) => status.set(Status::Failed(why)),
                }
            });
        })
    };
    use_effect_with((), {
        let choose = choose.clone();
        move |()| {
            let waiting = dropped().dyn_into::<js_sys::Array>();
            let waiting: Vec<web_sys::File> = waiting.map_or(Vec::new(), |files| {
                files
                    .iter()
                    .filter_map(|file| file.dyn_into().ok())
                    .collect()
            });
            if !waiting.is_empty() {
                choose.emit(waiting);
            }
        }
    });
    let typing = use_mut_ref(|| None::<Timeout>);
    let onchange = {
        let (choose, typing) = (choose.clone(), typing.clone());
        move |event: Event| {
            typing.take();
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                choose.emit(listed(input.files()));
                input.set_value("");
            }
        }
    };
    let ondrop = {
        let (choose, typing) = (choose.clone(), typing.clone());
        move |event: DragEvent| {
            typing.take();
            event.prevent_default();
            event.stop_propagation();
            choose.emit(listed(event.data_transfer().and_then(|data| data.files())));
        }
    };
    let onpaste = {
        let (choose, typing) = (choose.clone(), typing.clone());
        move |event: Event| {
            let Some(data) = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            event.stop_propagation();
            let files = listed(data.files());
            let text = data.get_data("text/plain").unwrap_or_default();
            // A short text goes into the box, where it can be put right, and is read there.
            let is_in_box = event.target_dyn_into::<HtmlTextAreaElement>().is_some();
            if files.is_empty() && is_in_box && text.len() <= MOST_IN_BOX {
                return;
            }
            event.prevent_default();
            typing.take();
            choose.emit(if files.is_empty() {
                as_file(&text)
            } else {
                files
            });
        }
    };
    let oninput = {
        let (choose, typing) = (choose.clone(), typing.clone());
        move |event: InputEvent| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else {
                return;
            };
            let choose = choose.clone();
            let read = Timeout::new(TYPING_MS, move || {
                let text = area.value();
                if !text.trim().is_empty() {
                    choose.emit(as_file(&text));
                }
            });
            *typing.borrow_mut() = Some(read);
        }
    };
    let ondragover = |event: DragEvent| event.prevent_default();
    let turn = {
        let (choices, understand) = (choices.clone(), understand.clone());
        Callback::from(move |chosen: Choices| {
            choices.replace(chosen);
            understand.emit(());
        })
    };
    let cancel = {
        let (status, read, choices) = (status.setter(), read.clone(), choices.clone());
        let (rounds, job) = (rounds.clone(), job.clone());
        let typing = typing.clone();
        move |_: MouseEvent| {
            typing.take();
            let _ = rounds.begin();
            job.take();
            if let Some((_, before)) = &*read {
                choices.replace(before.clone());
            }
            status.set(Status::Idle);
        }
    };
    let chosen = choices.borrow().clone();
    html! {
        <div class="files" {ondrop} {ondragover} {onpaste}>
            <label class="bring">
                <span>{words.choose}</span>
                <input type="file" multiple=true aria-label={words.files} onchange={onchange.clone()} />
            </label>
            <label class="bring folder">
                <span>{words.folder}</span>
                <input type="file" multiple=true webkitdirectory=true aria-label={words.folder_of_images} {onchange} />
            </label>
            <textarea class="paste" rows="2" aria-label={words.paste} placeholder={words.paste} {oninput} />
            <div aria-live="polite">
                {match &*status {
                    Status::Idle => Html::default(),
                    Status::Busy(what) => html! {
                        <p class="said">{what}{" "}<button type="button" class="small" onclick={cancel}>{words.cancel}</button></p>
                    },
                    Status::Failed(why) => html! { <p class="failed" role="alert">{why}</p> },
                }}
            </div>
            // What was understood stays while it is understood anew: an option that is turned has the focus.
            if let Some((import, _)) = &*read {
                <Look import={import.clone()} choices={chosen} is_current={*status == Status::Idle} {turn} take={props.take.clone()} />
            }
        </div>
    }
}
