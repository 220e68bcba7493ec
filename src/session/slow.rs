//! Slow motion: one training step, shown stage by stage.

use std::rc::Rc;

use super::State;
use crate::protocol::Dissection;
use crate::settings::NoiseChoice;

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
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Batch, "batch"),
        (Self::Corrupt, "corrupt"),
        (Self::Encode, "encode"),
        (Self::Decode, "decode"),
        (Self::Error, "error"),
        (Self::Backward, "backward"),
        (Self::Update, "update"),
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
    since_ms: f64,
}

impl State {
    /// The stages that a step has: without corruption there is none to show.
    pub fn stages(&self) -> Vec<(Stage, &'static str)> {
        let is_clean = self.settings.noise == NoiseChoice::None;
        Stage::ALL
            .into_iter()
            .filter(|(stage, _)| *stage != Stage::Corrupt || !is_clean)
            .collect()
    }

    pub(super) fn toggle_slow(&mut self) {
        if self.slow.take().is_some() {
            self.request.stale = true;
            return;
        }
        self.playing = false;
        self.sweep = None;
        self.twin = None;
        self.look_back(None);
        self.recover();
        self.take_slow_step(true);
    }

    fn take_slow_step(&mut self, playing: bool) {
        self.slow = Some(Slow {
            stage: Stage::Batch,
            playing,
            taken: None,
            since_ms: self.now_ms,
        });
        self.request.dissects = true;
    }

    pub(super) fn show_slow(&mut self, dissection: Dissection) {
        if let Some(slow) = &mut self.slow {
            slow.taken = Some(Rc::new(dissection));
            slow.since_ms = self.now_ms;
        }
    }

    /// To the next stage or the one before; after the last, another step.
    pub(super) fn move_stage(&mut self, by: i32) {
        let stages = self.stages();
        let Some(slow) = self.slow.as_mut().filter(|slow| slow.taken.is_some()) else {
            return;
        };
        let at = stages.iter().position(|(stage, _)| *stage == slow.stage);
        let next = at.unwrap_or(0) as i32 + by;
        match stages.get(next.max(0) as usize) {
            Some(&(stage, _)) => {
                slow.stage = stage;
                slow.since_ms = self.now_ms;
            }
            None => {
                let playing = slow.playing;
                self.take_slow_step(playing);
            }
        }
    }

    /// While slow motion plays, a stage gives way to the next when its time is over.
    pub(super) fn pace_slow(&mut self) {
        let is_due = self.slow.as_ref().is_some_and(|slow| {
            slow.playing && slow.taken.is_some() && self.now_ms - slow.since_ms >= STAGE_MS
        });
        if is_due {
            self.move_stage(1);
        }
    }

    pub(super) fn toggle_slow_play(&mut self) {
        if let Some(slow) = &mut self.slow {
            slow.playing = !slow.playing;
            slow.since_ms = self.now_ms;
        }
    }
}
