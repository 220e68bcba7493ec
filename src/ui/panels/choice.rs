use std::rc::Rc;

use yew::prelude::*;

use super::axis_choice::{AxisChoiceProps, axis_choice};
use super::code_scatter::CodeScatter;
use super::faces_chart::FacesChart;
use super::grid::CodeGrid;
use super::hidden_components::{ComponentsProps, hidden_components_view};
use super::levels_chart::LevelsChart;
use super::rates_chart::RatesChart;
use super::sweep_chart::SweepChart;
use super::trade_chart::TradeChart;
use super::units::{UnitsProps, orders, units_panel};
use super::uses::{UsesProps, uses_panel};
use crate::lessons::Lesson;
use crate::plot::Theme;
use crate::session::{Action, Panel, Phase, Picture, Place, State};
use crate::settings::{NoiseChoice, PenaltyChoice, Shape};
use crate::ui::controls::{HandsProps, hands};
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

pub struct PanelsProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The pictures beside the samples, one kind at a time.
pub fn panels(props: &PanelsProps) -> Html {
    let (state, words) = (&props.state, &words().panels);
    let settings = &state.training.settings;
    let lesson = state.course.lesson;
    let is_lab = lesson == Lesson::Lab;
    let shown = state.panels();
    let offered = Panel::ALL
        .iter()
        .filter(|(panel, ..)| panel.applies(lesson, settings));
    let choices = offered.map(|&(panel, _, label)| {
        let dispatch = props.dispatch.clone();
        let (kind, name) = if is_lab {
            ("checkbox", None)
        } else {
            ("radio", Some("panel"))
        };
        let onchange = move |_: Event| {
            dispatch.emit(match is_lab {
                true => Action::PanelToggled(panel),
                false => Action::PanelChosen(panel),
            });
        };
        html! {
            <label>
                <input type={kind} {name} checked={shown.contains(&panel)} {onchange} />
                <span>{label.get()}</span>
            </label>
        }
    });
    let panels = shown.iter().enumerate().map(|(at, &panel)| match is_lab {
        true => in_the_lab(props, panel, at),
        false => content(props, panel),
    });
    html! {
        <section class="panels">
            <div class="panel-head">
            {hands(&HandsProps { state: state.clone(), place: Place::Heatmap, dispatch: props.dispatch.clone() })}
            if shown.contains(&Panel::Units) {
                {orders(state, &props.dispatch)}
            }
            <fieldset class="tabs" aria-label={words.pictures} data-help={if is_lab { words.lab_help } else { words.pictures_help }}>
                <legend class="unseen">{words.pictures}</legend>
                <div class="segments">{for choices}</div>
            </fieldset>
            </div>
            if is_lab {
                <div class="lab-panels">{for panels}</div>
            } else {
                {for panels}
            }
        </section>
    }
}

/// A panel that can be moved and hidden.
fn in_the_lab(props: &PanelsProps, panel: Panel, at: usize) -> Html {
    let words = &words().panels;
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let label = Panel::ALL.iter().find(|(known, ..)| *known == panel);
    let name = label.map_or("", |(.., label)| label.get());
    html! {
        <div class="lab-panel" key={panel.key()}>
            <div class="lab-buttons">
                if at > 0 {
                    <button type="button" class="plain" aria-label={words.move_panel(name)} title={words.move_panel(name)}
                        onclick={press(Action::PanelMoved(panel))}>{"←"}</button>
                }
                <button type="button" class="plain" aria-label={words.hide_panel(name)} title={words.hide_panel(name)}
                    onclick={press(Action::PanelToggled(panel))}><Icon glyph={Glyph::Close} /></button>
            </div>
            {content(props, panel)}
        </div>
    }
}

fn content(props: &PanelsProps, panel: Panel) -> Html {
    let settings = props.state.staged_settings();
    match panel {
        Panel::Codes => codes(props),
        Panel::Units => html! {
            {units_panel(&UnitsProps { state: props.state.clone(), picture: props.picture.clone(), theme: props.theme, dispatch: props.dispatch.clone() })}
        },
        Panel::Uses => {
            html! { {uses_panel(&UsesProps { picture: props.picture.clone(), theme: props.theme })} }
        }
        Panel::Rates => html! {
            <RatesChart picture={props.picture.clone()} bits={props.state.look.bits}
                theme={props.theme} dispatch={props.dispatch.clone()} />
        },
        Panel::Faces => {
            let is_regularised = settings.noise != NoiseChoice::None
                || settings.penalty != PenaltyChoice::None
                || settings.decay > 0.0;
            html! { <FacesChart picture={props.picture.clone()} {is_regularised} theme={props.theme} /> }
        }
        // A canvas that is not there at first is never measured.
        Panel::Grid if !matches!(props.picture.facts.shape, Shape::Image { .. }) => Html::default(),
        Panel::Grid => html! {
            <CodeGrid picture={props.picture.clone()} probe={props.state.look.probe}
                theme={props.theme} dispatch={props.dispatch.clone()} />
        },
        Panel::Sweep => html! {
            <SweepChart state={props.state.clone()} picture={props.picture.clone()}
                theme={props.theme} dispatch={props.dispatch.clone()} />
        },
        Panel::Levels => html! {
            <LevelsChart picture={props.picture.clone()} trained={settings.level}
                theme={props.theme} dispatch={props.dispatch.clone()} />
        },
        Panel::Trade => html! {
            <TradeChart trades={props.state.comparison.trades.clone()} picture={props.picture.clone()}
                theme={props.theme} />
        },
        Panel::Components => html! {
            {hidden_components_view(&ComponentsProps { state: props.state.clone(), picture: props.picture.clone(), theme: props.theme, dispatch: props.dispatch.clone() })}
        },
    }
}

fn codes(props: &PanelsProps) -> Html {
    let state = &props.state;
    let picture = &props.picture;
    let scatter = |is_pca: bool| {
        html! {
            <CodeScatter picture={picture.clone()} {is_pca} marked={state.look.marked()}
                probe={state.look.probe} theme={props.theme} dispatch={props.dispatch.clone()} />
        }
    };
    // Neither a pinned picture nor a run that has diverged is drawn anew.
    let is_fixed =
        state.comparison.shows_pinned || matches!(state.training.phase, Phase::Diverged { .. });
    let help = match picture.snapshot.k {
        1 => words().panels.strip_help,
        _ => words().panels.code_help,
    };
    html! {
        <div class="pair">
            <section class="codes" data-help={help}>
                <h3>
                    {words().panels.code}
                    <small>{words().panels.point}</small>
                    {axis_choice(&AxisChoiceProps { k: picture.snapshot.k, axes: picture.snapshot.axes, is_fixed, dispatch: props.dispatch.clone() })}
                </h3>
                {scatter(false)}
            </section>
            <section class="codes" data-help={words().panels.pca_help}>
                <h3 class="pca">{words().panels.pca}<small>{words().panels.same}</small></h3>
                {scatter(true)}
            </section>
        </div>
    }
}
