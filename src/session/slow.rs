//! Slow motion: one training step, shown stage by stage.

use std::rc::Rc;

use crate::protocol::Dissection;
use crate::settings::{NoiseChoice, Settings};
use crate::words::Text;

/// How long a stage stands while slow motion plays.
const STAGE_MS: f64 = 2600.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Batch,
    Corrupt,
    Encode,
    Decode,
    Error,
    Backward,
    Update,
}

impl Stage {
    /// (stage, name), in the order of a step.
    pub const ALL: [(Self, Text); 7] = [
        (Self::Batch, Text(|w| w.session.batch)),
        (Self::Corrupt, Text(|w| w.session.corrupt)),
        (Self::Encode, Text(|w| w.session.encode)),
        (Self::Decode, Text(|w| w.session.decode)),
        (Self::Error, Text(|w| w.session.error)),
        (Self::Backward, Text(|w| w.session.backward)),
        (Self::Update, Text(|w| w.session.update)),
    ];
}

/// Slow motion under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Slow {
    pub stage: Stage,
    /// Whether stages follow each other by themselves.
    pub playing: bool,
    /// The step on show; `None` until the trainer has taken it.
    pub taken: Option<Rc<Dissection>>,
    /// Whether the trainer has been asked for it.
    is_asked: bool,
    since_ms: f64,
}

impl Slow {
    /// Another step, from its first stage on.
    pub(super) fn begin(playing: bool, now_ms: f64) -> Self {
        Self {
            stage: Stage::Batch,
            playing,
            taken: None,
            is_asked: false,
            since_ms: now_ms,
        }
    }

    /// The stages that a step has: without corruption there is none to show.
    pub fn stages(settings: &Settings) -> Vec<(Stage, Text)> {
        let is_clean = settings.noise == NoiseChoice::None;
        Stage::ALL
            .into_iter()
            .filter(|(stage, _)| *stage != Stage::Corrupt || !is_clean)
            .collect()
    }

    /// Whether a step must be asked for, which is then taken as done.
    pub(super) fn asks(&mut self) -> bool {
        !std::mem::replace(&mut self.is_asked, true)
    }

    pub(super) fn show(&mut self, dissection: Dissection, now_ms: f64) {
        self.taken = Some(Rc::new(dissection));
        self.since_ms = now_ms;
    }

    /// To the next stage or the one before; after the last, another step.
    pub(super) fn move_stage(&mut self, by: i32, settings: &Settings, now_ms: f64) {
        if self.taken.is_none() {
            return;
        }
        let stages = Self::stages(settings);
        let at = stages.iter().position(|(stage, _)| *stage == self.stage);
        let next = at.unwrap_or(0) as i32 + by;
        match stages.get(next.max(0) as usize) {
            Some(&(stage, _)) => {
                self.stage = stage;
                self.since_ms = now_ms;
            }
            None => *self = Self::begin(self.playing, now_ms),
        }
    }

    /// While slow motion plays, a stage gives way to the next when its time is over.
    pub(super) fn pace(&mut self, settings: &Settings, now_ms: f64) {
        if self.playing && now_ms - self.since_ms >= STAGE_MS {
            self.move_stage(1, settings, now_ms);
        }
    }

    pub(super) fn toggle_play(&mut self, now_ms: f64) {
        self.playing = !self.playing;
        self.since_ms = now_ms;
    }
}
