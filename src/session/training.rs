//! Training: the run that is wanted, what it needs, where it stands and what it looks like.

use std::rc::Rc;

use super::pace::PaceMeter;
use super::shown::Shown;
use super::{Asset, Assets, Edited, Past, Phase, Picture, Silence, Slow, Stage, Trainer};
use crate::protocol::{Facts, Link, Readouts, Run, Weights};
use crate::settings::{OptimiserChoice, Settings};
use crate::words::Text;

/// While playing, the readouts change no more often.
const READ_MS: f64 = 200.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Training {
    pub settings: Settings,
    pub playing: bool,
    /// The step to go to, of a run that follows another one.
    pub(super) goal: Option<u64>,
    pub trainer: Trainer,
    /// How many trainers there were before this one.
    pub(super) replaced: u32,
    /// When the last one was replaced without being asked.
    pub(super) replaced_ms: f64,
    pub silence: Silence,
    pub assets: Assets,
    pub phase: Phase,
    /// The run that is wanted.
    pub run: Run,
    pub picture: Option<Picture>,
    /// The run that this one replaced.
    pub past: Option<Past>,
    /// The weight that was last set by hand.
    pub edited: Option<Edited>,
    /// The readouts as they are shown: while playing, not more often than can be read.
    pub readouts: Option<Readouts>,
    /// The step on the page and the epoch: they follow the picture at the readouts' pace.
    pub reached: Option<(u64, f64)>,
    read_ms: f64,
    /// Steps per second by the clock on the wall, shown with the readouts; `None` while none are taken.
    pub steps_per_s: Option<f64>,
    pub(super) pace: PaceMeter,
    /// A run whose first picture has not come yet.
    pub(super) started: Option<(Rc<Facts>, Shown)>,
    /// Whether every picture brings its weights along.
    pub(super) keeps_all: bool,
    /// Weights that survive their trainer.
    pub(super) kept: Option<(Run, Rc<Weights>)>,
    /// The request that brought them.
    pub(super) kept_request: u64,
    /// How often a diverged run went back to sound weights.
    pub(super) recoveries: u32,
    pub(super) restarted_ms: f64,
}

impl Training {
    pub(super) fn of(settings: Settings, playing: bool) -> Self {
        Self {
            settings,
            playing,
            goal: None,
            trainer: Trainer::Connecting,
            replaced: 0,
            replaced_ms: f64::NEG_INFINITY,
            silence: Silence::default(),
            assets: Assets::default(),
            phase: Phase::Waiting,
            run: 1,
            picture: None,
            past: None,
            edited: None,
            readouts: None,
            reached: None,
            read_ms: f64::NEG_INFINITY,
            steps_per_s: None,
            pace: PaceMeter::default(),
            started: None,
            keeps_all: false,
            kept: None,
            kept_request: 0,
            recoveries: 0,
            restarted_ms: f64::NEG_INFINITY,
        }
    }

    /// The file of the chosen data set, where it has one.
    pub fn chosen_asset(&self) -> Option<&Asset> {
        self.assets.of(self.settings.data)
    }

    /// The stages that a training step has.
    pub fn stages(&self) -> Vec<(Stage, Text)> {
        Slow::stages(&self.settings)
    }

    /// Whether this state's trainer is another one than that state's.
    pub fn has_replaced(&self, before: &Self) -> bool {
        self.replaced != before.replaced
    }

    /// Whether steps can be asked for.
    pub(super) fn is_ready(&self) -> bool {
        self.trainer == Trainer::Ready && self.phase == Phase::Live
    }

    /// Whether the run is under way and what the stage shows is its own, not the last of the run before.
    pub(super) fn is_shown(&self) -> bool {
        let is_under_way = matches!(self.phase, Phase::Live | Phase::Diverged { .. });
        is_under_way && self.own_picture().is_some()
    }

    /// Whether the run that was asked for is being set up, so that the stage still shows the last of another, or nothing.
    pub fn is_awaited(&self) -> bool {
        let is_under_way = matches!(self.phase, Phase::Waiting | Phase::Starting | Phase::Live);
        let is_lost = matches!(self.trainer, Trainer::Lost(_))
            || matches!(self.chosen_asset(), Some(Asset::Failed(_)));
        is_under_way && !is_lost && !self.is_shown()
    }

    /// The weights at the newest step, where every picture brings them.
    pub fn newest_weights(&self) -> Option<Rc<Weights>> {
        let (run, weights) = self.kept.as_ref()?;
        let is_newest = *run == self.run && Some(weights.step) == self.shown_step();
        is_newest.then(|| weights.clone())
    }

    /// Weights of the wanted run that survive its trainer.
    pub(super) fn kept_weights(&self) -> Option<&Weights> {
        let (run, weights) = self.kept.as_ref()?;
        (*run == self.run).then_some(weights)
    }

    /// The step from which a fresh trainer would go on.
    pub fn resumes_at(&self) -> u64 {
        self.kept_weights().map_or(0, |weights| weights.step)
    }

    /// The weight of a shown link.
    pub fn weight(&self, link: Link) -> Option<f32> {
        self.picture.as_ref()?.weight(link)
    }

    /// The step of the picture on the stage.
    pub fn shown_step(&self) -> Option<u64> {
        Some(self.picture.as_ref()?.snapshot.step)
    }

    /// The step of the picture on the stage, 0 as long as that is the last of the run before.
    pub fn own_step(&self) -> u64 {
        self.own_picture()
            .map_or(0, |picture| picture.snapshot.step)
    }

    /// The picture on the stage, where it is the run's own.
    pub(super) fn own_picture(&self) -> Option<&Picture> {
        self.picture
            .as_ref()
            .filter(|picture| picture.run == self.run)
    }

    /// The step that the readouts are of, where it is an earlier one than the step on the page.
    pub fn measured(&self) -> Option<u64> {
        let (step, _) = self.reached?;
        let measured = self.readouts.as_ref()?.step;
        (measured < step).then_some(measured)
    }

    pub(super) fn gallery(&self) -> &[u32] {
        match (&self.started, &self.picture) {
            (Some((_, shown)), _) => &shown.gallery,
            (None, Some(picture)) => &picture.shown.gallery,
            (None, None) => &[],
        }
    }

    /// What is known of the samples that the next picture is of.
    pub(super) fn facts(&self) -> Option<&Facts> {
        match (&self.started, &self.picture) {
            (Some((facts, _)), _) => Some(facts),
            (None, Some(picture)) => Some(&picture.facts),
            (None, None) => None,
        }
    }

    pub(super) fn heatmap(&self) -> &[u32] {
        match (&self.started, &self.picture) {
            (Some((_, shown)), _) => &shown.heatmap,
            (None, Some(picture)) => &picture.shown.heatmap,
            (None, None) => &[],
        }
    }

    /// Lets the shown readouts follow the picture, at a pace that can be read; says whether they do.
    pub(super) fn read(&mut self, now_ms: f64) -> bool {
        let Some(picture) = &self.picture else {
            return false;
        };
        let is_first = self.readouts.as_ref().is_none_or(|shown| shown.step == 0);
        let is_due = is_first || !self.playing || now_ms - self.read_ms >= READ_MS;
        if is_due {
            let snapshot = &picture.snapshot;
            self.readouts = Some(snapshot.readouts.clone());
            self.reached = Some((snapshot.step, snapshot.epoch));
            self.read_ms = now_ms;
            if !self.playing {
                self.pace.stop();
            }
            self.steps_per_s = self.pace.per_s();
        }
        is_due
    }

    /// A tenth of the present learning rate, and no more than suits the optimiser: for new weights.
    pub fn safe_learning_rate(&self) -> f64 {
        let suits: f64 = match self.settings.opt {
            OptimiserChoice::Sgd => 0.1,
            OptimiserChoice::Momentum => 0.01,
            OptimiserChoice::Adam => 0.003,
        };
        suits.min(self.settings.lr / 10.0)
    }
}
