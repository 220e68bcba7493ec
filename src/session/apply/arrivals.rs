//! What the trainer said.

use std::rc::Rc;

use crate::protocol::{Event, Snapshot, VERSION};
use crate::session::shown::Shown;
use crate::session::{Panel, Phase, Picture, State, Trainer};
use crate::words::words;

impl State {
    pub(super) fn receive(&mut self, event: Event) {
        self.training.silence.end();
        let run = self.training.run;
        match event {
            Event::Ready { version } if version == VERSION => {
                self.training.trainer = Trainer::Ready;
                self.request.start.forget();
                self.start_if_possible();
            }
            Event::Ready { .. } => {
                self.training.trainer = Trainer::Lost(words().session.stale.to_owned());
            }
            Event::Crashed { why } => self.lose_trainer(why),
            Event::Started { run: of, facts } if of == run => {
                let shown = Shown::of(&facts);
                self.training.started = Some((facts.into(), shown));
                self.training.phase = Phase::Live;
                self.request.in_flight = false;
                self.request.stale = true;
            }
            Event::Snapshot { run: of, snapshot } if of == run => self.show(snapshot),
            Event::Diverged {
                run: of,
                step,
                sound_step,
                cause,
                rate,
            } if of == run => {
                self.request.in_flight = false;
                self.hold();
                self.training.phase = Phase::Diverged {
                    step,
                    sound_step,
                    cause,
                    rate,
                };
                self.course.watched.diverged = true;
                self.reach_goals();
                self.read();
            }
            Event::Failed { run: of, why } if of == run => {
                self.request.in_flight = false;
                self.training.phase = Phase::Failed(why);
                self.training.playing = false;
            }
            Event::Snapshot { .. } | Event::Diverged { .. } => self.request.in_flight = false,
            Event::Started { .. } | Event::Failed { .. } | Event::Timed(_) => {}
        }
    }

    fn show(&mut self, mut snapshot: Box<Snapshot>) {
        self.request.in_flight = false;
        if let Some(weights) = snapshot.weights.take() {
            self.training.kept = Some((self.training.run, Rc::new(weights)));
            self.training.kept_request = self.request.sent;
        }
        if let Some(edited) = &mut self.training.edited {
            edited.is_shown |= self.request.sent > edited.sent;
        }
        self.show_first(&snapshot);
        let dissection = snapshot.dissection.take();
        if self.hang(snapshot) {
            if let (Some(slow), Some(dissection)) = (&mut self.slow, dissection) {
                slow.show(dissection, self.now_ms);
            }
            self.notice();
        }
        self.read();
    }

    /// Readouts and captions follow the picture together.
    pub(super) fn read(&mut self) {
        if self.training.read(self.now_ms) {
            self.course.tell(self.seen());
            self.tell_aloud();
        }
    }

    /// Particles go as far as their trails do.
    pub(super) fn age_particles(&mut self) {
        let picture = self.training.picture.as_ref();
        let trails = picture.map(|picture| &picture.snapshot.trails);
        let passes = trails.map_or(0, |trails| (trails.columns / 2).saturating_sub(1));
        self.particles.age(self.now_ms, passes);
    }

    /// A run's first picture takes the place of the last run's.
    fn show_first(&mut self, snapshot: &Snapshot) {
        let Some((facts, shown)) = self.training.started.take() else {
            return;
        };
        self.look.forget_samples();
        self.sketch.begin(facts.x.columns);
        self.particles.clear();
        if snapshot.step == 0 {
            self.time.begin(&self.training.settings);
        }
        self.time.be_patient();
        self.training.picture = Some(Picture {
            run: self.training.run,
            data: self.training.settings.data,
            facts,
            shown,
            snapshot: Rc::default(),
        });
    }

    /// Puts a moment on the stage, where there is one. Analyses are made now and then: the last
    /// ones stay as long as they are of this code, and on the page.
    fn hang(&mut self, mut snapshot: Box<Snapshot>) -> bool {
        let [levels, rates] = [Panel::Levels, Panel::Rates].map(|panel| self.shows(panel));
        let analyses = self.wants_analyses();
        let Some(picture) = &mut self.training.picture else {
            return false;
        };
        let is_same_code = picture.snapshot.k == snapshot.k;
        if analyses && snapshot.analyses.is_none() && is_same_code {
            snapshot.analyses.clone_from(&picture.snapshot.analyses);
        }
        if levels && snapshot.levels.is_none() && !snapshot.is_past && is_same_code {
            snapshot.levels.clone_from(&picture.snapshot.levels);
        }
        if rates && snapshot.uses.rates.is_none() && is_same_code {
            snapshot.uses.rates.clone_from(&picture.snapshot.uses.rates);
        }
        if let Some(facts) = snapshot.facts.take() {
            picture.facts = Rc::from(facts);
        }
        picture.snapshot = snapshot.into();
        self.ranking.follow(
            picture,
            self.look.orders,
            self.training.playing,
            self.now_ms,
        );
        true
    }

    /// What a new moment means for the rest; an earlier one that is looked at means nothing.
    fn notice(&mut self) {
        let Some(picture) = &self.training.picture else {
            return;
        };
        if picture.snapshot.is_past {
            return;
        }
        let snapshot = picture.snapshot.clone();
        self.training.pace.take(self.now_ms, snapshot.step);
        // Numbers of the network before k was changed, told again or late, mean nothing for this one.
        if snapshot.measured_k() != snapshot.k {
            return;
        }
        let now = &snapshot.readouts;
        Rc::make_mut(&mut self.time.history).record(now);
        let is_idle = self.time.is_idle(now, self.now_ms);
        if is_idle
            && self.training.playing
            && self.training.goal.is_none()
            && self.comparison.sweep.is_none()
        {
            self.training.playing = false;
            self.time.rested = true;
        }
        if self.request.is_of_now() {
            self.comparison.trades.take(now, &self.training.settings);
        }
        self.advance_sweep(now);
        self.watch();
    }
}
