use std::rc::Rc;

use yew::prelude::*;

use super::hourglass::Hourglass;
use super::sample_view::SampleRow;
use super::{
    AngleDial, Gallery, Notices, Panels, Part, PointsView, Signals, SlowMotion, TwinStage,
    has_training,
};
use crate::lessons::plain_caption;
use crate::plot::Theme;
use crate::session::{Action, Figure, History, Picture, Pinned, State};
use crate::settings::Shape;

#[derive(PartialEq, Properties)]
pub struct StageProps {
    pub state: Rc<State>,
    /// What is to be looked at: this run's picture, or the pinned one's.
    pub picture: Option<Picture>,
    pub theme: Theme,
    pub on_twin: Callback<Option<Rc<History>>>,
    pub dispatch: Callback<Action>,
}

/// The figures: what the student should look at is the largest.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let state = &props.state;
    html! {
        <main class="stage">
            <Notices state={state.clone()} dispatch={props.dispatch.clone()} />
            {match &props.picture {
                None => html! { <p class="empty">{"The network is being set up …"}</p> },
                Some(picture) if state.slow.is_some() => html! {
                    <SlowMotion state={state.clone()} picture={picture.clone()} theme={props.theme}
                        dispatch={props.dispatch.clone()} />
                },
                Some(picture) => match &state.twin {
                    Some(twin) => html! {
                        <TwinStage state={state.clone()} picture={picture.clone()} twin={twin.clone()}
                            theme={props.theme} on_history={props.on_twin.clone()} dispatch={props.dispatch.clone()} />
                    },
                    None => figures(props, picture),
                },
            }}
        </main>
    }
}

fn figures(props: &StageProps, picture: &Picture) -> Html {
    let state = &props.state;
    let (theme, dispatch) = (props.theme, &props.dispatch);
    let marked = state.marked();
    let panels = html! {
        <Panels state={state.clone()} picture={picture.clone()} {theme} dispatch={dispatch.clone()} />
    };
    let network = || {
        html! {
            <Hourglass data={state.settings.data} picture={picture.clone()} edited={state.edited} {theme}
                caption={caption(state)} dispatch={dispatch.clone()} />
        }
    };
    let gallery = |part: Part| {
        html! { <Gallery picture={picture.clone()} {part} {marked} {theme} dispatch={dispatch.clone()} /> }
    };
    let readouts = &picture.snapshot.readouts;
    let galleries = || match has_training(picture) {
        false => gallery(Part::HeldOut),
        true => html! {
            <>
                <h3>{"Seen in training"}<small class="error">{format!("error {:.4}", readouts.train_mse)}</small></h3>
                {gallery(Part::Training)}
                <h3>{"Held out"}<small class="error">{format!("error {:.4}", readouts.heldout_mse)}</small></h3>
                {gallery(Part::HeldOut)}
            </>
        },
    };
    let one = || {
        html! {
            <section class="one">
                <h3>{"One sample"}<small>{"through the bottleneck"}</small></h3>
                <SampleRow data={state.settings.data} picture={picture.clone()} {theme} />
            </section>
        }
    };
    match (picture.facts.shape, state.figure) {
        (Shape::Image { .. }, Figure::Network) => html! {
            <div class="figures network">
                <section class="many">{heading(props, picture, network_key())}{network()}</section>
                {panels}
                <section class="small">
                    <h3>{"Held-out images"}</h3>
                    {gallery(Part::HeldOut)}
                </section>
            </div>
        },
        (Shape::Image { .. }, Figure::Samples) => html! {
            <div class="figures images">
                <section class="many">
                    {heading(props, picture, images_key(picture))}
                    {caption_line(state, picture)}
                    {galleries()}
                </section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Signal(_), Figure::Samples) => html! {
            <div class="figures images">
                <section class="many">
                    {heading(props, picture, signals_key())}
                    {caption_line(state, picture)}
                    <Signals data={state.settings.data} picture={picture.clone()} {marked} {theme}
                        dispatch={dispatch.clone()} />
                </section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Signal(_), Figure::Network) => html! {
            <div class="figures images">
                <section class="many">{heading(props, picture, network_key())}{network()}</section>
                {one()}
                {panels}
            </div>
        },
        (Shape::Point(d), Figure::Samples) if compared(state, d).is_some() => html! {
            <div class="figures points compared">
                {for compared(state, d).map(|pinned| html! {
                    <section class="one">
                        <div class="heading">
                            <h3>{"A"}<small>{"pinned"}</small></h3>
                        </div>
                        <p class="caption">{pinned_caption(&pinned.picture)}</p>
                        <PointsView picture={pinned.picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                    </section>
                })}
                <section class="one">
                    <div class="heading">
                        <h3>{"B"}<small>{"this run"}</small></h3>
                        <p class="key">{points_key(picture)}</p>
                    </div>
                    <p class="caption">{caption(state)}</p>
                    <PointsView picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                </section>
            </div>
        },
        (Shape::Point(_), figure) => html! {
            <div class="figures points">
                <section class="one">
                    {heading(props, picture, match figure {
                        Figure::Samples => points_key(picture),
                        Figure::Network => network_key(),
                    })}
                    if figure == Figure::Samples {
                        {caption_line(state, picture)}
                        <PointsView picture={picture.clone()} {marked} {theme} dispatch={dispatch.clone()} />
                    } else {
                        {network()}
                    }
                </section>
                {panels}
            </div>
        },
    }
}

/// The pinned run, where its points can stand beside this run's.
fn compared(state: &State, d: usize) -> Option<&Pinned> {
    let pinned = state.pinned.as_deref().filter(|_| !state.shows_pinned)?;
    (pinned.picture.facts.shape == Shape::Point(d)).then_some(pinned)
}

fn pinned_caption(pinned: &Picture) -> String {
    let readouts = &pinned.snapshot.readouts;
    format!(
        "held-out error {:.4}, PCA {:.4}",
        readouts.heldout_mse, readouts.pca_mse
    )
}

/// What is going on now, a sentence.
fn caption(state: &State) -> String {
    match (state.shows_pinned, state.seen()) {
        (true, _) => "These are the pictures of the pinned run A.".to_owned(),
        // A failure's own words stand beside it; the experiment's would be about another network.
        (false, Some(seen)) if state.failing.is_some() => plain_caption(&seen),
        (false, Some(seen)) => (state.scene_record().caption)(&seen),
        (false, None) => String::new(),
    }
}

/// The title, which figure it is about, and its key.
fn heading(props: &StageProps, picture: &Picture, key: Html) -> Html {
    let state = &props.state;
    let choices = Figure::ALL.iter().map(|&(figure, label)| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::FigureChosen(figure));
        html! {
            <label>
                <input type="radio" name="figure" checked={state.figure == figure} {onchange} />
                <span>{label}</span>
            </label>
        }
    });
    html! {
        <>
            <div class="heading">
                <h2 class="title">{title(picture)}</h2>
                <p class="key">{key}</p>
                <fieldset class="tabs figure" aria-label="Figure" data-help="The large figure: the network with one sample on its way, or many samples side by side.">
                    <legend class="unseen">{"Figure"}</legend>
                    <div class="segments">{for choices}</div>
                </fieldset>
            </div>
        </>
    }
}

/// What is going on now; of a linear network also how far its plane still is from PCA's.
fn caption_line(state: &State, picture: &Picture) -> Html {
    html! {
        <p class="caption">
            {for picture.snapshot.readouts.largest_angle_deg.map(|degrees| html! { <AngleDial {degrees} /> })}
            {caption(state)}
        </p>
    }
}

fn network_key() -> Html {
    html! {
        <>
            <span class="weights">{"weight "}<b class="negative">{"− below 0"}</b>{" "}<b class="positive">{"+ above 0"}</b></span>
            <span>{"unit: its area is its activation, a ring is below 0"}</span>
        </>
    }
}

fn images_key(picture: &Picture) -> Html {
    let few = picture
        .snapshot
        .nonsense
        .as_ref()
        .map(|nonsense| nonsense.x.rows());
    match few {
        Some(few) => html! { {format!("images held out; the last {few} are nonsense")} },
        None if has_training(picture) => html! { "held out: never trained on" },
        None => html! { "images held out: never trained on" },
    }
}

fn signals_key() -> Html {
    html! {
        <>
            <span><span class="letter input">{"x"}</span>{" input"}</span>
            <span><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</span>
            <span class="pca dashed">{"PCA"}</span>
            <span>{"error, per value, in "}<b class="red">{"red"}</b></span>
        </>
    }
}

fn points_key(picture: &Picture) -> Html {
    let is_noisy = !picture.snapshot.inputs.values.is_empty();
    html! {
        <>
            <span><span class="letter input">{"x"}</span>{" input, held out bolder"}</span>
            if is_noisy {
                <span><span class="letter">{"x̃"}</span>{" corrupted, with its way to r"}</span>
            }
            <span><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</span>
            if !is_noisy {
                <span class="error">{"error"}</span>
            }
            if picture.snapshot.k == 1 {
                <span class="pca dashed">{"PCA"}</span>
            }
        </>
    }
}

/// What happens here, in a line.
fn title(picture: &Picture) -> String {
    let k = picture.snapshot.k;
    let numbers = if k == 1 {
        "1 number".to_owned()
    } else {
        format!("{k} numbers")
    };
    match picture.facts.shape {
        Shape::Image { width, height } => {
            format!("{} pixels through {numbers} and back", width * height)
        }
        Shape::Point(d) => format!("{d} coordinates through {numbers} and back"),
        Shape::Signal(length) => format!("{length} values in time through {numbers} and back"),
    }
}
