//! A run kept beside the present one.

use std::rc::Rc;

use super::{History, Picture, State};
use crate::settings::{KNOBS, Key, Settings};

/// A pinned run: its curves stay as a ghost, its pictures can be called back.
#[derive(Clone, Debug, PartialEq)]
pub struct Pinned {
    pub settings: Settings,
    pub history: Rc<History>,
    pub picture: Picture,
}

impl State {
    pub(super) fn pin(&mut self) {
        if let Some(picture) = &self.picture {
            self.pinned = Some(Rc::new(Pinned {
                settings: self.settings.clone(),
                history: self.history.clone(),
                picture: picture.clone(),
            }));
        }
    }

    /// The picture on the stage: the pinned run's while it is called back.
    pub fn staged(&self) -> Option<&Picture> {
        match &self.pinned {
            Some(pinned) if self.shows_pinned => Some(&pinned.picture),
            _ => self.picture.as_ref(),
        }
    }
}

/// What differs between two settings, such as "k 8 → 2".
pub fn differences(from: &Settings, to: &Settings) -> Vec<String> {
    KNOBS
        .iter()
        .filter(|knob| knob.key != Key::Speed && knob.value(from) != knob.value(to))
        .map(|knob| {
            let [from, to] = [from, to].map(|settings| knob.label(&knob.value(settings)));
            format!("{} {from} → {to}", knob.key.short_name())
        })
        .collect()
}
