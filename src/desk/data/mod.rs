//! The user's own samples: from files, drawn, or kept on this device; looked at before anything is trained.

mod decode;
mod drawing;
mod files;
mod kept;
mod look;
mod reading;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::data::OwnData;
use crate::protocol::Brought;
use crate::words::{DeskWords, desk_words};
use drawing::Drawing;
use files::Files;
use kept::Kept;

type Title = fn(&'static DeskWords) -> &'static str;

/// Where samples come from.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Files,
    Points,
    Images,
}

const WAYS: [(Way, Title); 3] = [
    (Way::Files, |w| w.samples.from_files),
    (Way::Points, |w| w.samples.draw_points),
    (Way::Images, |w| w.samples.draw_images),
];

#[derive(PartialEq, Properties)]
pub struct DataProps {
    /// Trains on these.
    pub take: Callback<Brought>,
}

#[component]
pub fn Data(props: &DataProps) -> Html {
    let way = use_state_eq(|| Way::Files);
    let words = &desk_words().samples;
    let keeps = use_state_eq(|| false);
    let is_refused = use_state_eq(|| false);
    let take = {
        let (take, keeps, is_refused) = (props.take.clone(), keeps.clone(), is_refused.clone());
        Callback::from(move |data: Rc<OwnData>| {
            let brought = Brought {
                traits: data.traits(),
                file: data.to_bytes(),
            };
            if !*keeps {
                return take.emit(brought);
            }
            let (take, keeps, is_refused) = (take.clone(), keeps.clone(), is_refused.clone());
            spawn_local(async move {
                match kept::keep(&data.title, &brought.file).await {
                    Ok(()) => take.emit(brought),
                    Err(_) => {
                        keeps.set(false);
                        is_refused.set(true);
                    }
                }
            });
        })
    };
    let tabs = WAYS.iter().map(|(option, title)| {
        let onchange = {
            let way = way.clone();
            move |_: Event| way.set(*option)
        };
        html! {
            <label><input type="radio" name="way" checked={*way == *option} {onchange} /><span>{title(desk_words())}</span></label>
        }
    });
    let onkeep = {
        let keeps = keeps.clone();
        move |_: Event| keeps.set(!*keeps)
    };
    html! {
        <>
            <p class="note">{words.note}</p>
            <div class="ways" role="radiogroup" aria-label={words.ways}>{for tabs}</div>
            {match *way {
                Way::Files => html! { <Files take={take.clone()} /> },
                Way::Points => html! { <Drawing is_images={false} take={take.clone()} /> },
                Way::Images => html! { <Drawing is_images={true} take={take.clone()} /> },
            }}
            <label class="check"><input type="checkbox" checked={*keeps} onchange={onkeep} /><span>{words.keep}</span></label>
            if *is_refused {
                <p class="failed" role="alert">{words.not_kept}</p>
            }
            <Kept take={props.take.reform(|data: Rc<OwnData>| Brought { traits: data.traits(), file: data.to_bytes() })} />
        </>
    }
}

/// How far samples that are read have come.
#[derive(Clone, PartialEq)]
enum Status {
    Idle,
    /// What is going on, as a sentence.
    Busy(String),
    Failed(String),
}
