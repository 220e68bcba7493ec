use std::rc::Rc;

use yew::prelude::*;

use crate::session::{Action, Pinned, differences};
use crate::settings::Settings;
use crate::ui::shared::{Glyph, Icon};
use crate::words::words;

pub struct PinnedProps {
    pub pinned: Option<Rc<Pinned>>,
    pub is_shown: bool,
    pub settings: Settings,
    pub dispatch: Callback<Action>,
}

/// The pinned run: what differs from it now, and the way to its pictures.
pub fn pinned_run(props: &PinnedProps) -> Html {
    let Some(pinned) = &props.pinned else {
        return Html::default();
    };
    let press = |action: Action| {
        let dispatch = props.dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action.clone())
    };
    let differ = differences(&pinned.settings, &props.settings);
    let text = if differ.is_empty() {
        words().strip.pinned_same.to_owned()
    } else {
        words().strip.pinned_since(&differ.join(", "))
    };
    let (label, next) = if props.is_shown {
        (words().strip.show_this, false)
    } else {
        (words().strip.show_pinned, true)
    };
    html! {
        <div class="past pinned" role="status" data-help={words().strip.pinned_help}>
            <span title={text.clone()}>{text}</span>
            <button type="button" class="link" title={words().strip.show_pinned_key} onclick={press(Action::PinnedShown(next))}>{label}</button>
            <button type="button" class="plain" aria-label={words().strip.unpin} title={words().strip.unpin} onclick={press(Action::PinRemoved)}>
                <Icon glyph={Glyph::Close} />
            </button>
        </div>
    }
}
