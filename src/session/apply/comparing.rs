//! A run is pinned, swept through all bottleneck sizes, followed by a twin or taken apart.

use std::rc::Rc;

use crate::protocol::Readouts;
use crate::session::comparison::Next;
use crate::session::{Chosen, Lead, Multiples, Slow, State};
use crate::settings::{Key, Value};

impl State {
    pub(super) fn pin(&mut self) {
        if let Some(picture) = &self.training.picture {
            let (settings, history) = (self.shown_settings().clone(), &self.time.history);
            self.comparison.pin(&settings, history, picture);
        }
    }

    pub(super) fn toggle_twin(&mut self) {
        self.comparison.toggle_twin(&self.training.settings);
        self.comparison.multiples = None;
        self.slow = None;
        self.request.stale = true;
    }

    /// Several networks beside each other; this one waits meanwhile.
    pub(super) fn toggle_multiples(&mut self) {
        self.comparison.multiples = match self.comparison.multiples {
            Some(_) => None,
            None => Multiples::first(&self.training.settings, &self.prepared.locked),
        };
        self.comparison.twin = None;
        self.hold();
        self.request.stale = true;
    }

    /// One of several becomes the run; the one that it replaces can be brought back.
    pub(super) fn go_on_with(&mut self, chosen: Chosen) {
        self.comparison.multiples = None;
        self.restart();
        self.look.fit(chosen.settings.k);
        self.training.settings = chosen.settings;
        self.training.kept = Some((self.training.run, chosen.weights));
        self.time.history = chosen.history;
        self.start_if_possible();
    }

    /// Begins a sweep at k = 1 with new weights, or ends the one under way.
    pub(super) fn toggle_sweep(&mut self) {
        if self.comparison.sweep.take().is_some() {
            self.training.playing = false;
            return;
        }
        if self.is_locked(Key::K) {
            return;
        }
        self.slow = None;
        self.time.looking_back = None;
        self.recover();
        let mut next = self.training.settings.clone();
        Key::K.knob().turn(&mut next, Value::Number(1.0));
        if self.time.history.last_step() > 0 {
            self.restart();
            self.look.fit(next.k);
            self.training.settings = next;
            self.start_if_possible();
        } else {
            self.adopt(next);
        }
        self.comparison.begin_sweep();
        self.training.playing = true;
    }

    /// The next size when this one has had its steps.
    pub(super) fn advance_sweep(&mut self, now: &Readouts) {
        let settings = &mut self.training.settings;
        let most = settings.traits().shape.most_codes();
        match self.comparison.advance_sweep(now, settings.k, most) {
            None => {}
            Some(Next::Done) => self.training.playing = false,
            Some(Next::Size(k)) => {
                Key::K.knob().turn(settings, Value::Number(f64::from(k)));
                self.request.note_change();
                self.look.keep_axes(settings.k);
                Rc::make_mut(&mut self.time.history).follow(settings);
            }
        }
    }

    pub(super) fn toggle_slow(&mut self) {
        if self.slow.take().is_some() {
            self.request.stale = true;
            return;
        }
        self.hold();
        self.comparison.twin = None;
        self.time.looking_back = None;
        self.recover();
        self.slow = Some(Slow::begin(true, self.now_ms));
    }

    /// Goes where the other run stands, and looks at what is looked at there.
    pub(super) fn follow_lead(&mut self, lead: Lead) {
        self.training.assets.put_own(lead.own);
        self.adopt(lead.settings);
        self.training.goal = Some(lead.step);
        if lead.step < self.time.history.last_step() {
            self.time.rewind(lead.step);
        }
        self.time.looking_back = lead.looking_back;
        self.look = lead.look;
        self.look.keep_axes(self.training.settings.k);
    }
}
