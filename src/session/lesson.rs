//! The lesson that is open: which experiment, what has been seen of it, and what that amounts to.

use super::{Phase, State};
use crate::lessons::{Deed, Failure, Lesson, Scene, Seen};
use crate::link;
use crate::settings::{KNOBS, Key, Settings};

/// A bottleneck size counts as seen when it was trained for so many steps.
const TRAINED_STEPS: u64 = 150;

/// What a run of this experiment has shown so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Watched {
    first_held_out: f64,
    /// (k, steps trained at it).
    ks: Vec<(u32, u64)>,
    last_step: u64,
    pub decomposed: bool,
    pub diverged: bool,
}

/// A failure on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failing {
    pub index: usize,
    /// Whether the fault has shown, the fix has been made and the run is mended.
    pub shown: bool,
    pub fixed: bool,
    pub mended: bool,
}

impl State {
    pub fn scene_record(&self) -> &'static Scene {
        let scenes = self.lesson.scenes();
        &scenes[self.scene.min(scenes.len() - 1)]
    }

    pub fn failure(&self) -> Option<&'static Failure> {
        self.lesson.failures().get(self.failing?.index)
    }

    pub(super) fn open_lesson(&mut self, lesson: Lesson) {
        self.lesson = lesson;
        self.open_scene(0);
    }

    pub(super) fn open_scene(&mut self, scene: usize) {
        let Some(record) = self.lesson.scenes().get(scene) else {
            return;
        };
        self.scene = scene;
        self.failing = None;
        self.begin((record.preset)());
        self.playing = false;
    }

    /// Another experiment: a new run even where the settings are the same.
    fn begin(&mut self, settings: Settings) {
        self.sweep = None;
        self.slow = None;
        self.twin = None;
        self.swept = std::rc::Rc::default();
        self.look_back(None);
        self.panel = super::Panel::of(self.lesson, &settings);
        self.figure = super::Figure::of(self.lesson, self.scene);
        self.watched = Watched::default();
        if self.history.last_step() > 0 || self.settings.data == settings.data {
            self.restart();
        }
        self.adopt(settings);
        self.start_if_possible();
    }

    pub(super) fn open_failure(&mut self, index: usize) {
        let Some(failure) = self.lesson.failures().get(index) else {
            return;
        };
        self.begin((failure.preset)());
        self.figure = super::Figure::Network;
        self.panel = super::Panel::Codes;
        self.failing = Some(Failing {
            index,
            ..Failing::default()
        });
        self.playing = true;
    }

    pub(super) fn fix_failure(&mut self) {
        let Some(failure) = self.failure() else {
            return;
        };
        if let Some(failing) = &mut self.failing {
            failing.fixed = true;
        }
        self.watched.diverged = false;
        self.set_controls(failure.fix.1);
        self.recover();
        self.playing = true;
    }

    /// Does what a word in a lesson says.
    pub(super) fn do_deed(&mut self, deed: Deed) {
        match deed {
            Deed::Set(pairs) => self.set_controls(pairs),
            Deed::Play => {
                if !self.playing {
                    self.apply(super::Action::PlayToggled);
                }
            }
            Deed::Pin => self.pin(),
            Deed::Sweep => self.toggle_sweep(),
            Deed::SlowMotion => self.toggle_slow(),
            Deed::Decompose => self.decompose(),
            Deed::Scene(scene) => self.open_scene(scene),
        }
    }

    pub(super) fn decompose(&mut self) {
        self.watched.decomposed = !self.watched.decomposed;
        self.panel = super::Panel::Components;
        self.request.stale = true;
        self.reach_goals();
    }

    pub fn is_decomposed(&self) -> bool {
        self.watched.decomposed
    }

    fn set_controls(&mut self, pairs: &str) {
        let mut next = self.settings.clone();
        link::set(pairs, &mut next);
        self.adopt(next);
    }

    /// What captions and goals look at; `None` before the first picture.
    pub fn seen(&self) -> Option<Seen> {
        let picture = self.picture.as_ref()?;
        let (readouts, facts) = (&picture.snapshot.readouts, &picture.facts);
        let trained = |(k, steps): &(u32, u64)| (*steps >= TRAINED_STEPS).then_some(*k);
        let mut ks: Vec<u32> = self.watched.ks.iter().filter_map(trained).collect();
        ks.sort_unstable();
        Some(Seen {
            settings: self.settings.clone(),
            k: picture.snapshot.k,
            step: readouts.step,
            train: readouts.train_mse,
            held_out: readouts.heldout_mse,
            pca: readouts.pca_mse,
            first_held_out: self.watched.first_held_out,
            variance: facts.variance,
            active_units: readouts.active_units,
            dead_units: picture.snapshot.dead_units,
            largest_angle_deg: readouts.largest_angle_deg,
            nonsense: picture
                .snapshot
                .nonsense
                .as_ref()
                .map(|nonsense| nonsense.error),
            ks,
            swept: self.swept.len(),
            swept_under_pca: self.swept.iter().all(|point| point.held_out < point.pca),
            has_pin: self.pinned.is_some(),
            decomposed: self.watched.decomposed,
            diverged: self.watched.diverged || matches!(self.phase, Phase::Diverged { .. }),
        })
    }

    /// Takes the newest moment in and notices what it amounts to.
    pub(super) fn watch(&mut self) {
        let Some(picture) = &self.picture else { return };
        let readouts = &picture.snapshot.readouts;
        let (step, k) = (readouts.step, picture.snapshot.k);
        let watched = &mut self.watched;
        if watched.first_held_out == 0.0 || step < watched.last_step {
            watched.first_held_out = readouts.heldout_mse;
            watched.last_step = step;
        }
        let taken = step - watched.last_step;
        watched.last_step = step;
        match watched.ks.iter_mut().find(|(known, _)| *known == k) {
            Some((_, steps)) => *steps += taken,
            None => watched.ks.push((k, taken)),
        }
        self.reach_goals();
    }

    pub(super) fn reach_goals(&mut self) {
        let Some(seen) = self.seen() else { return };
        if let (Some(failure), Some(failing)) = (self.failure(), &mut self.failing) {
            failing.shown |= (failure.shows)(&seen);
            failing.mended |= failing.fixed && (failure.mended)(&seen);
            return;
        }
        for (goal, record) in self.scene_record().goals.iter().enumerate() {
            if seen.step > 0
                && !self.progress.has_reached(self.lesson, self.scene, goal)
                && (record.reached)(&seen)
            {
                std::rc::Rc::make_mut(&mut self.progress).reach(self.lesson, self.scene, goal);
            }
        }
    }

    /// Whether the settings are still those of the experiment.
    pub fn is_preset(&self) -> bool {
        let preset = (self.scene_record().preset)();
        KNOBS
            .iter()
            .all(|knob| knob.key == Key::Speed || knob.value(&preset) == knob.value(&self.settings))
    }
}
