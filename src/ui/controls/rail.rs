use std::rc::Rc;

use yew::prelude::*;

use super::data_picker::{PickerProps, data_picker};
use super::hands::fixed;
use super::hidden_layers::{HiddenProps, hidden_layers};
use super::knob::KnobControl;
use crate::lessons::Lesson;
use crate::link::Prepared;
use crate::plot::Theme;
use crate::session::Action;
use crate::settings::{Key, Settings};
use crate::words::{Text, words};

#[derive(PartialEq, Properties)]
pub struct RailProps {
    pub lesson: Lesson,
    pub settings: Settings,
    pub prepared: Rc<Prepared>,
    /// Controls that stand on the stage instead.
    pub on_stage: Vec<Key>,
    pub theme: Theme,
    pub dispatch: Callback<Action>,
}

/// The controls' groups.
const GROUPS: [(Text, &[Key]); 5] = [
    (
        Text(|w| w.controls.group_data),
        &[Key::Data, Key::N, Key::Scatter, Key::Seed],
    ),
    (
        Text(|w| w.controls.group_network),
        &[
            Key::K,
            Key::Code,
            Key::Atoms,
            Key::Hidden,
            Key::Act,
            Key::Tied,
        ],
    ),
    (
        Text(|w| w.controls.group_loss),
        &[
            Key::Loss,
            Key::Penalty,
            Key::Lambda,
            Key::Rho,
            Key::Beta,
            Key::Decay,
        ],
    ),
    (
        Text(|w| w.controls.group_corruption),
        &[Key::Noise, Key::Level],
    ),
    (
        Text(|w| w.controls.group_training),
        &[Key::Opt, Key::Lr, Key::Batch, Key::Speed],
    ),
];

/// Every control.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let RailProps {
        lesson,
        settings,
        prepared,
        on_stage,
        theme,
        dispatch,
    } = props;
    let own = lesson.controls();
    // A lesson has room for the sets that are like its own; the others are among all controls.
    let control = |key: Key, is_own: bool| match key {
        key if prepared.hidden.contains(&key) => Html::default(),
        Key::Data => html! {
            {data_picker(&PickerProps { chosen: settings.data, traits: settings.traits(), has_own: settings.own.is_some(), has_all: !is_own, theme: *theme, dispatch: dispatch.clone() })}
        },
        Key::Hidden => html! {
            {hidden_layers(&HiddenProps { widths: settings.hidden.clone(), dispatch: dispatch.clone() })}
        },
        key if key.knob().applies(settings) && !on_stage.contains(&key) => html! {
            <KnobControl knob={key} settings={settings.clone()} dispatch={dispatch.clone()} />
        },
        _ => Html::default(),
    };
    let groups = GROUPS.iter().map(|(title, keys)| {
        html! {
            <div class="group" role="group" aria-label={title.get()}>
                if keys[0] != Key::Data || !own.is_empty() {
                    <h2>{title.get()}</h2>
                }
                {for keys.iter().filter(|key| **key == Key::Data || !own.contains(key)).map(|&key| fixed(key, control(key, false), prepared))}
            </div>
        }
    });
    html! {
        <>
            if own.is_empty() {
                {for groups}
            } else {
                <div class="group own" role="group" aria-label={words().controls.own}>
                    {for own.iter().map(|&key| fixed(key, control(key, true), prepared))}
                </div>
                <details class="others">
                    <summary>{words().controls.all}</summary>
                    {for groups}
                </details>
            }
        </>
    }
}
