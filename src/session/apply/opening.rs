//! A lesson, an experiment or a failure is opened, and what a word in a lesson does.

use std::rc::Rc;

use crate::lessons::{Deed, Lesson, MOST_PANELS};
use crate::link::{self, Link, Prepared};
use crate::session::watched::Watched;
use crate::session::{Failing, Look, Panel, State};
use crate::settings::Settings;

impl State {
    /// Goes where a link points to; says whether it asks to play.
    pub(super) fn follow(&mut self, address: &str) -> bool {
        let (link, complaints) = link::read_beside(address, self.training.settings.own);
        let Link {
            lesson,
            scene,
            settings,
            play,
            panels,
            prepared,
        } = link;
        let before = (self.course.lesson, self.course.scene);
        self.prepared = Prepared::default().into();
        self.lab = panels.into();
        self.complaints = complaints;
        self.course.follow(lesson, scene);
        let run = self.training.run;
        self.adopt(settings);
        if before != (self.course.lesson, self.course.scene) {
            // Another experiment begins anew, also where a run could follow its settings.
            self.comparison.begin();
            if self.training.run == run {
                self.restart();
                self.start_if_possible();
            }
            let settings = &self.training.settings;
            self.look = Look::of(self.course.lesson, self.course.scene, settings);
        }
        self.prepared = prepared.into();
        play
    }

    pub(super) fn open_lesson(&mut self, lesson: Lesson) {
        self.course.lesson = lesson;
        self.open_scene(0);
    }

    pub(super) fn open_scene(&mut self, scene: usize) {
        let Some(record) = self.course.lesson.scenes().get(scene) else {
            return;
        };
        self.course.scene = scene;
        let is_default = |scene: usize| *self.lab == *Lesson::Lab.panels(scene);
        if self.course.lesson == Lesson::Lab && (0..Lesson::Lab.scenes().len()).any(is_default) {
            self.lab = Lesson::Lab.panels(scene).to_vec().into();
        }
        self.begin((record.preset)());
        self.training.playing = false;
    }

    pub(super) fn open_failure(&mut self, index: usize) {
        let Some(failure) = self.course.lesson.failures().get(index) else {
            return;
        };
        self.begin((failure.preset)());
        self.look.figure = failure.figure;
        self.look.panel = failure.panel;
        self.course.failing = Some(Failing {
            index,
            ..Failing::default()
        });
        self.training.playing = true;
    }

    /// Another experiment: a new run even where the settings are the same.
    pub(super) fn begin(&mut self, settings: Settings) {
        self.prepared = self.prepared.look().into();
        self.slow = None;
        self.comparison.begin();
        self.time.looking_back = None;
        self.course.failing = None;
        self.course.watched = Watched::default();
        self.look = Look::of(self.course.lesson, self.course.scene, &settings);
        let is_same_data = self.training.settings.data == settings.data;
        if self.time.history.last_step() > 0 || is_same_data {
            self.restart();
        }
        self.adopt(settings);
        self.start_if_possible();
    }

    pub(super) fn fix_failure(&mut self) {
        let Some(failure) = self.course.failure() else {
            return;
        };
        if let Some(failing) = &mut self.course.failing {
            failing.fixed = true;
        }
        self.course.watched.diverged = false;
        // The run that can be brought back has the settings of the failure.
        if failure.is_lost {
            self.restart();
        }
        self.set_controls(failure.fix.1);
        self.recover();
        self.start_if_possible();
        self.go_on();
    }

    /// Does what a word in a lesson says.
    pub(super) fn do_deed(&mut self, deed: Deed) {
        match deed {
            Deed::Set(pairs) => self.set_controls(pairs),
            Deed::Play if self.training.playing => {}
            Deed::Play => self.toggle_play(),
            Deed::Pin => self.pin(),
            Deed::Sweep => self.toggle_sweep(),
            Deed::SlowMotion => self.toggle_slow(),
            Deed::Decompose => self.decompose(),
            Deed::Bits(bits) => self.look.bits = bits,
            Deed::Scene(scene) => self.open_scene(scene),
        }
    }

    pub(super) fn decompose(&mut self) {
        self.course.watched.decomposed = !self.course.watched.decomposed;
        self.look.panel = Panel::Components;
        if !self.lab.contains(&Panel::Components) {
            self.toggle_panel(Panel::Components);
        }
        self.request.stale = true;
        self.reach_goals();
    }

    /// Shows one of the Lab's panels after the others, or hides it.
    pub(super) fn toggle_panel(&mut self, panel: Panel) {
        let lab = Rc::make_mut(&mut self.lab);
        match lab.iter().position(|shown| *shown == panel) {
            Some(at) => {
                lab.remove(at);
            }
            None => {
                // The first makes room.
                lab.drain(..(lab.len() + 1).saturating_sub(MOST_PANELS));
                lab.push(panel);
            }
        }
    }

    /// One place further to the front.
    pub(super) fn move_panel(&mut self, panel: Panel) {
        let lab = Rc::make_mut(&mut self.lab);
        let at = lab.iter().position(|shown| *shown == panel);
        if let Some(before) = at.and_then(|at| at.checked_sub(1)) {
            lab.swap(before, before + 1);
        }
    }

    /// Another sample at one end of the walk.
    pub(super) fn choose_end(&mut self, end: usize, sample: u32) {
        let Some(mut ends) = self.look.walk(self.training.gallery()) else {
            return;
        };
        if let Some(place) = ends.get_mut(end) {
            *place = sample;
        }
        self.look.ends = Some(ends);
        self.course.watched.walked = true;
    }

    pub(super) fn set_controls(&mut self, pairs: &str) {
        let mut next = self.training.settings.clone();
        link::set(pairs, &mut next);
        self.adopt(next);
    }
}
