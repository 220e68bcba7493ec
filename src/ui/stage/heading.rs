//! Above the figure: the title, the key to it, and what is going on now.

use yew::prelude::*;

use super::angle_dial::{DialProps, angle_dial};
use super::gallery_rows::has_training;
use super::props::StageProps;
use crate::lessons::Lesson;
use crate::session::{Action, Figure, Picture, Place, State, least_counted};
use crate::settings::{DataSet, NoiseChoice, PenaltyChoice, Shape};
use crate::ui::controls::{HandsProps, hands};
use crate::words::words;

pub fn pinned_caption(pinned: &Picture) -> String {
    let readouts = &pinned.snapshot.readouts;
    words()
        .stage
        .pinned_caption(readouts.heldout_mse, readouts.pca_mse)
}

/// The title, which figure it is about, and its key.
pub fn heading(props: &StageProps, picture: &Picture, key: Html) -> Html {
    let state = &props.state;
    let settings = &state.training.settings;
    let multiples = {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::MultiplesToggled)
    };
    let offered = Figure::ALL
        .iter()
        .filter(|(figure, _)| figure.applies(state.course.lesson, settings));
    let choices = offered.map(|&(figure, label)| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::FigureChosen(figure));
        html! {
            <label>
                <input type="radio" name="figure" checked={state.figure() == figure} {onchange} />
                <span>{label.get()}</span>
            </label>
        }
    });
    html! {
        <>
            <div class="heading">
                <h2 class="title">{title(state, picture)}</h2>
                if state.course.lesson != Lesson::Lab {
                    <p class="key">{key}</p>
                }
                if state.course.lesson == Lesson::Lab {
                    <button type="button" class="link" data-help={words().twin.multiples_help} onclick={multiples}>{words().twin.multiples}</button>
                }
                <fieldset class="tabs figure" aria-label={words().stage.figure} data-help={words().stage.figure_help}>
                    <legend class="unseen">{words().stage.figure}</legend>
                    <div class="segments">{for choices}</div>
                </fieldset>
            </div>
        </>
    }
}

/// What is going on now; of a linear network also how far its plane still is from PCA's.
pub fn caption_line(props: &StageProps) -> Html {
    caption_line_with(props, Html::default())
}

/// The same, with more controls beside those of the figure.
pub fn caption_line_with(props: &StageProps, more: Html) -> Html {
    let readouts = props.state.training.readouts.as_ref();
    let angle = readouts.and_then(|readouts| readouts.largest_angle_deg);
    html! {
        <div class="caption-line">
            <p class="caption">
                {for angle.map(|degrees| html! { {angle_dial(&DialProps { degrees })} })}
                {props.state.caption()}
            </p>
            <div class="head-controls">
                {hands(&HandsProps { state: props.state.clone(), place: Place::Head, dispatch: props.dispatch.clone() })}
                {more}
            </div>
        </div>
    }
}

pub fn network_key() -> Html {
    html! {
        <>
            <span class="weights">{words().stage.weight}{" "}<b class="negative">{words().stage.below}</b>{" "}<b class="positive">{words().stage.above}</b></span>
            <span>{words().stage.unit_key}</span>
        </>
    }
}

pub fn atoms_key() -> Html {
    html! {
        <span class="weights">{words().stage.atom_key}{" "}<b class="negative">{words().stage.below}</b>{" "}<b class="positive">{words().stage.above}</b></span>
    }
}

pub fn images_key(picture: &Picture) -> Html {
    let few = picture
        .snapshot
        .nonsense
        .as_ref()
        .map(|nonsense| nonsense.x.rows());
    match few {
        Some(few) => html! { {words().stage.nonsense_key(few)} },
        None if picture.snapshot.sketch.is_some() => html! { words().spoil.drawn_key },
        None if has_training(picture) => html! { words().stage.held_out_key },
        None => html! { words().stage.images_key },
    }
}

pub fn search_key() -> Html {
    html! {
        <>
            <span class="hit">{words().purposes.hit_key}</span>
            <span class="miss">{words().purposes.miss_key}</span>
        </>
    }
}

pub fn errors_key() -> Html {
    html! { words().purposes.errors_key }
}

pub fn signals_key() -> Html {
    html! {
        <>
            <span><span class="letter input">{"x"}</span>{" "}{words().stage.input}</span>
            <span><span class="letter reconstruction">{"r"}</span>{" "}{words().stage.reconstruction}</span>
            <span class="pca dashed">{words().stage.pca}</span>
            <span>{words().stage.error_in}{" "}<b class="red">{words().stage.red}</b></span>
        </>
    }
}

pub fn points_key(picture: &Picture) -> Html {
    let is_noisy = !picture.snapshot.inputs.values.is_empty();
    html! {
        <>
            <span><span class="letter input">{"x"}</span>{" "}{words().stage.input_key}</span>
            if is_noisy {
                <span><span class="letter">{"x̃"}</span>{" "}{words().stage.corrupted_key}</span>
            }
            <span><span class="letter reconstruction">{"r"}</span>{" "}{words().stage.reconstruction}</span>
            if !is_noisy {
                <span class="error">{words().stage.error_key}</span>
            }
            if !picture.snapshot.field.values.is_empty() {
                <span class="arrow">{words().spoil.field}</span>
            }
            if picture.snapshot.score.is_some() {
                <span class="score">{words().spoil.true_score}</span>
            }
            if picture.snapshot.k == 1 {
                <span class="pca dashed">{words().stage.pca}</span>
            }
        </>
    }
}

/// What happens here, in a line.
fn title(state: &State, picture: &Picture) -> String {
    let (figure, settings) = (state.figure(), state.staged_settings());
    let k = picture.snapshot.k;
    let way = picture
        .snapshot
        .sample
        .as_ref()
        .filter(|_| figure == Figure::Atoms);
    if let Some(way) = way {
        let least = least_counted(settings, &picture.snapshot);
        let lit = way.code.values.iter().filter(|h| h.abs() > least).count() as u32;
        return match settings.penalty {
            PenaltyChoice::Kl => words().stage.title_above(lit, k),
            PenaltyChoice::None | PenaltyChoice::L1 => words().stage.title_atoms(lit, k),
        };
    }
    match figure {
        Figure::Spoil => {
            let is_repaired = settings.noise != NoiseChoice::None && !state.sketch.on_sheet;
            let words = &words().spoil;
            return match is_repaired {
                true => words.title.to_owned(),
                false => words.title_draw.to_owned(),
            };
        }
        Figure::Errors => return words().purposes.title_errors.to_owned(),
        Figure::Search => return words().purposes.title_search.to_owned(),
        Figure::Bits => return words().purposes.title_bits.to_owned(),
        Figure::Walk => return words().purposes.title_walk.to_owned(),
        Figure::Network | Figure::Samples | Figure::Atoms => {}
    }
    let numbers = if k == 1 {
        words().stage.one_number.to_owned()
    } else {
        words().stage.numbers(k as usize)
    };
    match picture.facts.shape {
        Shape::Image { width, height } => words().stage.title_image(width * height, &numbers),
        Shape::Point(d) => words().stage.title_point(d, &numbers),
        Shape::Signal(length) if settings.data == DataSet::Own => {
            words().data.own_row(length, &numbers)
        }
        Shape::Signal(length) => words().stage.title_signal(length, &numbers),
    }
}
