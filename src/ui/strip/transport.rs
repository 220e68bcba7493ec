use yew::prelude::*;

use crate::session::Action;
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

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
        (words().strip.pause, Glyph::Pause)
    } else {
        (words().strip.play, Glyph::Play)
    };
    html! {
        <div class="transport" role="group" aria-label={words().strip.training}>
            <button type="button" class="play" aria-label={name} title={words().strip.play_hint(name)} data-help={words().strip.play_help}
                onclick={press(Action::PlayToggled)}>
                <Icon {glyph} />
            </button>
            <button type="button" aria-label={words().strip.step} title={words().strip.step_help} data-help={words().strip.step_help}
                disabled={!props.is_live} onclick={press(Action::StepPressed)}>
                <Icon glyph={Glyph::Step} />
            </button>
            <button type="button" aria-label={words().strip.slow} title={words().strip.slow_help} data-help={words().strip.slow_help}
                aria-pressed={props.is_slow.to_string()}
                disabled={!props.is_live} onclick={press(Action::SlowMotionToggled)}>
                <Icon glyph={Glyph::SlowMotion} />
            </button>
            <button type="button" aria-label={words().strip.reset} title={words().strip.reset_help} data-help={words().strip.reset_help}
                onclick={press(Action::ResetPressed)}>
                <Icon glyph={Glyph::Reset} />
            </button>
            <button type="button" class="twins" aria-label={words().strip.twin} aria-pressed={props.has_twin.to_string()}
                title={words().strip.twin_help} data-help={words().strip.twin_help}
                disabled={!props.is_live} onclick={press(Action::TwinToggled)}>
                <Icon glyph={Glyph::Twin} />
            </button>
            <button type="button" class="pin" aria-label={words().strip.pin} aria-pressed={props.has_pin.to_string()}
                title={words().strip.pin_help} data-help={words().strip.pin_help}
                disabled={!props.is_live} onclick={press(Action::PinPressed)}>
                <Icon glyph={Glyph::Pin} />
            </button>
        </div>
    }
}
