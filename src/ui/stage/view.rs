use yew::prelude::*;

use super::figures::figures;
use super::multiples::MultiplesStage;
use super::props::StageProps;
use super::slow_motion::SlowMotion;
use super::twin::TwinStage;
use crate::ui::notices::{NoticesProps, notices};
use crate::words::words;

/// The figures: what the student should look at is the largest.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let state = &props.state;
    html! {
        <main class="stage" data-awaited={state.training.is_awaited().to_string()}>
            {notices(&NoticesProps { state: state.clone(), dispatch: props.dispatch.clone() })}
            {match &props.picture {
                None => html! { <p class="empty">{words().stage.waiting}</p> },
                Some(picture) if state.slow.is_some() => html! {
                    <SlowMotion state={state.clone()} picture={picture.clone()} theme={props.theme}
                        dispatch={props.dispatch.clone()} />
                },
                Some(_) if state.comparison.multiples.is_some() => html! {
                    {for state.comparison.multiples.map(|multiples| html! {
                        <MultiplesStage state={state.clone()} {multiples} theme={props.theme} dispatch={props.dispatch.clone()} />
                    })}
                },
                Some(picture) => match &state.comparison.twin {
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
