//! The same network six times, one setting different: the same seed and batches, so many steps each.

use std::rc::Rc;

use super::{History, Twin};
use crate::protocol::Weights;
use crate::settings::{Key, Kind, Knob, Settings, Value};

/// Values beside each other.
pub const MULTIPLES: usize = 6;
/// Steps that each is trained for.
pub const MULTIPLE_STEPS: u64 = 1000;
/// The largest bottleneck size among them.
const MOST_K: f64 = 32.0;

/// The setting that is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multiples {
    pub key: Key,
}

/// One of them, to go on with.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub settings: Settings,
    pub weights: Rc<Weights>,
    pub history: Rc<History>,
}

impl Multiples {
    /// The controls that may differ and can be turned.
    pub fn knobs(settings: &Settings, locked: &[Key]) -> impl Iterator<Item = &'static Knob> {
        Twin::knobs().filter(|knob| {
            let is_free = knob.held(settings).is_none() && !locked.contains(&knob.key);
            is_free && knob.applies(settings)
        })
    }

    /// The bottleneck's size, or else the first that may differ.
    pub(super) fn first(settings: &Settings, locked: &[Key]) -> Option<Self> {
        let mut knobs = Self::knobs(settings, locked);
        let key = match locked.contains(&Key::K) {
            false => Key::K,
            true => knobs.next()?.key,
        };
        Some(Self { key })
    }

    /// Another setting for each, all of them of the knob's range: up to six.
    pub fn settings(self, of: &Settings) -> Vec<Settings> {
        let knob = self.key.knob();
        let mut all: Vec<Settings> = Vec::new();
        for value in values(knob, of) {
            let mut settings = of.clone();
            knob.turn(&mut settings, value);
            if !all.contains(&settings) {
                all.push(settings);
            }
        }
        all
    }
}

/// All options of a choice; of numbers, some evenly spaced as on the slider, whole ones by their ratio.
fn values(knob: &Knob, of: &Settings) -> Vec<Value> {
    if let Kind::Choice(options) = knob.kind {
        let count = options.keys.len().min(MULTIPLES);
        return (0..count).map(Value::Choice).collect();
    }
    let Some((low, high)) = knob.bounds(of) else {
        return Vec::new();
    };
    let parts = (0..MULTIPLES).map(|i| i as f64 / (MULTIPLES - 1) as f64);
    let number = |part: f64| match knob.kind {
        Kind::Whole(_) => {
            let high = if knob.key == Key::K {
                high.min(MOST_K)
            } else {
                high
            };
            low * (high / low).powf(part)
        }
        _ => {
            let [from, to] = [low, high].map(|end| knob.slider_from_number(end));
            knob.number_from_slider(from + part * (to - from))
        }
    };
    parts.map(|part| Value::Number(number(part))).collect()
}
