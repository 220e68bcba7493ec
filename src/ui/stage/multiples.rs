//! Several networks beside each other, one setting different, each in its own worker.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::twin::side_figure;
use crate::plot::Theme;
use crate::session::{Action, Chosen, Figure, Lead, MULTIPLE_STEPS, Multiples, Phase, State};
use crate::settings::{Knob, Settings};
use crate::ui::hooks::use_trainer;
use crate::words::{words, written};

#[derive(PartialEq, Properties)]
pub struct MultiplesProps {
    pub state: Rc<State>,
    pub multiples: Multiples,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// In place of the steps of a network that takes no more.
const DIVERGED: u64 = u64::MAX;

/// How many train at once: one core is the page's.
fn at_once() -> usize {
    let cores = web_sys::window().map_or(2.0, |window| window.navigator().hardware_concurrency());
    (cores as usize).saturating_sub(1).max(1)
}

#[component]
pub fn MultiplesStage(props: &MultiplesProps) -> Html {
    let (state, knob) = (&props.state, props.multiples.key.knob());
    let own = &state.training.settings;
    let all = props.multiples.settings(own);
    // The steps of each, by its settings: other settings begin anew. One that has diverged takes no more.
    let steps = use_state_eq(Vec::<(Settings, u64)>::new);
    let step_of = |settings: &Settings| {
        let known = steps.iter().find(|(known, _)| known == settings);
        known.map_or(0, |(_, step)| *step)
    };
    let have = |is_so: fn(u64) -> bool| {
        all.iter()
            .filter(|settings| is_so(step_of(settings)))
            .count()
    };
    let done = have(|step| step >= MULTIPLE_STEPS && step != DIVERGED);
    let ended = have(|step| step >= MULTIPLE_STEPS);
    let newest = use_mut_ref(Vec::<(Settings, u64)>::new);
    let on_step = {
        let (steps, newest) = (steps.setter(), newest.clone());
        Callback::from(move |(settings, step): (Settings, u64)| {
            let mut newest = newest.borrow_mut();
            newest.retain(|(known, _)| *known != settings);
            newest.push((settings, step));
            steps.set(newest.clone());
        })
    };
    let choose = {
        let dispatch = props.dispatch.clone();
        let offered: Vec<&'static Knob> = Multiples::knobs(own, &state.prepared.locked).collect();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let knob = offered.iter().find(|knob| knob.link == select.value());
            if let Some(knob) = knob {
                dispatch.emit(Action::MultiplesChosen(knob.key));
            }
        }
    };
    let leave = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::MultiplesToggled)
    };
    let words = &words().twin;
    let tiles = all.iter().enumerate().map(|(i, settings)| {
        let waiting = all[..i].iter().filter(|before| step_of(before) < MULTIPLE_STEPS);
        let goes = waiting.count() < at_once();
        let step = if goes { MULTIPLE_STEPS } else { 0 };
        let name = words.value_of(knob.name(), &knob.label(&knob.value(settings)));
        let id = AttrValue::from(format!("{}{i}", knob.link));
        html! {
            <Tile key={id.to_string()} id={id.clone()} lead={state.lead_to(settings, step)} {name} on_step={on_step.clone()}
                theme={props.theme} dispatch={props.dispatch.clone()} />
        }
    });
    html! {
        <div class="twin multiples">
            <div class="heading">
                <h2 class="title">{words.side_by_side(all.len())}</h2>
                <label class="differs">{words.but}{" "}
                    <select aria-label={words.they_differ} onchange={choose}>
                        {for Multiples::knobs(own, &state.prepared.locked).map(|knob| html! {
                            <option value={knob.link} selected={knob.key == props.multiples.key}>{knob.name()}</option>
                        })}
                    </select>
                </label>
                <p class="progress-of" role="status">{words.trained(done, all.len(), MULTIPLE_STEPS)}</p>
                <button type="button" class="link" onclick={leave}>{if ended < all.len() { words.cancel } else { words.leave }}</button>
            </div>
            <div class="tiles">{for tiles}</div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct TileProps {
    id: AttrValue,
    lead: Lead,
    name: AttrValue,
    /// Told how far it has come with which settings.
    on_step: Callback<(Settings, u64)>,
    theme: Theme,
    dispatch: Callback<Action>,
}

/// One of them, with a brain and a worker of its own.
#[component]
fn Tile(props: &TileProps) -> Html {
    let lead = props.lead.clone();
    let (state, follow) = use_trainer(props.id.clone(), Box::new(move || State::multiple(&lead)));
    use_effect_with(props.lead.clone(), move |lead| {
        follow.emit(Action::Followed(Box::new(lead.clone())));
    });
    let step = state.training.shown_step().unwrap_or(0);
    let is_diverged = matches!(state.training.phase, Phase::Diverged { .. });
    // What is shown is of the settings that it follows by now.
    let reached = (state.training.settings == props.lead.settings
        && state.training.picture.as_ref().map(|picture| picture.run) == Some(state.training.run))
    .then(|| {
        (
            props.lead.settings.clone(),
            if is_diverged { DIVERGED } else { step },
        )
    });
    use_effect_with(reached, {
        let on_step = props.on_step.clone();
        move |reached| {
            if let Some(reached) = reached.clone() {
                on_step.emit(reached);
            }
        }
    });
    // Six networks would be too small to be read: what they make of the samples is not.
    let figure = match state.figure() {
        Figure::Network => Figure::Samples,
        figure => figure,
    };
    let shown = state.training.picture.as_ref();
    let shown =
        shown.map(|picture| side_figure(&state, picture, figure, props.theme, &props.dispatch));
    let words = &words().twin;
    let last = state.time.history.points.last();
    let weights = state
        .training
        .newest_weights()
        .filter(|_| step >= MULTIPLE_STEPS);
    let go_on = weights.map(|weights| {
        let (dispatch, state) = (props.dispatch.clone(), state.clone());
        let go_on = move |_: MouseEvent| {
            dispatch.emit(Action::WentOnWith(Box::new(Chosen {
                settings: state.training.settings.clone(),
                weights: weights.clone(),
                history: state.time.history.clone(),
            })));
        };
        html! { <button type="button" class="link" aria-label={words.go_on_with(&props.name)} onclick={go_on}>{words.go_on}</button> }
    });
    html! {
        <section aria-label={props.name.clone()} data-step={step.to_string()}>
            <h3>
                {props.name.clone()}
                if is_diverged {
                    <small class="error">{words.diverged}</small>
                }
                if let Some(last) = last {
                    <small class="error">
                        {words.error}{" "}
                        <output aria-live="off" aria-label={words.error_of(&props.name)} data-value={last.held_out.to_string()}>{written(last.held_out, 4)}</output>
                    </small>
                }
                {for go_on}
            </h3>
            if step < MULTIPLE_STEPS && !is_diverged {
                <progress max={MULTIPLE_STEPS.to_string()} value={step.to_string()} aria-label={words.progress_of(&props.name)} />
            }
            {for shown}
        </section>
    }
}
