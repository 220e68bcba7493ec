use std::rc::Rc;

use yew::prelude::*;

use super::about::About;
use super::tabs::LessonTabs;
use crate::plot::Theme;
use crate::session::{Action, State};
use crate::ui::shared::{Glyph, Icon, Logo};

#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    pub state: Rc<State>,
    pub theme: Theme,
    pub switch_theme: Callback<()>,
    pub is_presenting: bool,
    pub present: Callback<()>,
    pub is_helping: bool,
    pub toggle_help: Callback<()>,
    pub is_settings_open: bool,
    pub toggle_settings: Callback<()>,
    pub dispatch: Callback<Action>,
}

/// The name, the lessons, and what acts on the whole page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let press = |callback: &Callback<()>| callback.reform(|_: MouseEvent| ());
    let theme = match props.theme {
        Theme::Light => "Dark theme (T)",
        Theme::Dark => "Light theme (T)",
    };
    html! {
        <header>
            <h1 class="brand"><Logo />{"Hourglass"}</h1>
            <LessonTabs chosen={props.state.lesson} progress={props.state.progress.clone()}
                dispatch={props.dispatch.clone()} />
            <div class="tools">
                <About />
                <button type="button" class="tool" aria-label="Theme" title={theme} onclick={press(&props.switch_theme)}>
                    <Icon glyph={Glyph::Theme} />
                </button>
                <button type="button" class="tool" aria-label="Present" title="For a projector: larger (F)"
                    aria-pressed={props.is_presenting.to_string()} onclick={press(&props.present)}>
                    <Icon glyph={Glyph::Present} />
                </button>
                <button type="button" class="tool" aria-label="Help" title="What is what, and the keys (?)"
                    aria-pressed={props.is_helping.to_string()} onclick={press(&props.toggle_help)}>
                    <Icon glyph={Glyph::Question} />
                </button>
                <button type="button" class="open-settings" aria-label="Lesson and settings"
                    aria-expanded={props.is_settings_open.to_string()} onclick={press(&props.toggle_settings)}>
                    <Icon glyph={Glyph::Settings} /><span>{"Lesson and settings"}</span>
                </button>
            </div>
        </header>
    }
}
