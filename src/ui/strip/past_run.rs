use yew::prelude::*;

use crate::session::{Action, Past};
use crate::ui::shared::{Glyph, Icon};

#[derive(PartialEq, Properties)]
pub struct PastRunProps {
    pub past: Option<Past>,
    pub dispatch: Callback<Action>,
}

/// The run that a new one replaced, and the way back to it.
#[component]
pub fn PastRun(props: &PastRunProps) -> Html {
    let Some(past) = &props.past else {
        return Html::default();
    };
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let steps = past.history.last_step();
    html! {
        <div class="past" role="status">
            <span>{format!("Before: {steps} steps")}</span>
            <button type="button" class="link" onclick={press(Action::UndoPressed)}>{"Bring it back"}</button>
            <button type="button" class="plain" aria-label="Forget it" title="Forget it"
                onclick={press(Action::PastDismissed)}>
                <Icon glyph={Glyph::Close} />
            </button>
        </div>
    }
}
