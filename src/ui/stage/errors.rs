//! Errors of familiar and of novel samples, and the threshold between them.

use std::rc::Rc;

use web_sys::PointerEvent;
use yew::prelude::*;

use crate::plot::{ErrorsFigure, Kind, Palette, Theme};
use crate::session::{Action, Picture, State};
use crate::ui::hooks::{Dragging, place_on, use_canvas_size, use_dragging, use_later_painting};
use crate::ui::shared::canvas::draw;
use crate::ui::shared::slide::Slide;
use crate::words::{words, written};

#[derive(Clone, PartialEq, Properties)]
pub struct ErrorsProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The names of the familiar and of the novel class.
struct Names([String; 2]);

impl Names {
    fn of(picture: &Picture) -> Self {
        let (facts, data) = (&picture.facts, picture.data);
        let labels = &facts.labels;
        let class = |sample: Option<&u8>| facts.class_name(data, sample.copied().unwrap_or(0));
        Self([class(labels.first()), class(labels.last())])
    }
}

/// How many samples were held out: their errors come first, then those of novel ones.
fn held_out(picture: &Picture) -> usize {
    let facts = &picture.facts;
    facts.labels.len() - facts.n_train - facts.n_novel
}

fn figure<'a>(
    picture: &'a Picture,
    names: &'a Names,
    marked: Option<u32>,
    theme: Theme,
) -> Option<ErrorsFigure<'a>> {
    let found = picture.snapshot.uses.anomalies.as_ref()?;
    let palette = Palette::of(theme);
    let split = held_out(picture).min(found.errors.values.len());
    let (familiar, novel) = found.errors.values.split_at(split);
    let classes = [picture.facts.labels.first()?, picture.facts.labels.last()?];
    let kind = |i: usize, errors: &'a [f32], above: u32| Kind {
        name: &names.0[i],
        errors,
        above,
        colour: palette.class(*classes[i]),
    };
    let marked = marked.and_then(|sample| (sample as usize).checked_sub(picture.facts.n_train));
    Some(ErrorsFigure {
        kinds: [
            kind(0, familiar, found.false_alarms),
            kind(1, novel, found.found),
        ],
        threshold: found.threshold,
        marked: marked.map(|at| match at.checked_sub(split) {
            None => (0, at),
            Some(at) => (1, at),
        }),
    })
}

/// The pointer shows the sample under it; on the line, or pressed, it drags the threshold.
#[component]
pub fn Errors(props: &ErrorsProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let marked = props.state.look.marked();
    let names = Rc::new(Names::of(&props.picture));
    let turn = {
        let (picture, names, theme) = (props.picture.clone(), names.clone(), props.theme);
        let dispatch = props.dispatch.clone();
        move |event: &MouseEvent| {
            let figure = figure(&picture, &names, None, theme);
            if let Some((place, figure)) = place_on(event).zip(figure) {
                let error = figure.error_at(size.css(), place);
                dispatch.emit(Action::ThresholdMoved(Some(error)));
            }
        }
    };
    let Dragging {
        onclick,
        onpointerdown,
        onpointermove: drag,
        end,
    } = use_dragging(turn);
    use_later_painting((props.picture.clone(), marked, props.theme, size), {
        let (node, names) = (node.clone(), names.clone());
        move |(picture, marked, theme, size)| {
            if let Some(figure) = figure(picture, &names, *marked, *theme) {
                draw(&node, *size, &figure.scene(size.css(), Palette::of(*theme)));
            }
        }
    });
    let Some(found) = props.picture.snapshot.uses.anomalies.as_ref() else {
        // The same canvas as later: one that took its place would never be measured.
        return html! { <section class="many errors-figure"><canvas ref={node} class="errors" /></section> };
    };
    let onpointermove = {
        let (picture, names, theme) = (props.picture.clone(), names.clone(), props.theme);
        let dispatch = props.dispatch.clone();
        move |event: PointerEvent| {
            if event.buttons() > 0 {
                return drag.emit(event);
            }
            let figure = figure(&picture, &names, None, theme);
            if let Some((place, figure)) = place_on(&event).zip(figure) {
                let (first, split) = (picture.facts.n_train, held_out(&picture));
                let sample = figure.sample_at(size.css(), place);
                let sample = sample.map(|(kind, at)| (first + kind * split + at) as u32);
                dispatch.emit(Action::SampleHovered(sample));
            }
        }
    };
    let onpointerleave = {
        let (dispatch, end) = (props.dispatch.clone(), end.clone());
        move |event: PointerEvent| {
            end.emit(event);
            dispatch.emit(Action::SampleHovered(None));
        }
    };
    let words = &words().purposes;
    let summary = words.errors_summary(
        found.found,
        found.found + found.missed,
        found.false_alarms,
        found.false_alarms + found.passed,
    );
    html! {
        <section class="many errors-figure" data-help={words.errors_help}>
            <canvas ref={node} class="errors" role="img" aria-label={summary} data-threshold={found.threshold.to_string()}
                {onclick} {onpointerdown} {onpointermove} onpointerup={end} {onpointerleave} />
        </section>
    }
}

pub struct ThresholdProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub dispatch: Callback<Action>,
}

/// The threshold's slider, and the way back to the one that is found.
pub fn threshold(props: &ThresholdProps) -> Html {
    let Some(found) = props.picture.snapshot.uses.anomalies.as_ref() else {
        return Html::default();
    };
    let errors = found.errors.values.iter().filter(|error| **error > 0.0);
    let (low, high) = errors.fold((f32::INFINITY, f32::MIN_POSITIVE), |(low, high), &error| {
        (low.min(error), high.max(error))
    });
    let log = |error: f32| f64::from(error.max(f32::MIN_POSITIVE)).log10();
    let onturn = {
        let dispatch = props.dispatch.clone();
        move |at: f64| {
            let error = 10_f64.powf(at) as f32;
            dispatch.emit(Action::ThresholdMoved(Some(error)));
        }
    };
    let find = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::ThresholdMoved(None))
    };
    let words = &words().purposes;
    html! {
            <>
                <Slide id="threshold" name={words.threshold} help={words.threshold_help} range={[log(low), log(high)]} step={0.01}
                    at={log(found.threshold)} label={written(f64::from(found.threshold), 4)} onturn={Callback::from(onturn)} />
                <button type="button" class="link" disabled={props.state.look.threshold.is_none()} onclick={find}>{words.find_threshold}</button>
            </>
    }
}
