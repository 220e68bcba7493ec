use std::rc::Rc;

use yew::prelude::*;

use super::languages::{LanguagesProps, languages};
use super::tabs::{TabsProps, lesson_tabs};
use crate::plot::Theme;
use crate::session::{Action, Door, State};
use crate::ui::shared::{Glyph, Icon, Logo};
use crate::words::{Language, Text, words};

pub struct HeaderProps {
    pub state: Rc<State>,
    pub theme: Theme,
    pub switch_theme: Callback<()>,
    pub language: Language,
    pub choose_language: Callback<Language>,
    pub is_presenting: bool,
    pub present: Callback<()>,
    pub is_helping: bool,
    pub toggle_help: Callback<()>,
    pub is_settings_open: bool,
    pub toggle_settings: Callback<()>,
    pub dispatch: Callback<Action>,
}

/// (what it is asked for, how it looks, its name, what it does).
const DOORS: [(Door, Glyph, Text, Text); 2] = [
    (
        Door::Share,
        Glyph::Share,
        Text(|w| w.header.share),
        Text(|w| w.header.share_help),
    ),
    (
        Door::Export,
        Glyph::Export,
        Text(|w| w.header.export),
        Text(|w| w.header.export_help),
    ),
];

/// The name, the lessons, and what acts on the whole page.
pub fn header(props: &HeaderProps) -> Html {
    let press = |callback: &Callback<()>| callback.reform(|_: MouseEvent| ());
    let words = &words().header;
    let theme = match props.theme.is_dark {
        false => words.to_dark,
        true => words.to_light,
    };
    html! {
        <header>
            <h1 class="brand"><Logo />{words.name}</h1>
            {lesson_tabs(&TabsProps { chosen: props.state.course.lesson, progress: props.state.course.progress.clone(), dispatch: props.dispatch.clone() })}
            <div class="tools">
                <button type="button" class="about" aria-haspopup="dialog" onclick={props.dispatch.reform(|_: MouseEvent| Action::DeskAsked(Door::About))}>{words.about}</button>
                {for DOORS.iter().map(|(door, glyph, name, help)| {
                    let dispatch = props.dispatch.clone();
                    let onclick = move |_: MouseEvent| dispatch.emit(Action::DeskAsked(*door));
                    html! {
                        <button type="button" class="tool door" aria-label={name.get()} title={help.get()} aria-haspopup="dialog" {onclick}>
                            <Icon glyph={*glyph} /><span>{name.get()}</span>
                        </button>
                    }
                })}
                {languages(&LanguagesProps { spoken: props.language, choose: props.choose_language.clone() })}
                <button type="button" class="tool" aria-label={words.theme} title={theme} onclick={press(&props.switch_theme)}>
                    <Icon glyph={Glyph::Theme} />
                </button>
                <button type="button" class="tool" aria-label={words.present} title={words.present_hint}
                    aria-pressed={props.is_presenting.to_string()} onclick={press(&props.present)}>
                    <Icon glyph={Glyph::Present} />
                </button>
                <button type="button" class="tool help-button" aria-label={words.help} title={words.help_hint}
                    aria-pressed={props.is_helping.to_string()} onclick={press(&props.toggle_help)}>
                    <Icon glyph={Glyph::Question} />
                </button>
                <button type="button" class="open-settings" aria-label={words.settings}
                    aria-expanded={props.is_settings_open.to_string()} onclick={press(&props.toggle_settings)}>
                    <Icon glyph={Glyph::Settings} /><span>{words.settings}</span>
                </button>
            </div>
        </header>
    }
}
