use std::cell::Cell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, DragEvent, FileList, HtmlInputElement};
use yew::prelude::*;

use super::Status;
use super::decode::decoded;
use super::look::Look;
use crate::data::OwnData;
use crate::desk::thread::{Job, asked};
use crate::import::{Choices, Content, Incoming, MOST_BYTES};
use crate::orders::{Made, Order};
use crate::words::desk_words;

// What static/start.js keeps of what was dropped or pasted before the desk was there.
#[wasm_bindgen(js_namespace = hourglass)]
extern "C" {
    #[wasm_bindgen(js_name = dropped)]
    fn dropped() -> JsValue;
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
    let files = use_mut_ref(Rc::<Vec<Incoming>>::default);
    let choices = use_mut_ref(Choices::default);
    // What is asked for later makes void what was asked for before.
    let round = use_memo((), |()| Rc::new(Cell::new(0_u32)));
    let job = use_mut_ref(|| None::<Job>);
    let understand = {
        let (status, files, choices) = (status.setter(), files.clone(), choices.clone());
        let (round, job) = (Rc::clone(&round), job.clone());
        Callback::from(move |()| {
            round.set(round.get() + 1);
            let (own, round, job) = (round.get(), Rc::clone(&round), job.clone());
            let (status, files, choices) =
                (status.clone(), files.clone(), choices.borrow().clone());
            status.set(Status::Busy(words.reading.to_owned()));
            spawn_local(async move {
                let tell = {
                    let (status, round) = (status.clone(), round.clone());
                    move |said: String| {
                        if round.get() == own {
                            status.set(Status::Busy(said));
                        }
                    }
                };
                let brought = files.borrow().as_ref().clone();
                let found = understood(brought, choices, &job, tell, |pictures| {
                    files.replace(Rc::new(pictures));
                })
                .await;
                if round.get() == own {
                    status.set(found);
                }
            });
        })
    };
    let choose = {
        let (files, choices) = (files.clone(), choices.clone());
        let (status, understand) = (status.setter(), understand.clone());
        Callback::from(move |chosen: Vec<web_sys::File>| {
            let (files, choices) = (files.clone(), choices.clone());
            let (status, understand) = (status.clone(), understand.clone());
            spawn_local(async move {
                status.set(Status::Busy(words.reading.to_owned()));
                match contents(chosen).await {
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
    let onchange = {
        let choose = choose.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                choose.emit(listed(input.files()));
                input.set_value("");
            }
        }
    };
    let ondrop = {
        let choose = choose.clone();
        move |event: DragEvent| {
            event.prevent_default();
            event.stop_propagation();
            choose.emit(listed(event.data_transfer().and_then(|data| data.files())));
        }
    };
    let onpaste = {
        let choose = choose.clone();
        move |event: Event| {
            let Some(data) = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            event.prevent_default();
            event.stop_propagation();
            let files = listed(data.files());
            let text = data.get_data("text/plain").unwrap_or_default();
            let parts = js_sys::Array::of1(&text.into());
            let pasted = web_sys::File::new_with_str_sequence(&parts, words.pasted);
            choose.emit(if files.is_empty() {
                pasted.into_iter().collect()
            } else {
                files
            });
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
        let (status, round, job) = (status.setter(), Rc::clone(&round), job.clone());
        move |_: MouseEvent| {
            round.set(round.get() + 1);
            job.take();
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
            <textarea class="paste" rows="2" aria-label={words.paste} placeholder={words.paste} />
            <div aria-live="polite">
                {match &*status {
                    Status::Idle => Html::default(),
                    Status::Busy(what) => html! {
                        <p class="said">{what}{" "}<button type="button" class="small" onclick={cancel}>{words.cancel}</button></p>
                    },
                    Status::Read(import) => html! {
                        <Look import={import.clone()} choices={chosen} {turn} take={props.take.clone()} />
                    },
                    Status::Failed(why) => html! { <p class="failed" role="alert">{why}</p> },
                }}
            </div>
        </div>
    }
}

fn listed(files: Option<FileList>) -> Vec<web_sys::File> {
    let files = files.into_iter();
    files
        .flat_map(|files| (0..files.length()).filter_map(move |at| files.get(at)))
        .collect()
}

/// The bytes of files. An error is a sentence; one that is too large is not read at all.
async fn contents(chosen: Vec<web_sys::File>) -> Result<Vec<Incoming>, String> {
    let words = &desk_words().import;
    let total: f64 = chosen.iter().map(|file| file.size()).sum();
    if total > MOST_BYTES as f64 {
        let name = chosen.first().map(web_sys::File::name).unwrap_or_default();
        let found = words.megabytes((total / f64::from(1 << 20)) as usize);
        return Err(words.fault(&name, &words.at_most_megabytes(MOST_BYTES >> 20), &found));
    }
    let mut read = Vec::with_capacity(chosen.len());
    for file in chosen {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into());
        let path = path
            .ok()
            .and_then(|path| path.as_string())
            .filter(|path| !path.is_empty());
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| desk_words().desk.gone.to_owned())?;
        read.push(Incoming {
            name: path.unwrap_or_else(|| file.name()),
            content: Content::Bytes(Uint8Array::new(&buffer).to_vec()),
        });
    }
    Ok(read)
}

/// What is understood of files; what the browser must decode is decoded, kept, and asked about again.
async fn understood(
    files: Vec<Incoming>,
    choices: Choices,
    job: &std::cell::RefCell<Option<Job>>,
    tell: impl Fn(String),
    keep: impl Fn(Vec<Incoming>),
) -> Status {
    let mut order = Order::Import {
        files,
        choices: choices.clone(),
    };
    // Pictures in an archive are found in the first round, and read in the second.
    for _ in 0..2 {
        let made = asked(order, job).await;
        match made {
            Ok(Made::Samples(import)) => return Status::Read(Rc::new(*import)),
            Ok(Made::Encoded(encoded)) => {
                let files = decoded(encoded, &tell).await;
                keep(files.clone());
                order = Order::Import {
                    files,
                    choices: choices.clone(),
                };
            }
            Ok(Made::Refused(fault)) => return Status::Failed(fault.0),
            Ok(_) => break,
            Err(why) => return Status::Failed(why),
        }
    }
    Status::Failed(desk_words().samples.undecoded.to_owned())
}
