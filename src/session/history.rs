//! The errors of a run over its steps, and where a control was changed.

use crate::protocol::{Point, Readouts, SavedRun};
use crate::settings::{Key, Settings, Value};
use crate::words::words;

/// More points than a chart has pixels are thinned to every other one.
const MOST_POINTS: usize = 2000;
/// Turns of one knob within this time are one change.
pub(super) const SAME_DRAG_MS: f64 = 1200.0;

/// What happened during the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Turned {
        key: Key,
        from: Value,
        to: Value,
    },
    /// A weight was set by hand.
    Edited,
    /// Points were put elsewhere.
    Moved,
    /// As a saved run has it, in the words of the page that saved it.
    Told(String),
}

impl Change {
    /// In the page's words, such as "k 2 → 16".
    pub fn text(&self) -> String {
        match self {
            Self::Turned { key, from, to } => {
                let [from, to] = [from, to].map(|value| key.knob().label(value));
                words().session.change(&key.short_name(), &from, &to)
            }
            Self::Edited => words().session.edited.to_owned(),
            Self::Moved => words().session.moved.to_owned(),
            Self::Told(text) => text.clone(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub step: u64,
    pub change: Change,
    touched_ms: f64,
}

impl Mark {
    /// Whether what goes on now is still the same, so that it has one mark.
    fn goes_on(&self, now_ms: f64) -> bool {
        now_ms - self.touched_ms < SAME_DRAG_MS
    }

    fn is_turn_of(&self, knob: Key, now_ms: f64) -> bool {
        matches!(self.change, Change::Turned { key, .. } if key == knob) && self.goes_on(now_ms)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    pub points: Vec<Point>,
    pub marks: Vec<Mark>,
    /// Settings, each from a step on.
    settings: Vec<(u64, Settings)>,
}

impl History {
    /// What is known of a run that was saved.
    pub(super) fn of(run: &SavedRun) -> Self {
        let marks = run.occurrences.iter().map(|occurrence| Mark {
            step: occurrence.step,
            change: Change::Told(occurrence.text.clone()),
            touched_ms: f64::NEG_INFINITY,
        });
        let mut history = Self {
            points: run.points.clone(),
            marks: marks.collect(),
            settings: Vec::new(),
        };
        history.follow(&run.settings);
        history
    }

    pub fn last_step(&self) -> u64 {
        self.points.last().map_or(0, |point| point.step)
    }

    /// The last moment at or before a step.
    pub fn at(&self, step: u64) -> Option<&Point> {
        let after = self.points.partition_point(|point| point.step <= step);
        self.points.get(after.checked_sub(1)?)
    }

    /// Adds a moment, or replaces the one of the same step. A moment before the last one takes the
    /// history back to it.
    pub fn record(&mut self, now: &Readouts) {
        while self.points.last().is_some_and(|last| last.step >= now.step) {
            self.points.pop();
        }
        self.cut(now.step);
        self.points.push(Point {
            step: now.step,
            train: now.train_mse,
            held_out: now.heldout_mse,
            pca: now.pca_mse,
            penalty: now.penalty,
        });
        if self.points.len() > MOST_POINTS {
            let last = self.points.len() - 1;
            let mut at = 0;
            self.points.retain(|_| {
                at += 1;
                at % 2 == 1 || at > last
            });
        }
    }

    /// Forgets what came after a step.
    pub fn cut(&mut self, step: u64) {
        self.points.retain(|point| point.step <= step);
        self.marks.retain(|mark| mark.step <= step);
        self.settings.retain(|(from, _)| *from <= step);
    }

    /// From now on the run has these settings.
    pub fn follow(&mut self, settings: &Settings) {
        let step = self.last_step();
        self.settings.retain(|(from, _)| *from < step);
        self.settings.push((step, settings.clone()));
    }

    /// The settings that led to a step.
    pub fn settings_at(&self, step: u64) -> Option<&Settings> {
        let known = self.settings.iter().rev();
        let mut before = known.filter(|(from, _)| *from < step);
        let found = before.next().or(self.settings.first());
        found.map(|(_, settings)| settings)
    }

    /// Marks something that happened besides a turn of a knob.
    pub fn note(&mut self, change: Change, now_ms: f64) {
        self.marks.push(Mark {
            step: self.last_step(),
            change,
            touched_ms: now_ms,
        });
    }

    /// The same of something that goes on: it keeps one mark.
    pub fn note_drag(&mut self, change: Change, now_ms: f64) {
        let last = self.marks.last_mut();
        match last.filter(|mark| mark.change == change && mark.goes_on(now_ms)) {
            Some(mark) => mark.touched_ms = now_ms,
            None => self.note(change, now_ms),
        }
    }

    /// Marks what differs between the settings. A knob that is still being dragged keeps one mark.
    pub fn mark(&mut self, key: Key, before: &Settings, after: &Settings, now_ms: f64) {
        let knob = key.knob();
        let [from, to] = [before, after].map(|settings| knob.value(settings));
        let (step, from) = match self.marks.pop_if(|last| last.is_turn_of(key, now_ms)) {
            Some(Mark {
                step,
                change: Change::Turned { from, .. },
                ..
            }) => (step, from),
            _ => (self.last_step(), from),
        };
        if knob.label(&from) != knob.label(&to) {
            self.marks.push(Mark {
                step,
                change: Change::Turned { key, from, to },
                touched_ms: now_ms,
            });
        }
    }
}
