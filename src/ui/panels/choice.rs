use std::rc::Rc;

use yew::prelude::*;

use super::code_scatter::{AxisChoice, CodeScatter};
use super::grid::CodeGrid;
use super::hidden_components::HiddenComponentsView;
use super::levels_chart::LevelsChart;
use super::rates_chart::RatesChart;
use super::sweep_chart::SweepChart;
use super::trade_chart::TradeChart;
use super::units::{Units, orders};
use super::uses::Uses;
use crate::plot::Theme;
use crate::session::{Action, Panel, Picture, Place, State};
use crate::ui::controls::Hands;
use crate::words::words;

#[derive(PartialEq, Properties)]
pub struct PanelsProps {
    pub state: Rc<State>,
    pub picture: Picture,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The pictures beside the samples, one kind at a time.
#[component]
pub fn Panels(props: &PanelsProps) -> Html {
    let settings = &props.state.training.settings;
    let offered = Panel::ALL
        .iter()
        .filter(|(panel, _)| panel.applies(props.state.course.lesson, settings));
    let shown = props.state.panel();
    let choices = offered.map(|&(panel, label)| {
        let dispatch = props.dispatch.clone();
        let onchange = move |_: Event| dispatch.emit(Action::PanelChosen(panel));
        html! {
            <label>
                <input type="radio" name="panel" checked={shown == panel} {onchange} />
                <span>{label.get()}</span>
            </label>
        }
    });
    html! {
        <section class="panels">
            <div class="panel-head">
            <Hands state={props.state.clone()} place={Place::Heatmap} dispatch={props.dispatch.clone()} />
            if shown == Panel::Units {
                {orders(&props.state, &props.dispatch)}
            }
            <fieldset class="tabs" aria-label={words().panels.pictures} data-help={words().panels.pictures_help}>
                <legend class="unseen">{words().panels.pictures}</legend>
                <div class="segments">{for choices}</div>
            </fieldset>
            </div>
            {match shown {
                Panel::Codes => codes(props),
                Panel::Units => html! {
                    <Units state={props.state.clone()} picture={props.picture.clone()}
                        theme={props.theme} dispatch={props.dispatch.clone()} />
                },
                Panel::Uses => html! { <Uses picture={props.picture.clone()} theme={props.theme} /> },
                Panel::Rates => html! {
                    <RatesChart picture={props.picture.clone()} bits={props.state.look.bits}
                        theme={props.theme} dispatch={props.dispatch.clone()} />
                },
                Panel::Grid => html! {
                    <CodeGrid picture={props.picture.clone()} axes={props.state.look.axes} probe={props.state.look.probe}
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
                    <HiddenComponentsView state={props.state.clone()} picture={props.picture.clone()}
                        theme={props.theme} dispatch={props.dispatch.clone()} />
                },
            }}
        </section>
    }
}

fn codes(props: &PanelsProps) -> Html {
    let state = &props.state;
    let picture = &props.picture;
    let scatter = |is_pca: bool| {
        html! {
            <CodeScatter picture={picture.clone()} {is_pca} axes={state.look.axes} marked={state.look.marked()}
                probe={state.look.probe} theme={props.theme} dispatch={props.dispatch.clone()} />
        }
    };
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
                    <AxisChoice k={picture.snapshot.k} axes={state.look.axes} dispatch={props.dispatch.clone()} />
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
