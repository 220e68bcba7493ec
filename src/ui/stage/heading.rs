//! Above the figure: the title, the key to it, and what is going on now.

use yew::prelude::*;

use super::angle_dial::AngleDial;
use super::gallery::has_training;
use super::props::StageProps;
use crate::lessons::plain_caption;
use crate::session::{Action, Figure, Picture, Place, State};
use crate::settings::Shape;
use crate::ui::controls::Hands;

pub fn pinned_caption(pinned: &Picture) -> String {
    let readouts = &pinned.snapshot.readouts;
    format!(
        "held-out error {:.4}, PCA {:.4}",
        readouts.heldout_mse, readouts.pca_mse
    )
}

/// What is going on now, a sentence.
pub fn caption(state: &State) -> String {
    match (state.comparison.shows_pinned, state.seen()) {
        (true, _) => "These are the pictures of the pinned run A.".to_owned(),
        // A failure's own words stand beside it; the experiment's would be about another network.
        (false, Some(seen)) if state.course.failing.is_some() => plain_caption(&seen),
        (false, Some(seen)) => (state.course.scene_record().caption)(&seen),
        (false, None) => String::new(),
    }
}

/// The title, which figure it is about, and its key.
pub fn heading(props: &StageProps, picture: &Picture, key: Html) -> Html {
    let state = &props.state;
    let choices = Figure::ALL.iter().map(|&(figure, label)| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::FigureChosen(figure));
        html! {
            <label>
                <input type="radio" name="figure" checked={state.look.figure == figure} {onchange} />
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
pub fn caption_line(props: &StageProps, picture: &Picture) -> Html {
    let angle = picture.snapshot.readouts.largest_angle_deg;
    html! {
        <div class="caption-line">
            <p class="caption">
                {for angle.map(|degrees| html! { <AngleDial {degrees} /> })}
                {caption(&props.state)}
            </p>
            <Hands state={props.state.clone()} place={Place::Head} dispatch={props.dispatch.clone()} />
        </div>
    }
}

pub fn network_key() -> Html {
    html! {
        <>
            <span class="weights">{"weight "}<b class="negative">{"− below 0"}</b>{" "}<b class="positive">{"+ above 0"}</b></span>
            <span>{"unit: its area is its activation, a ring is below 0"}</span>
        </>
    }
}

pub fn images_key(picture: &Picture) -> Html {
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

pub fn signals_key() -> Html {
    html! {
        <>
            <span><span class="letter input">{"x"}</span>{" input"}</span>
            <span><span class="letter reconstruction">{"r"}</span>{" reconstruction"}</span>
            <span class="pca dashed">{"PCA"}</span>
            <span>{"error, per value, in "}<b class="red">{"red"}</b></span>
        </>
    }
}

pub fn points_key(picture: &Picture) -> Html {
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
