use yew::prelude::*;

use crate::session::Action;
use crate::words::words;

pub struct LookingProps {
    /// The step of the picture, while it is an earlier one.
    pub step: Option<u64>,
    pub dispatch: Callback<Action>,
}

/// Which earlier step is on the stage, the way back to now, and the way on from there.
pub fn looking_back(props: &LookingProps) -> Html {
    let Some(step) = props.step else {
        return Html::default();
    };
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    html! {
        <div class="past looking" role="status" data-help={words().strip.looking_help}>
            <span>{words().strip.looking_back(step)}</span>
            <button type="button" class="link" onclick={press(Action::ResumedHere)}>{words().strip.go_on}</button>
            <button type="button" class="link" onclick={press(Action::LookedBack(None))}>{words().strip.to_now}</button>
        </div>
    }
}
