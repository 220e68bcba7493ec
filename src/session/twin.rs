//! A second network beside the first: the same seed and batches, one setting different.

use std::rc::Rc;

use super::Look;
use crate::settings::{KNOBS, Key, Knob, Settings, Value};

/// What a twin is told of the run that it follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// What the twin is trained with.
    pub settings: Settings,
    /// The user's own samples, where there are any.
    pub own: Option<Rc<Vec<u8>>>,
    /// How far it goes: to where the other one stands.
    pub step: u64,
    pub look: Look,
    pub looking_back: Option<u64>,
}

/// The setting that is different, and what it is in the twin.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    pub key: Key,
    pub value: Value,
}

impl Twin {
    /// The knobs that may differ: another data set or seed would be another story.
    pub fn knobs() -> impl Iterator<Item = &'static Knob> {
        const SHARED: [Key; 6] = [
            Key::Data,
            Key::N,
            Key::Scatter,
            Key::Hidden,
            Key::Speed,
            Key::Seed,
        ];
        KNOBS.iter().filter(|knob| !SHARED.contains(&knob.key))
    }

    /// What the twin is trained with.
    pub fn settings(&self, of: &Settings) -> Settings {
        let mut settings = of.clone();
        self.key.knob().turn(&mut settings, self.value.clone());
        settings
    }

    /// A twin of a run: at first it differs in the bottleneck.
    pub(super) fn of(settings: &Settings) -> Self {
        let half = f64::from((settings.k / 2).max(1));
        Self {
            key: Key::K,
            value: Value::Number(if settings.k == 1 { 2.0 } else { half }),
        }
    }

    pub(super) fn turn(&mut self, value: Value, of: &Settings) {
        let mut settings = of.clone();
        self.key.knob().set(&mut settings, value);
        self.value = self.key.knob().value(&settings);
    }
}
