use std::rc::Rc;

use yew::prelude::*;

use super::knob::KnobControl;
use crate::link::Prepared;
use crate::session::{Action, Place, State};
use crate::settings::Key;
use crate::words::words;

pub struct HandsProps {
    pub state: Rc<State>,
    pub place: Place,
    pub dispatch: Callback<Action>,
}

/// The controls that stand in one place of the stage.
pub fn hands(props: &HandsProps) -> Html {
    let HandsProps {
        state,
        place,
        dispatch,
    } = props;
    let here = state.hands().into_iter().filter(|(_, at)| at == place);
    let mut controls = here
        .map(|(key, _)| {
            let control = html! {
                <KnobControl key={key.knob().link} knob={key} settings={state.training.settings.clone()}
                    is_brief={*place == Place::Waist} dispatch={dispatch.clone()} />
            };
            fixed(key, control, &state.prepared)
        })
        .peekable();
    if controls.peek().is_none() {
        return Html::default();
    }
    html! { <div class="hands">{for controls}</div> }
}

/// A control that cannot be turned where the teacher has fixed it.
pub fn fixed(key: Key, control: Html, prepared: &Prepared) -> Html {
    match prepared.locked.contains(&key) {
        true => {
            html! { <fieldset class="fixed" disabled=true title={words().controls.fixed}>{control}</fieldset> }
        }
        false => control,
    }
}
