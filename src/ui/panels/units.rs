//! What each code unit does: its atom, when it is active, and its mean activation; one order for all
//! three.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::closely::{CloselyProps, unit_closely};
use super::dictionary::Dictionary;
use super::heatmap::{ActivationHeatmap, MeanActivations};
use crate::plot::Theme;
use crate::session::{Action, Figure, Picture, SampleOrder, State, UnitOrder, least_counted};
use crate::settings::{PenaltyChoice, Shape};
use crate::words::{Text, words};

pub struct UnitsProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

pub fn units_panel(props: &UnitsProps) -> Html {
    let UnitsProps {
        state,
        picture,
        theme,
        dispatch,
    } = props;
    let theme = *theme;
    let (settings, ranking) = (state.staged_settings(), state.staged_ranking());
    let target = (settings.penalty == PenaltyChoice::Kl).then_some(settings.rho as f32);
    let has_tiles = !matches!(picture.facts.shape, Shape::Point(_));
    let weights = if settings.hidden.is_empty() {
        words().panels.weights
    } else {
        words().panels.moves
    };
    // Beside the sum of atoms it has the sum's place.
    let closely = state.look.atom.filter(|_| state.figure() != Figure::Atoms);
    html! {
        <div class={classes!("units", has_tiles.then_some("with-tiles"))}>
            if has_tiles {
                <section data-help={words().panels.dictionary_help}>
                    <h3>{words().panels.dictionary}<small>{weights}</small></h3>
                    <Dictionary picture={picture.clone()} ranking={ranking.clone()} unit={state.look.atom}
                        least={least_counted(settings, &picture.snapshot)} {theme} dispatch={dispatch.clone()} />
                </section>
            }
            <section data-help={words().panels.activations_help}>
                <h3>
                    {words().panels.activations}
                    <small>{words().panels.units_by_samples(picture.snapshot.measured_k(), picture.snapshot.dead_units)}</small>
                </h3>
                <ActivationHeatmap picture={picture.clone()} ranking={ranking.clone()} by={state.look.orders.1}
                    marked={state.look.marked()} unit={state.look.atom} {theme} dispatch={dispatch.clone()} />
            </section>
            <section data-help={words().panels.mean_help}>
                <h3><span class="letter code">{"ρ̂"}</span></h3>
                <MeanActivations picture={picture.clone()} ranking={ranking.clone()} unit={state.look.atom} {target} {theme} />
            </section>
            if let Some(unit) = closely {
                {unit_closely(&CloselyProps { picture: picture.clone(), unit, theme, dispatch: dispatch.clone() })}
            }
        </div>
    }
}

/// In which order units and samples stand.
pub fn orders(state: &State, dispatch: &Callback<Action>) -> Html {
    let (units, samples) = state.look.orders;
    html! {
        <span class="orders">
            <label>
                {words().panels.units}{" "}
                {choose(&UnitOrder::ALL, units, words().panels.unit_order, dispatch.reform(Action::UnitsOrdered))}
            </label>
            <label>
                {words().panels.samples}{" "}
                {choose(&SampleOrder::ALL, samples, words().panels.sample_order, dispatch.reform(Action::SamplesOrdered))}
            </label>
        </span>
    }
}

/// A menu of orders.
fn choose<T: Copy + PartialEq + 'static>(
    all: &'static [(T, Text)],
    chosen: T,
    name: &'static str,
    tell: Callback<T>,
) -> Html {
    let onchange = move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Some(&(order, _)) = all.get(select.selected_index().max(0) as usize) {
            tell.emit(order);
        }
    };
    html! {
        <select aria-label={name} title={name} {onchange}>
            {for all.iter().map(|&(order, label)| html! {
                <option selected={order == chosen}>{label.get()}</option>
            })}
        </select>
    }
}
