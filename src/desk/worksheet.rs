use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::picture::pictures;
use crate::lessons::{QuestionKind, Scene, plain};
use crate::link::{self, Link};
use crate::protocol::{Brief, SavedRun};
use crate::session::{Prediction, Progress};
use crate::settings::KNOBS;
use crate::words::{desk_words, words, written};

/// The first so many pictures of the page.
const MOST_PICTURES: usize = 3;

#[derive(PartialEq, Properties)]
pub struct WorksheetProps {
    pub brief: Rc<Brief>,
    /// Told once it is on its way to the printer.
    pub printed: Callback<()>,
}

/// Two pages to print: the lesson and its question, with what was predicted; the student's own pictures and numbers, with
/// room to write. It stands beside the page's own content, which is not printed.
#[component]
pub fn Worksheet(props: &WorksheetProps) -> Html {
    let place = use_memo((), |()| {
        let document = web_sys::window()?.document()?;
        let place = document.create_element("div").ok()?;
        place.set_class_name("worksheet");
        document.body()?.append_child(&place).ok()?;
        Some(place)
    });
    let seen: Rc<Vec<(String, String)>> = use_memo((), |()| {
        let pictures = pictures().into_iter().take(MOST_PICTURES);
        pictures
            .filter_map(|picture| Some((picture.title.clone(), picture.as_it_is()?)))
            .collect()
    });
    let place = (*place).clone();
    use_effect_with((), {
        let (place, printed) = (place.clone(), props.printed.clone());
        move |()| {
            // Its pictures are there a moment later.
            let timer = gloo_timers::callback::Timeout::new(300, move || {
                if let Some(window) = web_sys::window() {
                    let _ = window.print();
                }
                printed.emit(());
            });
            move || {
                drop(timer);
                if let Some(place) = place {
                    place.remove();
                }
            }
        }
    });
    match place {
        Some(place) => create_portal(
            sheet(&props.brief, &seen),
            place.unchecked_into::<Element>(),
        ),
        None => Html::default(),
    }
}

fn sheet(brief: &Brief, pictures: &[(String, String)]) -> Html {
    let words_of = &desk_words().worksheet;
    let (read, _) = link::read(&brief.link);
    let Some(scene) = read.lesson.scenes().get(read.scene) else {
        return Html::default();
    };
    html! {
        <>
            <section>
                <p class="who"><span>{words_of.name}</span><span>{words_of.date}</span></p>
                <h1>{read.lesson.label()}</h1>
                <h2>{scene.title.get()}</h2>
                <p>{plain(scene.text.get())}</p>
                {question(brief, &read, scene)}
                if !read.prepared.question.is_empty() {
                    <h3>{read.prepared.question.clone()}</h3>{lines(5)}
                }
                <h3>{words().lesson.try_this}</h3>
                <p>{plain(scene.try_this.get())}</p>
                <h3>{words_of.expect}</h3>{lines(4)}
            </section>
            <section>
                <h2>{words_of.seen}</h2>
                <div class="pictures">{for pictures.iter().map(|(title, source)| html! {
                    <figure><img src={source.clone()} alt={title.clone()} /><figcaption>{title.clone()}</figcaption></figure>
                })}</div>
                if let Some(run) = &brief.run {
                    {numbers(run, scene)}
                }
                <h3>{words_of.found}</h3>{lines(5)}
                <p class="link">{brief.link.clone()}</p>
            </section>
        </>
    }
}

/// The experiment's question, what was predicted, and what happens.
fn question(brief: &Brief, read: &Link, scene: &Scene) -> Html {
    let words_of = &desk_words().worksheet;
    let Some(question) = &scene.question else {
        return Html::default();
    };
    let progress = Progress::from_text(&brief.progress);
    let answer = progress.prediction(read.lesson, read.scene);
    let chosen = match answer {
        Some(Prediction::Choice(option)) => Some(*option),
        _ => None,
    };
    let options = match &question.kind {
        QuestionKind::Choice { options, .. } => options.get(),
        QuestionKind::Line => &[],
    };
    let rows = options.iter().enumerate().map(|(at, option)| {
        let mark = if chosen == Some(at) { "☒" } else { "☐" };
        html! { <li>{mark}{" "}{*option}</li> }
    });
    let drawn: Vec<String> = match answer {
        Some(Prediction::Line(line)) => line
            .iter()
            .map(|(k, error)| words_of.of_k(*k, *error))
            .collect(),
        _ => Vec::new(),
    };
    html! {
        <>
            <h3>{plain(question.ask.get())}</h3>
            <ul>{for rows}</ul>
            if !drawn.is_empty() { <p>{words_of.drew(&drawn.join(", "))}</p> }
            // An answer that stands is told what happens.
            if matches!(answer, Some(Prediction::Choice(_) | Prediction::Line(_))) { <p>{plain(question.outcome.get())}</p> }
        </>
    }
}

/// The run's numbers, and what was changed.
fn numbers(run: &SavedRun, scene: &Scene) -> Html {
    let words_of = &desk_words().worksheet;
    let now = &run.readouts;
    let preset = (scene.preset)();
    let changed: Vec<String> = KNOBS
        .iter()
        .filter(|knob| knob.value(&preset) != knob.value(&run.settings))
        .map(|knob| words_of.value(knob.name(), &knob.label(&knob.value(&run.settings))))
        .collect();
    let rows = [
        (words_of.step, Some(now.step.to_string())),
        (words_of.train, Some(written(now.train_mse, 4))),
        (words_of.held_out, Some(written(now.heldout_mse, 4))),
        // Below it there is nothing to compare with.
        (
            words_of.pca,
            (now.pca_mse > 0.0).then(|| written(now.pca_mse, 4)),
        ),
        (
            words_of.lit,
            Some(words_of.of(&written(now.lit_per_sample, 1), run.settings.k)),
        ),
        (
            words_of.gain,
            now.gain_db.map(|gain| words_of.decibels(&written(gain, 1))),
        ),
        (
            words_of.angle,
            now.largest_angle_deg
                .map(|angle| words_of.degrees(&written(angle, 1))),
        ),
    ];
    html! {
        <>
            <table><tbody>
                {for rows.into_iter().filter_map(|(name, value)| Some(html! { <tr><th scope="row">{name}</th><td>{value?}</td></tr> }))}
            </tbody></table>
            <p>{if changed.is_empty() { words_of.unchanged.to_owned() } else { words_of.changed(&changed.join("; ")) }}</p>
        </>
    }
}

/// Room to write.
fn lines(count: usize) -> Html {
    html! { <div class="lines">{for (0..count).map(|_| html! { <i></i> })}</div> }
}
