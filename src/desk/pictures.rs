//! The page's pictures as files: as they stand, and as they went through the run.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::download::download;
use super::film::{film, steps};
use super::picture::{Picture, pictures, png};
use super::status::Status;
use super::vector::svg;
use crate::protocol::{Brief, Told};
use crate::ui::describe;
use crate::words::desk_words;

#[derive(PartialEq, Properties)]
pub struct PicturesProps {
    pub brief: Rc<Brief>,
    pub status: UseStateHandle<Status>,
    pub tell: Callback<Told>,
}

/// What a picture is written as.
#[derive(Clone, Copy)]
enum Kind {
    Png,
    Svg,
}

#[component]
pub fn Pictures(props: &PicturesProps) -> Html {
    let words = &desk_words().desk;
    let pictures = use_memo((), |()| pictures());
    let is_filming = use_state_eq(|| false);
    let is_off = use_memo((), |()| Rc::new(Cell::new(false)));
    // A dialog that is closed films no more.
    use_effect_with((), {
        let is_off = is_off.clone();
        move |()| move || is_off.set(true)
    });
    let is_busy = *props.status == Status::Busy || *is_filming;
    let points = props.brief.run.as_ref().map(|run| run.points.as_slice());
    let has_film = points.is_some_and(|points| steps(points).len() > 1);
    let rows = pictures.iter().enumerate().map(|(at, picture)| {
        let title = picture.title.clone();
        let save = |kind: Kind, ending: &'static str| {
            let (picture, link, status) = (
                picture.clone(),
                props.brief.link.clone(),
                props.status.clone(),
            );
            move |_: MouseEvent| {
                let name = format!("picture-{}.{ending}", at + 1);
                paint(name, kind, picture.clone(), link.clone(), status.clone());
            }
        };
        let animate = {
            let (picture, brief, status, tell) = (
                picture.clone(),
                props.brief.clone(),
                props.status.clone(),
                props.tell.clone(),
            );
            let (is_filming, is_off) = (is_filming.clone(), is_off.clone());
            move |_: MouseEvent| {
                let (picture, brief, status, tell) =
                    (picture.clone(), brief.clone(), status.clone(), tell.clone());
                let (is_filming, is_off) = (is_filming.clone(), is_off.clone());
                is_off.set(false);
                is_filming.set(true);
                spawn_local(async move {
                    let name = format!("picture-{}-run.png", at + 1);
                    status.set(filmed(&name, &picture, &brief, &tell, &is_off, &status).await);
                    is_filming.set(false);
                });
            }
        };
        let (onclick, as_svg) = (save(Kind::Png, "png"), save(Kind::Svg, "svg"));
        html! {
            <li class="both"><button type="button" class="ware picture" disabled={is_busy} {onclick}>
                <b>{title.clone()}</b><small>{words.picture_note}</small>
            </button>
            <span class="others">
                <button type="button" class="small" disabled={is_busy} aria-label={words.as_svg(&title)} onclick={as_svg}>{words.svg}</button>
                if has_film {
                    <button type="button" class="small" disabled={is_busy} aria-label={words.animated(&title)} onclick={animate}>{words.film}</button>
                }
            </span></li>
        }
    });
    let stop = {
        let is_off = is_off.clone();
        move |_: MouseEvent| is_off.set(true)
    };
    if pictures.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{words.pictures}</h3>
            <ul class="wares">{for rows}</ul>
            if *is_filming {
                <button type="button" class="small" onclick={stop}>{words.cancel}</button>
            }
        </section>
    }
}

async fn filmed(
    name: &str,
    picture: &Picture,
    brief: &Brief,
    tell: &Callback<Told>,
    is_off: &Rc<Cell<bool>>,
    status: &UseStateHandle<Status>,
) -> Status {
    let words = &desk_words().desk;
    let on_frame = |done: usize, of: usize| status.set(Status::Said(words.filming(done + 1, of)));
    match film(picture, brief, tell, (is_off, on_frame)).await {
        Ok(Some(bytes)) => saved(name, &bytes),
        Ok(None) => Status::Idle,
        Err(error) => Status::Failed(words.stuck(&describe(&error))),
    }
}

fn saved(name: &str, bytes: &[u8]) -> Status {
    let words = &desk_words().desk;
    match download(name, bytes) {
        Ok(()) => Status::Said(words.saved(name)),
        Err(why) => Status::Failed(words.stuck(&why)),
    }
}

fn paint(name: String, kind: Kind, picture: Picture, link: String, status: UseStateHandle<Status>) {
    status.set(Status::Busy);
    spawn_local(async move {
        let painted = match kind {
            Kind::Png => png(&picture, &link).await,
            Kind::Svg => svg(&picture, &link).await,
        };
        status.set(match painted {
            Ok(bytes) => saved(&name, &bytes),
            Err(error) => Status::Failed(desk_words().desk.stuck(&describe(&error))),
        });
    });
}
