//! A run kept beside the present one.

use std::rc::Rc;

use super::{History, Picture};
use crate::settings::{KNOBS, Key, Settings};
use crate::words::words;

/// A pinned run: its curves stay as a ghost, its pictures can be called back.
#[derive(Clone, Debug, PartialEq)]
pub struct Pinned {
    pub settings: Settings,
    pub history: Rc<History>,
    pub picture: Picture,
}

/// What differs between two settings, such as "k 8 → 2".
pub fn differences(from: &Settings, to: &Settings) -> Vec<String> {
    KNOBS
        .iter()
        .filter(|knob| knob.key != Key::Speed && knob.value(from) != knob.value(to))
        .map(|knob| {
            let [from, to] = [from, to].map(|settings| knob.label(&knob.value(settings)));
            words().session.change(&knob.key.short_name(), &from, &to)
        })
        .collect()
}
