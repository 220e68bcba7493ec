use yew::prelude::*;

use crate::session::{Action, Past};
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

pub struct PastRunProps {
    pub past: Option<Past>,
    pub dispatch: Callback<Action>,
}

/// The run that a new one replaced, and the way back to it.
pub fn past_run(props: &PastRunProps) -> Html {
    let Some(past) = &props.past else {
        return Html::default();
    };
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let steps = past.history.last_step();
    html! {
        <div class="past" role="status" data-help={words().strip.before_help}>
            <span>{words().strip.before(steps)}</span>
            <button type="button" class="link" onclick={press(Action::UndoPressed)}>{words().strip.bring_back}</button>
            <button type="button" class="plain" aria-label={words().strip.forget} title={words().strip.forget}
                onclick={press(Action::PastDismissed)}>
                <Icon glyph={Glyph::Close} />
            </button>
        </div>
    }
}
