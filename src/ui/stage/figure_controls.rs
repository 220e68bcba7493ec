//! Controls that one figure has, beside its caption.

use yew::prelude::*;

use super::points_view::Movable;
use crate::session::{Action, MOST_BITS, Picture, State};
use crate::settings::Key;
use crate::ui::shared::slide::Slide;
use crate::words::{words, written};

/// How many bits each code number is written with, and what that makes of an image.
pub fn bits_control(state: &State, picture: &Picture, dispatch: &Callback<Action>) -> Html {
    let bits = state.look.bits;
    let turn = {
        let dispatch = dispatch.clone();
        move |bits: f64| dispatch.emit(Action::BitsChosen(bits as u32))
    };
    let words = &words().purposes;
    let (k, features) = (picture.snapshot.k, picture.facts.x.columns as u32);
    html! {
        <>
            <Slide id="bits" name={words.bits} help={words.bits_slider_help} range={[1.0, f64::from(MOST_BITS)]} step={1.0}
                at={f64::from(bits)} label={bits.to_string()} onturn={Callback::from(turn)} />
            <p class="bits-of-image">{words.bits_of_image(k, bits, features)}</p>
        </>
    }
}

/// Particles by a button, and how near the field is to the true score.
pub fn field_controls(picture: &Picture, dispatch: &Callback<Action>) -> Html {
    let snapshot = &picture.snapshot;
    if snapshot.field.values.is_empty() {
        return Html::default();
    }
    let words = &words().spoil;
    let drop = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| {
            // Round the plane, so that they come from every side.
            const SOME: u32 = 8;
            for at in 0..SOME {
                let angle = std::f64::consts::TAU * f64::from(at) / f64::from(SOME);
                let place = [libm::cos(angle), libm::sin(angle)].map(|x| 1.05 * x as f32);
                dispatch.emit(Action::ParticleDropped(place));
            }
        }
    };
    let clear = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::ParticlesCleared)
    };
    let angle = snapshot.score.as_ref().and_then(|score| score.angle_deg);
    html! {
        <div class="particles" data-help={words.particles_help}>
            if let Some(angle) = angle {
                <p data-help={words.angle_help}>{words.angle}{" "}<output aria-label={words.angle}>{written(angle, 1)}{"°"}</output></p>
            }
            <button type="button" class="link" onclick={drop}>{words.drop_some}</button>
            <button type="button" class="link" disabled={snapshot.trails.values.is_empty()} onclick={clear}>{words.clear_particles}</button>
        </div>
    }
}

/// Whether points of this picture can be put elsewhere: it is the run's own, not one that is called back.
pub fn movable(state: &State, picture: &Picture) -> Option<Movable> {
    let settings = &state.training.settings;
    let is_own = picture.run == state.training.run && !state.comparison.shows_pinned;
    let may_move = is_own && settings.has_movable_points() && !state.is_locked(Key::Data);
    may_move.then_some(Movable {
        selected: state.look.selected,
    })
}

/// How many points were put elsewhere, and the way back.
pub fn moved_controls(state: &State, picture: &Picture, dispatch: &Callback<Action>) -> Html {
    if movable(state, picture).is_none() {
        return Html::default();
    }
    let words = &words().points;
    let back = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.emit(Action::PointsPutBack)
    };
    match state.training.settings.moved.len() {
        0 => {
            html! { <p class="moved note">{words.hint}</p> }
        }
        points => html! {
            <p class="moved" data-help={words.moved_help}>
                {words.moved(points)}{" "}<button type="button" class="link" onclick={back}>{words.put_back}</button>
            </p>
        },
    }
}
