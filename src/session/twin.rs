//! A second network beside the first: the same seed and batches, one setting different.

use super::State;
use crate::settings::{KNOBS, Key, Knob, Settings, Value};

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
}

impl State {
    /// A state that follows another one.
    pub fn following(settings: Settings, playing: bool) -> Self {
        let mut state = Self::open("");
        state.settings = settings;
        state.playing = playing;
        state
    }

    /// Puts a twin beside the run, or takes it away. At first it differs in the bottleneck.
    pub(super) fn toggle_twin(&mut self) {
        let half = f64::from((self.settings.k / 2).max(1));
        let k = if self.settings.k == 1 { 2.0 } else { half };
        self.twin = match self.twin.take() {
            Some(_) => None,
            None => Some(Twin {
                key: Key::K,
                value: Value::Number(k),
            }),
        };
        self.slow = None;
        self.request.stale = true;
    }

    /// The setting in which the twin differs; it begins with the run's own value.
    pub(super) fn choose_twin(&mut self, key: Key) {
        if let Some(twin) = &mut self.twin {
            *twin = Twin {
                key,
                value: key.knob().value(&self.settings),
            };
        }
    }

    pub(super) fn turn_twin(&mut self, value: Value) {
        if let Some(twin) = &mut self.twin {
            let mut settings = self.settings.clone();
            twin.key.knob().set(&mut settings, value);
            twin.value = twin.key.knob().value(&settings);
        }
    }

    /// Does as the other state does.
    pub(super) fn follow_settings(&mut self, settings: Settings, playing: bool) {
        self.adopt(settings);
        if playing && !self.playing {
            self.recover();
            self.be_patient();
        }
        self.playing = playing;
    }
}
