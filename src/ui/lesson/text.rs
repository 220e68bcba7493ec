use std::rc::Rc;

use yew::prelude::*;

use crate::lessons::{Lesson, Question, QuestionKind, Scene};
use crate::session::{Action, Prediction, State};
use crate::ui::shared::marked::{MarkedProps, marked};
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

/// The experiments' names have room for so many letters in one row.
const MOST_LETTERS: usize = 40;

pub struct LessonTextProps {
    pub state: Rc<State>,
    pub dispatch: Callback<Action>,
}

/// The lesson's words: what it is about, a question to answer first, what to try, what is done.
pub fn lesson_text(props: &LessonTextProps) -> Html {
    let state = &props.state;
    let scene = state.course.scene_record();
    let number = Lesson::ALL
        .iter()
        .position(|lesson| *lesson == state.course.lesson);
    let eyebrow = match (state.course.lesson, number) {
        (Lesson::Lab, _) | (_, None) => words().lesson.everything.to_owned(),
        (_, Some(number)) => words().lesson.number(number + 1),
    };
    html! {
        <section class="lesson" aria-label={words().lesson.lesson}>
            <div class="lesson-head">
                <p class="eyebrow">{eyebrow}</p>
                <h2>{state.course.lesson.label()}</h2>
                if state.course.failing.is_none() {
                    {scene_tabs(props)}
                }
            </div>
            <div class="lesson-body">
            if !state.prepared.question.is_empty() {
                <p class="prose asked">{state.prepared.question.clone()}</p>
            }
            if state.course.failing.is_some() {
                {failure(props)}
            } else {
                <p class="prose">{marked(&MarkedProps { text: scene.text.get(), dispatch: props.dispatch.clone() })}</p>
                {for scene.question.as_ref().map(|question| predict(props, question))}
                <div class="try" data-help={words().lesson.try_help}>
                    <h3><Icon glyph={Glyph::Hand} />{words().lesson.try_this}</h3>
                    <p class="prose">{marked(&MarkedProps { text: scene.try_this.get(), dispatch: props.dispatch.clone() })}</p>
                </div>
                {goals(props, scene)}
            }
            {failures(props)}
            </div>
        </section>
    }
}

fn scene_tabs(props: &LessonTextProps) -> Html {
    let scenes = props.state.course.lesson.scenes();
    if scenes.len() < 2 {
        return Html::default();
    }
    let options = scenes.iter().enumerate().map(|(i, scene)| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::SceneChosen(i));
        html! {
            <label>
                <input type="radio" name="scene" checked={props.state.course.scene == i} {onchange} />
                <span>{scene.title.get()}</span>
            </label>
        }
    });
    // Names that would not fit beside each other stand one under the other.
    let letters: usize = scenes
        .iter()
        .map(|scene| scene.title.get().chars().count())
        .sum();
    let is_stacked = letters > MOST_LETTERS;
    html! {
        <fieldset class={classes!("scenes", is_stacked.then_some("stacked"))} aria-label={words().lesson.experiment} data-help={words().lesson.experiment_help}>
            <legend class="unseen">{words().lesson.experiment}</legend>
            <div class="segments">{for options}</div>
        </fieldset>
    }
}

fn predict(props: &LessonTextProps, question: &Question) -> Html {
    let state = &props.state;
    let answer = state
        .course
        .progress
        .prediction(state.course.lesson, state.course.scene);
    let has_begun = state.training.own_step() > 0;
    let is_told = state.course.is_outcome_told();
    let body = match &question.kind {
        QuestionKind::Choice { options, right } => {
            let chosen = match answer {
                Some(Prediction::Choice(option)) => Some(*option),
                _ => None,
            };
            let options = options.get().iter().enumerate().map(|(i, option)| {
                let dispatch = props.dispatch.clone();
                let onchange = move |_: Event| {
                    dispatch.emit(Action::Predicted(Some(Prediction::Choice(i))));
                };
                let is_chosen = chosen == Some(i);
                html! {
                    <label class={classes!((is_told && i == *right).then_some("right"))}>
                        <input type="radio" name="prediction" checked={is_chosen}
                            disabled={is_told} {onchange} />
                        <span>{*option}</span>
                        if is_chosen {
                            <small>{words().lesson.answer}</small>
                        }
                    </label>
                }
            });
            html! { <div class="options">{for options}</div> }
        }
        QuestionKind::Line => match answer {
            Some(Prediction::Passed) => Html::default(),
            Some(_) if has_begun => html! { <small>{words().lesson.line_dashed}</small> },
            Some(_) => {
                let dispatch = props.dispatch.clone();
                let onclick = move |_: MouseEvent| dispatch.emit(Action::Predicted(None));
                html! { <button type="button" class="link" {onclick}>{words().lesson.draw_again}</button> }
            }
            None => html! { <small>{words().lesson.draw}</small> },
        },
    };
    html! {
        <fieldset class="predict" aria-label={words().lesson.prediction} data-help={words().lesson.prediction_help}>
            <legend><Icon glyph={Glyph::Question} />{words().lesson.predict}</legend>
            <p class="prose">{marked(&MarkedProps { text: question.ask.get(), dispatch: props.dispatch.clone() })}</p>
            {body}
            if answer.is_none() {
                {tell(props, || Action::Predicted(Some(Prediction::Passed)))}
            } else if has_begun && !is_told {
                {tell(props, || Action::OutcomeAsked)}
            }
            <p class={classes!("outcome", is_told.then_some("told"))} role="status">
                if is_told {
                    {question.outcome.get()}
                }
            </p>
        </fieldset>
    }
}

/// Asks what happens, instead of an answer or of waiting for it.
fn tell(props: &LessonTextProps, asking: fn() -> Action) -> Html {
    let dispatch = props.dispatch.clone();
    let onclick = move |_: MouseEvent| dispatch.emit(asking());
    html! { <button type="button" class="link pass" {onclick}>{words().lesson.pass}</button> }
}

fn goals(props: &LessonTextProps, scene: &Scene) -> Html {
    let state = &props.state;
    let is_done = state
        .course
        .progress
        .is_scene_done(state.course.lesson, state.course.scene);
    let is_waiting = state.course.is_waiting_for_an_answer();
    let goals = scene.goals.iter().enumerate().map(|(i, goal)| {
        let reached = state
            .course
            .progress
            .has_reached(state.course.lesson, state.course.scene, i);
        html! {
            <li class={reached.then_some("reached")}>
                <Icon glyph={if reached { Glyph::Done } else { Glyph::Open }} />
                // A goal's name would tell what is asked.
                if is_waiting {
                    {words().lesson.goal(i + 1)}
                } else {
                    {goal.title.get()}
                }
                <span class="unseen">{" "}{if reached { words().lesson.done } else { words().lesson.to_do }}</span>
            </li>
        }
    });
    html! {
        <ul class={classes!("goals", is_done.then_some("done"))} data-help={words().lesson.goals_help} data-done={is_done.to_string()}>{for goals}</ul>
    }
}

fn failures(props: &LessonTextProps) -> Html {
    let state = &props.state;
    let failures = state.course.lesson.failures();
    if failures.is_empty() {
        return Html::default();
    }
    let buttons = failures.iter().enumerate().map(|(i, failure)| {
        let dispatch = props.dispatch.clone();
        let onclick = move |_: MouseEvent| dispatch.emit(Action::FailureChosen(i));
        let pressed = state
            .course
            .failing
            .is_some_and(|failing| failing.index == i);
        html! {
            <button type="button" class="failure" aria-pressed={pressed.to_string()} {onclick}>
                {failure.title.get()}
            </button>
        }
    });
    html! {
        <div class="failures" role="group" aria-label={words().lesson.failures} data-help={words().lesson.failures_help}>
            <h3><Icon glyph={Glyph::Warning} />{words().lesson.failures}</h3>
            <p>{for buttons}</p>
        </div>
    }
}

/// A failure on show: what happened, why, and what puts it right.
fn failure(props: &LessonTextProps) -> Html {
    let state = &props.state;
    let (Some(record), Some(failing)) = (state.course.failure(), state.course.failing) else {
        return Html::default();
    };
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let status = match (failing.shown, failing.fixed, failing.mended) {
        (_, _, true) => words().lesson.mended,
        (_, true, false) => words().lesson.mending,
        (true, false, _) => words().lesson.there,
        (false, false, _) => words().lesson.wait,
    };
    html! {
        <div class="failing" data-shown={failing.shown.to_string()} data-mended={failing.mended.to_string()}>
            <h3>{record.title.get()}<small role="status">{status}</small></h3>
            <p class="prose">{record.symptom.get()}</p>
            <details>
                <summary>{words().lesson.what_happened}</summary>
                <p class="prose">{record.cause.get()}</p>
            </details>
            <p class="buttons">
                <button type="button" class="mend" disabled={failing.fixed} onclick={press(Action::FixPressed)}>
                    {words().lesson.fix(record.fix.0.get())}
                </button>
                <button type="button" class="link" onclick={press(Action::FailureLeft)}>{words().lesson.back}</button>
            </p>
        </div>
    }
}
