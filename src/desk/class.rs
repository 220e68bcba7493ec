use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::copied::{Copied, code as picture_of};
use super::scan::Scan;
use crate::handed::{Handed, all_in};
use crate::lessons::QuestionKind;
use crate::link;
use crate::protocol::{Brief, Point};
use crate::session::{Prediction, Progress};
use crate::settings::KNOBS;
use crate::words::{desk_words, written};

#[derive(PartialEq, Properties)]
pub struct HandInProps {
    pub brief: std::rc::Rc<Brief>,
}

/// The run's result as a code.
#[component]
pub fn HandIn(props: &HandInProps) -> Html {
    let words = &desk_words().class;
    let name = use_state_eq(String::new);
    let oninput = {
        let name = name.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                name.set(input.value());
            }
        }
    };
    let brief = &props.brief;
    let hash = brief
        .link
        .split_once('#')
        .map_or(String::new(), |(_, hash)| format!("#{hash}"));
    let points: &[Point] = brief.run.as_ref().map_or(&[], |run| &run.points);
    let Some(mut handed) = Handed::of(&name, &hash, points) else {
        return html! { <p class="note">{words.nothing_yet}</p> };
    };
    let (read, _) = link::read(&hash);
    let progress = Progress::from_text(&brief.progress);
    match progress.prediction(read.lesson, read.scene) {
        Some(Prediction::Choice(option)) => handed.answer = u32::try_from(*option).ok(),
        Some(Prediction::Line(line)) => {
            handed.line = line.iter().map(|(k, error)| (*k, *error as f32)).collect();
        }
        Some(Prediction::Passed) | None => {}
    }
    let code = handed.code();
    html! {
        <>
            <label class="question"><span>{words.your_name}</span>
                <input type="text" maxlength="40" autocomplete="off" {oninput} />
            </label>
            <Copied label={words.your_code} text={code.clone()} />
            {picture_of(&code)}
        </>
    }
}

/// The colours of the first few curves; the others are grey.
const COLOURS: usize = 3;
const WIDTH: f32 = 640.0;
const HEIGHT: f32 = 260.0;

/// The results of a class: their curves on one another, and who found the lowest error.
#[component]
pub fn Class() -> Html {
    let words = &desk_words().class;
    let text = use_state_eq(String::new);
    let area = use_node_ref();
    let oninput = {
        let text = text.clone();
        move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                text.set(area.value());
            }
        }
    };
    let found = {
        let (text, area) = (text.clone(), area.clone());
        Callback::from(move |code: String| {
            // The newest text, whenever this was made.
            let now = area
                .cast::<HtmlTextAreaElement>()
                .map_or_else(String::new, |area| area.value());
            if !now.contains(&code) {
                let next = format!("{}{}{code}", now, if now.is_empty() { "" } else { "\n" });
                if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                    area.set_value(&next);
                }
                text.set(next);
            }
        })
    };
    let (mut all, damaged) = all_in(&text);
    all.sort_by(|a, b| a.held_out().total_cmp(&b.held_out()));
    let is_mixed = all
        .windows(2)
        .any(|pair| data_of(&pair[0]) != data_of(&pair[1]));
    html! {
        <>
            <Scan {found} />
            <textarea ref={area} class="paste" rows="3" aria-label={words.paste} placeholder={words.paste} {oninput} />
            <p role="status">
                {match all.is_empty() && damaged.is_empty() && !text.trim().is_empty() {
                    true => words.codeless.to_owned(),
                    false => words.read(all.len()),
                }}
                if !damaged.is_empty() { {" "}<span class="failed">{words.damaged(damaged.len(), &damaged.join(", "))}</span> }
                if is_mixed { {" "}{words.mixed} }
            </p>
            if !all.is_empty() {
                {curves(&all)}
                {table(&all)}
            }
        </>
    }
}

fn data_of(handed: &Handed) -> (crate::settings::DataSet, u32, u32) {
    let settings = link::read(&handed.link).0.settings;
    (settings.data, settings.n, settings.seed)
}

/// What the student is called, or their place.
fn name(at: usize, handed: &Handed) -> String {
    match handed.name.is_empty() {
        true => desk_words().class.nobody(at + 1),
        false => handed.name.clone(),
    }
}

/// Held-out errors over the steps, both on a logarithmic scale; PCA's error of the best is a line.
fn curves(all: &[Handed]) -> Html {
    let words = &desk_words().class;
    // Where PCA copies everything there is no line on such a scale.
    let pca = Some(all[0].pca).filter(|pca| *pca > 0.0);
    let drawn = all.iter().flat_map(|handed| &handed.curve);
    let drawn = drawn.map(|(_, error)| error.max(1e-9)).chain(pca);
    let (low, high) = drawn.fold((f32::MAX, f32::MIN), |(low, high), error| {
        (low.min(error), high.max(error))
    });
    let most = all.iter().map(Handed::steps).max().unwrap_or(1).max(2);
    let x = |step: u32| 46.0 + (WIDTH - 56.0) * ((step.max(1) as f32).ln() / (most as f32).ln());
    let spread = (high / low).ln().max(1e-6);
    let y = |error: f32| 10.0 + (HEIGHT - 40.0) * (1.0 - (error.max(1e-9) / low).ln() / spread);
    let lines = all.iter().enumerate().rev().map(|(at, handed)| {
        let places: Vec<String> = handed.curve.iter().map(|(step, error)| format!("{:.1},{:.1}", x(*step), y(*error))).collect();
        let class = if at < COLOURS { format!("rank-{}", at + 1) } else { "other".to_owned() };
        html! { <polyline {class} points={places.join(" ")}><title>{name(at, handed)}</title></polyline> }
    });
    let pca = pca.map(|pca| {
        let (right, at) = (WIDTH - 10.0, y(pca));
        html! {
            <>
                <path class="pca" d={format!("M46 {at}H{right}")} />
                <text x={right.to_string()} y={(at - 4.0).to_string()} text-anchor="end">{words.pca}</text>
            </>
        }
    });
    html! {
        <div class="scroll"><svg class="curves" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={words.curves(all.len())}>
            {for pca}
            {for lines}
            <text x="4" y={(y(high) + 10.0).to_string()}>{written(high.into(), 3)}</text>
            <text x="4" y={y(low).to_string()}>{written(low.into(), 3)}</text>
            <text x="46" y={(HEIGHT - 8.0).to_string()}>{words.first_step}</text>
            <text x={(WIDTH - 10.0).to_string()} y={(HEIGHT - 8.0).to_string()} text-anchor="end">{words.step(most)}</text>
        </svg></div>
    }
}

fn table(all: &[Handed]) -> Html {
    let words = &desk_words().class;
    let rows = all.iter().enumerate().map(|(at, handed)| {
        html! {
            <tr class={(at == 0).then_some("best")}>
                <td>{at + 1}</td><th scope="row">{name(at, handed)}</th>
                <td>{written(handed.held_out().into(), 4)}</td><td>{written(handed.train.into(), 4)}</td><td>{handed.steps()}</td>
                <td>{changed(handed)}</td><td>{answered(handed)}</td>
                <td><a href={handed.link.clone()} target="_blank" rel="noopener">{words.open}</a></td>
            </tr>
        }
    });
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words.results}>
            <table>
                <thead><tr>
                    <th scope="col">{words.rank}</th><th scope="col">{words.name}</th><th scope="col">{words.held_out}</th><th scope="col">{words.train}</th>
                    <th scope="col">{words.steps}</th><th scope="col">{words.changed}</th><th scope="col">{words.answer}</th><th scope="col">{words.page}</th>
                </tr></thead>
                <tbody>{for rows}</tbody>
            </table>
        </div>
    }
}

/// How the settings differ from the experiment's.
fn changed(handed: &Handed) -> String {
    let (read, _) = link::read(&handed.link);
    let Some(scene) = read.lesson.scenes().get(read.scene) else {
        return String::new();
    };
    let preset = (scene.preset)();
    let differ = KNOBS
        .iter()
        .filter(|knob| knob.value(&preset) != knob.value(&read.settings));
    let texts: Vec<String> = differ
        .map(|knob| {
            format!(
                "{} {}",
                knob.key.short_name(),
                knob.label(&knob.value(&read.settings))
            )
        })
        .collect();
    texts.join(", ")
}

/// What was predicted.
fn answered(handed: &Handed) -> String {
    let words = &desk_words().class;
    let (read, _) = link::read(&handed.link);
    let question = read
        .lesson
        .scenes()
        .get(read.scene)
        .and_then(|scene| scene.question.as_ref());
    match (question.map(|question| &question.kind), handed.answer) {
        (Some(QuestionKind::Choice { options, right }), Some(answer)) => {
            let option = options
                .get()
                .get(answer as usize)
                .copied()
                .unwrap_or_default();
            let is_right = answer as usize == *right;
            format!("{} {option}", if is_right { "✓" } else { "✗" })
        }
        _ if !handed.line.is_empty() => words.drew_a_line.to_owned(),
        _ => "–".to_owned(),
    }
}
