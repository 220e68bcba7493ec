use yew::prelude::*;

use super::{Glyph, Icon};
use crate::session::Action;

#[derive(PartialEq, Properties)]
pub struct TransportProps {
    pub playing: bool,
    /// Whether there is a run to play.
    pub is_live: bool,
    pub dispatch: Callback<Action>,
}

/// Play/Pause, Step and Reset.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let (name, glyph) = if props.playing {
        ("Pause", Glyph::Pause)
    } else {
        ("Play", Glyph::Play)
    };
    html! {
        <div class="transport" role="group" aria-label="Training">
            <button type="button" class="play" aria-label={name} title={format!("{name} (Space)")}
                onclick={press(Action::PlayToggled)}>
                <Icon {glyph} />
            </button>
            <button type="button" aria-label="Step" title="One training step (.)"
                disabled={!props.is_live} onclick={press(Action::StepPressed)}>
                <Icon glyph={Glyph::Step} />
            </button>
            <button type="button" aria-label="Reset" title="Start again from new weights (R)"
                onclick={press(Action::ResetPressed)}>
                <Icon glyph={Glyph::Reset} />
            </button>
        </div>
    }
}
