//! Single keys, where no field has the focus.

use super::{Action, State};
use crate::lessons::Lesson;
use crate::settings::{Key, Value};

/// A key as the browser tells it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press<'a> {
    /// The character, or the name of a key that makes none.
    pub key: &'a str,
    /// Held down: the same press again.
    pub is_repeat: bool,
    pub ctrl: bool,
    pub alt: bool,
    pub meta: bool,
    /// What has the focus.
    pub focus: Focus,
}

/// What has the focus, by the keys that it needs itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    #[default]
    Page,
    Slider,
    Radio,
    /// A field to type in, or a menu.
    Field,
    Button,
    Canvas,
}

/// What a key acts on.
#[derive(Clone, Debug)]
pub enum Pressed {
    Action(Action),
    Theme,
    Present,
    Sound,
    Help,
}

impl Focus {
    fn needs(self, key: &str) -> bool {
        let arrow = key.starts_with("Arrow");
        let digit = key.len() == 1 && key.bytes().all(|b| b.is_ascii_digit());
        match self {
            Self::Page => false,
            Self::Slider => arrow || digit,
            Self::Radio => arrow || key == " ",
            Self::Field => true,
            Self::Button => key == " ",
            Self::Canvas => arrow,
        }
    }
}

impl Press<'_> {
    /// Some keyboards make brackets with Alt, or with AltGr, which may be told as Ctrl and Alt.
    fn is_plain(&self) -> bool {
        let is_bracket = matches!(self.key, "[" | "]");
        let makes_character = is_bracket && self.alt;
        !self.meta && (makes_character || !self.ctrl && !self.alt)
    }

    /// Whether it makes a character: such shortcuts can be turned off (WCAG 2.1.4).
    fn is_character(&self) -> bool {
        self.key.chars().count() == 1
    }
}

/// What a key does, if anything. `has_characters` says whether keys that make a character do.
pub fn pressed(press: Press, state: &State, has_characters: bool) -> Option<Pressed> {
    if !press.is_plain() || press.focus.needs(press.key) {
        return None;
    }
    if press.is_character() && !has_characters {
        return None;
    }
    // Caps Lock changes nothing.
    let key = press.key.to_lowercase();
    let key = if press.is_character() {
        key.as_str()
    } else {
        press.key
    };
    let turn_k = |by: f64| {
        Action::KnobTurned(
            Key::K,
            Value::Number(f64::from(state.training.settings.k) + by),
        )
    };
    // These may go on while the key is held; what is done once, or to and fro, is not.
    let again = match key {
        "." => Some(Action::StepPressed),
        "," => Some(Action::LookedAbout(-1)),
        "[" => Some(turn_k(-1.0)),
        "]" => Some(turn_k(1.0)),
        "ArrowRight" => Some(Action::SampleMoved(1)),
        "ArrowLeft" => Some(Action::SampleMoved(-1)),
        _ => None,
    };
    if again.is_some() || press.is_repeat {
        return again.map(Pressed::Action);
    }
    let slow = state.slow.is_some();
    Some(Pressed::Action(match key {
        "t" => return Some(Pressed::Theme),
        "f" => return Some(Pressed::Present),
        "m" => return Some(Pressed::Sound),
        "?" => return Some(Pressed::Help),
        " " => Action::PlayToggled,
        "r" => Action::ResetPressed,
        "s" if slow => Action::StageMoved(1),
        "s" => Action::SlowMotionToggled,
        "w" => Action::TwinToggled,
        "p" => Action::PinPressed,
        "a" => Action::PinnedShown(!state.comparison.shows_pinned),
        "0" | "1" | "2" | "3" | "4" | "5" | "6" => Action::LessonChosen(lesson(key)?),
        "Escape" if slow => Action::SlowMotionToggled,
        "Escape" if state.time.looking_back.is_some() => Action::LookedBack(None),
        "Escape" if state.look.atom.is_some() => Action::AtomChosen(None),
        "Escape" => Action::SampleSelected(None),
        _ => return None,
    }))
}

/// 1 … 6 are the lessons, 0 is the Lab.
fn lesson(digit: &str) -> Option<Lesson> {
    let number: usize = digit.parse().ok()?;
    let at = number.checked_sub(1).unwrap_or(Lesson::ALL.len() - 1);
    Lesson::ALL.get(at).copied()
}
