use yew::prelude::*;

use crate::session::Action;
use crate::ui::shared::{Glyph, Icon};

#[derive(PartialEq, Properties)]
pub struct TransportProps {
    pub playing: bool,
    /// Whether there is a run to play.
    pub is_live: bool,
    pub is_slow: bool,
    pub has_pin: bool,
    pub has_twin: bool,
    pub dispatch: Callback<Action>,
}

/// Play/Pause, Step, Slow motion, Reset, Twin and Pin run.
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
            <button type="button" class="play" aria-label={name} title={format!("{name} (Space)")} data-help="Lets the network learn, or holds it (Space)."
                onclick={press(Action::PlayToggled)}>
                <Icon {glyph} />
            </button>
            <button type="button" aria-label="Step" title="One training step (.)" data-help="One training step (.)"
                disabled={!props.is_live} onclick={press(Action::StepPressed)}>
                <Icon glyph={Glyph::Step} />
            </button>
            <button type="button" aria-label="Slow motion" title="One step in slow motion (S)" data-help="One step in slow motion (S)"
                aria-pressed={props.is_slow.to_string()}
                disabled={!props.is_live} onclick={press(Action::SlowMotionToggled)}>
                <Icon glyph={Glyph::SlowMotion} />
            </button>
            <button type="button" aria-label="Reset" title="Start again from new weights (R)" data-help="Start again from new weights (R)"
                onclick={press(Action::ResetPressed)}>
                <Icon glyph={Glyph::Reset} />
            </button>
            <button type="button" class="twins" aria-label="Twin" aria-pressed={props.has_twin.to_string()}
                title="A second network beside this one, one setting different (W)" data-help="A second network beside this one, one setting different (W)"
                disabled={!props.is_live} onclick={press(Action::TwinToggled)}>
                <Icon glyph={Glyph::Twin} />
            </button>
            <button type="button" class="pin" aria-label="Pin run" aria-pressed={props.has_pin.to_string()}
                title="Keep this run beside the next ones (P)" data-help="Keep this run beside the next ones (P)"
                disabled={!props.is_live} onclick={press(Action::PinPressed)}>
                <Icon glyph={Glyph::Pin} />
            </button>
        </div>
    }
}
