use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::download::download;
use super::pictures::Pictures;
use super::status::{Status, said};
use super::table::Table;
use super::thread::asked;
use super::worksheet::Worksheet;
use crate::data::record;
use crate::export::{Fault, Format, Trouble};
use crate::orders::{Made, Order};
use crate::protocol::{Brief, SavedRun, Told};
use crate::ui::file_of;
use crate::words::{DeskWords, desk_words};

type Title = fn(&'static DeskWords) -> &'static str;

/// (what they are for, the formats).
const GROUPS: [(Title, &[Format]); 4] = [
    (
        |w| w.desk.to_come_back,
        &[Format::Json, Format::SafeTensors],
    ),
    (
        |w| w.desk.to_go_on,
        &[Format::PyTorch, Format::Keras, Format::Notebook],
    ),
    (|w| w.desk.numbers, Format::TABLES),
    (
        |w| w.desk.other_programs,
        &[Format::Npz, Format::EncoderOnnx, Format::DecoderOnnx],
    ),
];

#[derive(PartialEq, Properties)]
pub struct ExportProps {
    pub brief: Rc<Brief>,
    /// Goes on with a run from a file.
    pub bring: Callback<Box<SavedRun>>,
    pub tell: Callback<Told>,
}

/// Whether a file went to the device, rather than onto the page.
struct Saved(bool);

/// The run as files, and a run from a file.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let status = use_state_eq(|| Status::Idle);
    let words = &desk_words().desk;
    let is_busy = *status == Status::Busy;
    let table = use_state(|| None::<(AttrValue, AttrValue)>);
    let groups = GROUPS.iter().map(|(title, formats)| {
        let run = props.brief.run.as_deref();
        let there = (formats.iter()).filter(|format| run.is_none_or(|run| format.applies(run)));
        let rows = there.map(|&format| {
            let write = |then: Callback<(String, Vec<u8>), Result<Saved, String>>| {
                let (run, status) = (props.brief.run.clone(), status.clone());
                move |_: MouseEvent| {
                    if let Some(run) = run.clone() {
                        write(run, format, status.clone(), then.clone());
                    }
                }
            };
            let save = write(Callback::from(|(name, bytes): (String, Vec<u8>)| {
                download(&name, &bytes).map(|()| Saved(true))
            }));
            let disabled = is_busy || props.brief.run.is_none();
            let [label, note] = format.words();
            let show = format.is_table().then(|| {
                let table = table.clone();
                let onclick = write(Callback::from(move |(_, bytes): (String, Vec<u8>)| {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    table.set(Some((label.into(), text.into())));
                    Ok(Saved(false))
                }));
                let name = words.read_table(label);
                html! { <button type="button" class="small" {disabled} {onclick} aria-label={name}>{words.read}</button> }
            });
            html! {
                <li><button type="button" class="ware" {disabled} onclick={save}>
                    <b>{label}</b><small>{note}</small>
                </button>{show}</li>
            }
        });
        let shown = table.as_ref().filter(|_| formats.iter().any(|format| format.is_table()));
        html! {
            <section><h3>{title(desk_words())}</h3><ul class="wares">{for rows}</ul>
                if let Some((title, text)) = shown {
                    <Table key={title.to_string()} {title} {text} />
                }
            </section>
        }
    });
    let is_printing = use_state_eq(|| false);
    let print = {
        let is_printing = is_printing.clone();
        move |_: MouseEvent| is_printing.set(true)
    };
    let printed = {
        let is_printing = is_printing.clone();
        Callback::from(move |()| is_printing.set(false))
    };
    let onchange = {
        let (status, bring) = (status.clone(), props.bring.clone());
        move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let file = input.as_ref().and_then(|input| input.files()?.get(0));
            if let (Some(input), Some(file)) = (input, file) {
                input.set_value("");
                read(file, status.clone(), bring.clone());
            }
        }
    };
    html! {
        <>
            if props.brief.run.is_none() {
                <p class="note">{words.no_run}</p>
            }
            {for groups}
            <Pictures brief={props.brief.clone()} status={status.clone()} tell={props.tell.clone()} />
            <section>
                <h3>{desk_words().worksheet.title}</h3>
                <ul class="wares"><li><button type="button" class="ware" onclick={print}>
                    <b>{desk_words().worksheet.print}</b><small>{desk_words().worksheet.print_note}</small>
                </button></li></ul>
                if *is_printing {
                    <Worksheet brief={props.brief.clone()} {printed} />
                }
            </section>
            <section>
                <h3>{words.bring_back}</h3>
                <label class="bring"><span>{words.bring_note}</span>
                    <input type="file" accept=".json,.safetensors" disabled={is_busy} {onchange} />
                </label>
            </section>
            {said(&status)}
        </>
    }
}

fn write(
    run: Box<SavedRun>,
    format: Format,
    status: UseStateHandle<Status>,
    then: Callback<(String, Vec<u8>), Result<Saved, String>>,
) {
    status.set(Status::Busy);
    spawn_local(async move {
        let asset = match record(run.settings.data).asset() {
            Some(_) if run.own.is_some() => Ok(run.own.clone()),
            Some(path) => file_of(path, Box::new(|_, _| {})).await.map(Some),
            None => Ok(None),
        };
        let made = match asset {
            Ok(asset) => asked(Order::Write { run, asset, format }, &RefCell::default()).await,
            Err(why) => Err(why),
        };
        let words = &desk_words().desk;
        status.set(match made {
            Ok(Made::File { name, bytes }) => match then.emit((name.clone(), bytes)) {
                Ok(Saved(true)) => Status::Said(words.saved(&name)),
                Ok(Saved(false)) => Status::Idle,
                Err(why) => Status::Failed(words.stuck(&why)),
            },
            Ok(Made::Stuck(Trouble::Writer(why))) | Err(why) => Status::Failed(words.stuck(&why)),
            Ok(_) => Status::Failed(words.stuck(words.no_data)),
        });
    });
}

fn read(file: web_sys::File, status: UseStateHandle<Status>, bring: Callback<Box<SavedRun>>) {
    status.set(Status::Busy);
    spawn_local(async move {
        let name = file.name();
        let words = &desk_words().desk;
        let bytes = JsFuture::from(file.array_buffer()).await;
        let made = match bytes {
            Ok(buffer) => {
                let file = js_sys::Uint8Array::new(&buffer).to_vec();
                asked(Order::Read { file }, &RefCell::default()).await
            }
            Err(_) => Err(words.gone.to_owned()),
        };
        match made {
            Ok(Made::Run(run)) => bring.emit(run),
            Ok(Made::Unreadable(fault)) => {
                status.set(Status::Failed(words.unreadable(&name, &explained(fault))));
            }
            Ok(_) => status.set(Status::Idle),
            Err(why) => status.set(Status::Failed(words.unreadable(&name, &why))),
        }
    });
}

fn explained(fault: Fault) -> String {
    let words = &desk_words().desk;
    match fault {
        Fault::Reader(why) => words.reader(&why),
        Fault::OtherKind => words.other_kind.to_owned(),
        Fault::Newer(layout) => words.newer(layout),
        Fault::Setting(setting) => words.setting(&setting),
        Fault::Tensor(name, shape) => {
            let shape: Vec<String> = shape.iter().map(usize::to_string).collect();
            words.tensor(&name, &shape.join(" × "))
        }
        Fault::Data => words.other_data.to_owned(),
        Fault::NotFinite => words.not_finite.to_owned(),
    }
}
