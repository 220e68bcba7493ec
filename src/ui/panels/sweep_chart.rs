use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::lessons::QuestionKind;
use crate::plot::{KErrors, Palette, SweepFigure, Theme};
use crate::protocol::Facts;
use crate::protocol::SweepPoint;
use crate::session::{Action, MOST_K, Picture, Prediction, State};
use crate::ui::hooks::{place_on, use_canvas_size, use_painting};
use crate::ui::shared::canvas::draw;
use crate::words::words;

/// How far an arrow key moves the guessed line up or down.
const KEY_FACTOR: f64 = 1.1;

#[derive(PartialEq, Properties)]
pub struct SweepProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

fn figure<'a>(
    facts: &'a Facts,
    (pca, swept): (&'a [f64], &'a [KErrors]),
    guess: &'a [(u32, f64)],
    (k, is_open): (u32, bool),
) -> SweepFigure<'a> {
    SweepFigure {
        most_k: MOST_K.min(facts.shape.most_codes()),
        pca,
        swept,
        guess,
        k,
        is_open,
        variance: facts.variance,
    }
}

fn errors(swept: &[SweepPoint]) -> Vec<KErrors> {
    let errors = swept.iter().map(|point| KErrors {
        k: point.k,
        train: point.train,
        held_out: point.held_out,
    });
    errors.collect()
}

/// A line that is being drawn, and the one that it takes the place of.
struct Drawing {
    line: BTreeMap<u32, f64>,
    before: Option<Prediction>,
}

/// Error against k, for PCA and the network. Where the lesson asks for a guess, the chart is empty
/// until a line is drawn onto it.
#[component]
pub fn SweepChart(props: &SweepProps) -> Html {
    let node = use_node_ref();
    let size = use_canvas_size(&node);
    let drawing = use_mut_ref(|| None::<Drawing>);
    let state = &props.state;
    let question = state.course.scene_record().question.as_ref();
    let asks = question.is_some_and(|question| matches!(question.kind, QuestionKind::Line));
    let prediction = state
        .course
        .progress
        .prediction(state.course.lesson, state.course.scene);
    let guess = match prediction {
        Some(Prediction::Line(line)) if asks => line.clone(),
        _ => Vec::new(),
    };
    let has_swept = !state.comparison.swept.is_empty();
    let is_open = !asks || has_swept || state.comparison.sweep.is_some();
    let swept = errors(&state.comparison.swept);
    let pca = state.comparison.pca_errors(&props.picture);
    let k = props.picture.snapshot.k;
    use_painting(
        (
            (
                Rc::as_ptr(&props.picture.facts),
                (pca.clone(), swept.clone()),
                guess.clone(),
            ),
            (k, is_open, props.theme, size),
        ),
        {
            let (node, facts) = (node.clone(), props.picture.facts.clone());
            move |((_, (pca, swept), guess), (k, is_open, theme, size))| {
                let figure = figure(&facts, (pca, swept), guess, (*k, *is_open));
                draw(&node, *size, &figure.scene(size.css(), Palette::of(*theme)));
            }
        },
    );
    let may_draw = asks && !has_swept && state.comparison.sweep.is_none();
    let guess_at = {
        let (facts, pca, swept) = (props.picture.facts.clone(), pca.clone(), swept.clone());
        move |event: &PointerEvent| {
            let place = place_on(event)?;
            figure(&facts, (&pca, &swept), &[], (k, false)).guess_at(size.css(), place)
        }
    };
    let tell = {
        let dispatch = props.dispatch.clone();
        move |line: &BTreeMap<u32, f64>| {
            let line = line.iter().map(|(&k, &error)| (k, error)).collect();
            dispatch.emit(Action::Predicted(Some(Prediction::Line(line))));
        }
    };
    let onpointerdown = {
        let (drawing, guess_at, tell) = (drawing.clone(), guess_at.clone(), tell.clone());
        let before = prediction.cloned();
        move |event: PointerEvent| {
            if let Some((k, error)) = guess_at(&event).filter(|_| may_draw && event.button() == 0) {
                let line = BTreeMap::from([(k, error)]);
                tell(&line);
                let before = before.clone();
                *drawing.borrow_mut() = Some(Drawing { line, before });
            }
        }
    };
    let onpointermove = {
        let drawing = drawing.clone();
        move |event: PointerEvent| {
            if let Some(drawing) = drawing.borrow_mut().as_mut()
                && let Some((k, error)) = guess_at(&event)
            {
                drawing.line.insert(k, error);
                tell(&drawing.line);
            }
        }
    };
    // A finger that scrolls has drawn nothing.
    let onpointercancel = {
        let (drawing, dispatch) = (drawing.clone(), props.dispatch.clone());
        move |_: PointerEvent| {
            if let Some(drawing) = drawing.borrow_mut().take() {
                dispatch.emit(Action::Predicted(drawing.before));
            }
        }
    };
    let end = move |_: PointerEvent| *drawing.borrow_mut() = None;
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        let (guess, facts) = (guess.clone(), props.picture.facts.clone());
        move |event: KeyboardEvent| {
            let factor = match event.key().as_str() {
                "ArrowUp" => KEY_FACTOR,
                "ArrowDown" => 1.0 / KEY_FACTOR,
                _ => return,
            };
            if !may_draw {
                return;
            }
            event.prevent_default();
            // From the keyboard: a straight line, moved up and down.
            let begun: Vec<(u32, f64)> = match guess.is_empty() {
                true => (1..=MOST_K).map(|k| (k, 0.5 * facts.variance)).collect(),
                false => guess.clone(),
            };
            let line = begun
                .into_iter()
                .map(|(k, error)| (k, factor * error))
                .collect();
            dispatch.emit(Action::Predicted(Some(Prediction::Line(line))));
        }
    };
    let sweep = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::SweepToggled)
    };
    let sweeping = state.comparison.sweep.is_some();
    let summary = match state.comparison.swept.last() {
        Some(last) => words()
            .panels
            .sweep_summary(last.k, last.held_out, last.pca),
        None => words().panels.sweep_empty.to_owned(),
    };
    html! {
        <section class="sweep" data-help={words().panels.sweep_help}>
            <h3>
                {words().panels.sweep}
                <small>{words().plot.log_scale}</small>
                <button type="button" class="mend" onclick={sweep}>
                    {if sweeping { words().panels.stop_sweep } else { words().panels.start_sweep }}
                </button>
            </h3>
            if may_draw && guess.is_empty() {
                <p class="invitation">{words().panels.draw_here}</p>
            }
            <canvas ref={node} role="img" aria-label={summary} tabindex="0" data-swept={state.comparison.swept.len().to_string()}
                data-guess={guess.len().to_string()} class={classes!(may_draw.then_some("drawable"))}
                {onpointerdown} {onpointermove} {onpointercancel} onpointerup={end.clone()} onpointerleave={end} {onkeydown} />
        </section>
    }
}
