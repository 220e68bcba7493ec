//! A run begins, follows other settings, is taken back, looked back at or put right.

use std::rc::Rc;

use crate::session::{Past, Phase, Stand, State, Trainer};
use crate::settings::{Effect, Key, Settings, Value};

/// A new run within this time of the last one is the same drag: the run before both is kept.
const SAME_DRAG_MS: f64 = 2000.0;

impl State {
    /// Starts the wanted run as soon as the trainer and the data are there.
    pub(super) fn start_if_possible(&mut self) {
        let training = &mut self.training;
        let has_data = training.assets.bytes(training.settings.data).is_some();
        let start = &mut self.request.start;
        if training.trainer == Trainer::Ready && has_data && !start.is_asked(training.run) {
            start.ask(training.run, None);
            training.phase = Phase::Starting;
        }
    }

    /// Other settings: the run follows them, or a new one begins.
    pub(super) fn adopt(&mut self, mut next: Settings) {
        next.own = next.own.or(self.training.settings.own);
        for key in &self.prepared.locked {
            let knob = key.knob();
            knob.set(&mut next, knob.value(&self.training.settings));
        }
        next.normalise();
        // What is locked is not turned by way of another control either.
        let is_locked_out = |key: &Key| {
            let knob = key.knob();
            knob.value(&next) != knob.value(&self.training.settings)
        };
        if self.prepared.locked.iter().any(is_locked_out) {
            return;
        }
        let before = self.training.settings.clone();
        self.leave_samples_for(&next);
        match before.effect_of(&next) {
            None => {}
            Some(Effect::Restart) => {
                self.restart();
                self.training.settings = next;
                self.look.axes = [0, 1];
                self.start_if_possible();
            }
            Some(_) => {
                // A run that had stopped by itself has something to learn again.
                if self.time.rested && self.comparison.multiples.is_none() {
                    self.go_on();
                }
                if before.k != next.k {
                    // A sweep is through with the sizes that it chose itself.
                    self.comparison.sweep = None;
                }
                self.request.note_change();
                self.recover();
                self.time.follow(&before, &next, self.now_ms);
                self.look.fit(next.k);
                self.training.settings = next;
                self.request.stale = true;
            }
        }
    }

    /// A new run with the same settings; the one it replaces can be brought back.
    pub(super) fn restart(&mut self) {
        let training = &mut self.training;
        let is_waiting = training.phase == Phase::Waiting;
        let dragging = self.now_ms - training.restarted_ms < SAME_DRAG_MS;
        // Until a run is seen, the history is that of the one before.
        let is_seen = training.own_picture().is_some();
        let keep = !is_waiting && is_seen && self.time.history.last_step() > 0 && !dragging;
        if keep {
            training.past = Some(Past {
                run: training.run,
                settings: training.settings.clone(),
                history: self.time.history.clone(),
                own: training.assets.own(),
                stood: Rc::clone(&self.stood),
            });
        }
        training.restarted_ms = self.now_ms;
        training.phase = Phase::Waiting;
        self.request.start.keep = keep || (self.request.start.keep && is_waiting);
        self.leave_run();
    }

    /// Other samples: what was found about these stands for nothing.
    fn leave_samples_for(&mut self, next: &Settings) {
        if !self.training.settings.has_samples_of(next) {
            self.comparison.forget_sweep();
        }
    }

    /// Another run: nothing goes on that was about this one.
    fn leave_run(&mut self) {
        self.training.run += 1;
        self.training.pace.stop();
        self.training.edited = None;
        self.look.forget_samples();
        self.time.looking_back = None;
        self.comparison.sweep = None;
        self.slow = None;
        self.request.steps_wanted = 0;
    }

    /// Brings the run back that the present one replaced, and the experiment that it was of.
    pub(super) fn undo(&mut self) {
        if let Some(past) = self.training.past.take() {
            let Stand {
                lesson,
                scene,
                failing,
                look,
                lab,
            } = (*past.stood).clone();
            let before = (self.course.lesson, self.course.scene, self.course.failing);
            if before != (lesson, scene, failing) {
                self.course.follow(lesson, scene);
                self.course.failing = failing;
                (self.look, self.lab) = (look, lab);
            }
            self.leave_run();
            self.leave_samples_for(&past.settings);
            self.look.fit(past.settings.k);
            // Samples of one's own stay at hand.
            let own = past.settings.own.or(self.training.settings.own);
            self.training.settings = past.settings;
            self.training.settings.own = own;
            // A change from here on is no part of the drag before.
            self.training.restarted_ms = f64::NEG_INFINITY;
            self.training.assets.put_own(past.own);
            self.training.phase = Phase::Starting;
            self.time.history = past.history;
            self.request.start.ask(self.training.run, Some(past.run));
        }
    }

    /// Leaves a diverged run's weights for the last sound ones.
    pub(super) fn recover(&mut self) {
        if let Phase::Diverged { sound_step, .. } = self.training.phase {
            // What comes next is of the sound step.
            Rc::make_mut(&mut self.time.history).cut(sound_step);
            self.training.recoveries += 1;
            self.training.edited = None;
            self.training.phase = Phase::Live;
            self.request.stale = true;
        }
    }

    /// One press after a divergence: sound weights, the learning rate that holds there, and on. Where
    /// none does, new weights and a safe rate.
    pub(super) fn mend(&mut self) {
        let Phase::Diverged { rate, .. } = self.training.phase else {
            return;
        };
        let next = rate.unwrap_or_else(|| self.training.safe_learning_rate());
        if rate.is_none() {
            self.restart();
        }
        if next != self.training.settings.lr {
            self.turn(Key::Lr, Value::Number(next));
        }
        self.recover();
        self.start_if_possible();
        self.go_on();
    }

    pub(super) fn turn(&mut self, key: Key, value: Value) {
        let mut next = self.training.settings.clone();
        key.knob().turn(&mut next, value);
        self.adopt(next);
    }

    /// Learning begins or goes on, and the stage shows it.
    pub(super) fn go_on(&mut self) {
        self.slow = None;
        self.time.looking_back = None;
        self.training.playing = true;
    }

    /// Learning begins, goes on or stops.
    pub(super) fn toggle_play(&mut self) {
        if self.training.playing {
            self.hold();
            self.read();
        } else {
            self.go_on();
            self.time.be_patient();
            self.recover();
        }
    }

    /// Stops what goes on by itself, so that one moment can be looked at.
    pub(super) fn hold(&mut self) {
        self.training.playing = false;
        self.comparison.sweep = None;
        self.slow = None;
    }

    /// Looks at an earlier step, or at the newest again. A run that has diverged waits to be put right.
    pub(super) fn look_back(&mut self, step: Option<u64>) {
        let is_live = self.training.phase == Phase::Live;
        let step = step.filter(|_| is_live && self.training.is_shown());
        if step.is_some() {
            self.hold();
        }
        self.time.looking_back = step;
    }

    /// One kept picture back or forward.
    pub(super) fn look_about(&mut self, by: i32) {
        if !self.time.history.points.is_empty() {
            let shown = self.training.shown_step();
            self.look_back(self.time.beside(shown, by));
        }
    }

    /// One training step, and no more; none of a run that is not there yet.
    pub(super) fn step(&mut self) {
        if self.training.is_awaited() {
            return;
        }
        self.hold();
        self.time.looking_back = None;
        self.recover();
        self.request.steps_wanted += 1;
    }

    /// Learning goes on from the moment that is looked at, with the settings of that time.
    pub(super) fn resume_here(&mut self) {
        let shown = self.training.shown_step();
        if let (Some(_), Some(step)) = (self.time.looking_back, shown)
            && self.training.is_shown()
            && let Some(settings) = self.time.rewind(step)
        {
            self.look.fit(settings.k);
            self.training.settings = settings;
            // What was set by hand after that step is not there any more.
            self.training.edited = None;
        }
    }
}
