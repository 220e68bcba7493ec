use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::gallery::Gallery;
use super::hourglass::Hourglass;
use super::points_view::PointsView;
use super::signals::Signals;
use crate::plot::Theme;
use crate::session::{Action, Figure, History, Lead, Phase, Picture, State, Twin, differences};
use crate::settings::Shape;
use crate::ui::controls::KnobControl;
use crate::ui::hooks::use_trainer;
use crate::ui::panels::CodeScatter;
use crate::words::{words, written};

#[derive(PartialEq, Properties)]
pub struct TwinProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub twin: Twin,
    pub theme: Theme,
    /// Told of the twin's errors.
    pub on_history: Callback<Option<Rc<History>>>,
    pub dispatch: Callback<Action>,
}

/// Two networks from the same seed and batches, one setting different, each in its own worker.
#[component]
pub fn TwinStage(props: &TwinProps) -> Html {
    let settings = props.twin.settings(&props.state.training.settings);
    let followed = use_state_eq(|| None::<Rc<History>>);
    let on_history = {
        let (followed, on_history) = (followed.clone(), props.on_history.clone());
        Callback::from(move |history: Option<Rc<History>>| {
            followed.set(history.clone());
            on_history.emit(history);
        })
    };
    // Errors are compared at the same step: where the twin has come to.
    let until = followed
        .as_ref()
        .map_or(u64::MAX, |history| history.last_step());
    let own_error = props
        .state
        .time
        .history
        .at(until)
        .map(|point| (point.step, point.held_out));
    let differ = differences(&props.state.training.settings, &settings);
    let choose = {
        let dispatch = props.dispatch.clone();
        move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let knob = Twin::knobs().find(|knob| knob.link == select.value());
            if let Some(knob) = knob {
                dispatch.emit(Action::TwinChosen(knob.key));
            }
        }
    };
    // The same from picture to picture, so that the control is not drawn again while somebody types into it.
    let turn = use_callback(props.dispatch.clone(), |action, dispatch| {
        if let Action::KnobTurned(_, value) = action {
            dispatch.emit(Action::TwinTurned(value));
        }
    });
    let leave = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::TwinToggled)
    };
    let options = Twin::knobs().filter(|knob| knob.applies(&props.state.training.settings));
    html! {
        <div class="twin">
            <div class="heading">
                <h2 class="title">{words().twin.title}</h2>
                <label class="differs">{words().twin.but}{" "}
                    <select aria-label={words().twin.differs} onchange={choose}>
                        {for options.map(|knob| html! {
                            <option value={knob.link} selected={knob.key == props.twin.key}>{knob.name()}</option>
                        })}
                    </select>
                </label>
                <div class="twin-knob" role="group" aria-label={words().twin.setting}>
                    <KnobControl whose="twin-" knob={props.twin.key} settings={settings.clone()} dispatch={turn} />
                </div>
                <button type="button" class="link" onclick={leave}>{words().twin.leave}</button>
            </div>
            <div class="sides">
                {side(&SideProps { name: words().twin.this.into(), differs: "".into(), state: props.state.clone(), picture: props.picture.clone(), error: own_error, theme: props.theme, dispatch: props.dispatch.clone() })}
                <Follower lead={props.state.lead(&props.twin)} run={props.state.training.run} differs={differ.join(", ")}
                    theme={props.theme} {on_history} dispatch={props.dispatch.clone()} />
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct FollowerProps {
    lead: Lead,
    /// Begins anew when this changes.
    run: u32,
    differs: String,
    theme: Theme,
    on_history: Callback<Option<Rc<History>>>,
    /// What is done to either is done to both.
    dispatch: Callback<Action>,
}

/// The second network, with a brain and a worker of its own.
#[component]
fn Follower(props: &FollowerProps) -> Html {
    let lead = props.lead.clone();
    let (state, follow) = use_trainer("twin".into(), Box::new(move || State::following(&lead)));
    let first_run = use_mut_ref(|| props.run);
    use_effect_with((props.run, props.lead.clone()), {
        move |(run, lead)| {
            if std::mem::replace(&mut *first_run.borrow_mut(), *run) != *run {
                follow.emit(Action::ResetPressed);
            }
            follow.emit(Action::Followed(Box::new(lead.clone())));
        }
    });
    use_effect_with(state.time.history.clone(), {
        let on_history = props.on_history.clone();
        move |history| on_history.emit(Some(history.clone()))
    });
    use_effect_with((), {
        let on_history = props.on_history.clone();
        move |()| move || on_history.emit(None)
    });
    let error = state
        .time
        .history
        .points
        .last()
        .map(|last| (last.step, last.held_out));
    match &state.training.picture {
        None => html! { <p class="empty">{words().twin.waiting}</p> },
        Some(picture) => html! {
            {side(&SideProps { name: words().twin.twin.into(), differs: props.differs.clone().into(), state: state.clone(), picture: picture.clone(), error, theme: props.theme, dispatch: props.dispatch.clone() })}
        },
    }
}

struct SideProps {
    name: AttrValue,
    differs: AttrValue,
    state: Rc<State>,
    picture: Picture,
    /// The step at which the two are compared, and the held-out error there.
    error: Option<(u64, f64)>,
    theme: Theme,
    dispatch: Callback<Action>,
}

/// One of the two: its error, its figure and its code.
fn side(props: &SideProps) -> Html {
    let SideProps {
        state,
        picture,
        theme,
        dispatch,
        ..
    } = props;
    let (theme, marked) = (*theme, state.look.marked());
    let is_diverged = matches!(state.training.phase, Phase::Diverged { .. });
    let step = props.error.map_or(0, |(step, _)| step);
    let figure = side_figure(state, picture, state.figure(), theme, dispatch);
    let number = |name: String, value: f64| {
        html! { <output aria-live="off" aria-label={name} data-value={value.to_string()}>{written(value, 4)}</output> }
    };
    html! {
        <section class="one" aria-label={props.name.clone()} data-step={step.to_string()}>
            <h3>
                {props.name.clone()}
                <small>{props.differs.clone()}</small>
                if is_diverged {
                    <small class="error">{words().twin.diverged}</small>
                }
                if let Some((step, error)) = props.error {
                    <span class="error">
                        {words().twin.error}{" "}
                        {number(words().twin.error_of(&props.name), error)}
                        {" "}{words().twin.at_step(step)}
                    </span>
                }
            </h3>
            {figure}
            <CodeScatter picture={picture.clone()} is_pca={false} {marked} probe={state.look.probe}
                {theme} dispatch={dispatch.clone()} />
        </section>
    }
}

/// The chosen figure of one of several networks.
pub fn side_figure(
    state: &State,
    picture: &Picture,
    figure: Figure,
    theme: Theme,
    dispatch: &Callback<Action>,
) -> Html {
    let marked = state.look.marked();
    match (picture.facts.shape, figure) {
        (_, Figure::Network) => html! {
            <Hourglass picture={picture.clone()} edited={state.training.edited} {theme}
                dispatch={dispatch.clone()} />
        },
        (Shape::Point(_), _) => html! {
            <PointsView picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
        },
        (Shape::Image { .. }, _) => html! {
            <Gallery picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
        },
        (Shape::Signal(_), _) => html! {
            <Signals picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
        },
    }
}
