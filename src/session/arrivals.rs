//! What the trainer said.

use std::rc::Rc;

use super::selection::Shown;
use super::{Action, Phase, Picture, State, Trainer};
use crate::protocol::{Event, Snapshot, VERSION};

/// While playing, the readouts change no more often.
const READ_MS: f64 = 200.0;

impl State {
    pub(super) fn receive(&mut self, event: Event) {
        match event {
            Event::Ready { version } if version == VERSION => {
                self.trainer = Trainer::Ready;
                self.start.forget();
                self.start_if_possible();
            }
            Event::Ready { .. } => {
                self.trainer = Trainer::Lost(
                    "The trainer in this browser's cache is of another version; reload the page."
                        .to_owned(),
                );
            }
            Event::Crashed { why } => self.apply(Action::TrainerLost(why)),
            Event::Started { run, facts } if run == self.run => {
                let shown = Shown::of(&facts);
                self.started = Some((facts.into(), shown));
                self.phase = Phase::Live;
                self.request.in_flight = false;
                self.request.stale = true;
            }
            Event::Snapshot { run, snapshot } if run == self.run => self.show(snapshot),
            Event::Diverged {
                run,
                step,
                sound_step,
            } if run == self.run => {
                self.request.in_flight = false;
                self.playing = false;
                self.sweep = None;
                self.slow = None;
                self.phase = Phase::Diverged { step, sound_step };
                self.watched.diverged = true;
                self.reach_goals();
            }
            Event::Failed { run, why } if run == self.run => {
                self.phase = Phase::Failed(why);
                self.playing = false;
            }
            Event::Snapshot { .. } | Event::Diverged { .. } => self.request.in_flight = false,
            Event::Started { .. } | Event::Failed { .. } => {}
        }
    }

    pub(super) fn show(&mut self, mut snapshot: Box<Snapshot>) {
        self.request.in_flight = false;
        if let Some(weights) = snapshot.weights.take() {
            self.kept = Some((self.run, Rc::new(weights)));
        }
        if let Some((facts, shown)) = self.started.take() {
            self.forget_samples();
            if snapshot.readouts.step == 0 {
                self.history = Rc::default();
                Rc::make_mut(&mut self.history).follow(&self.settings);
            }
            self.be_patient();
            self.picture = Some(Picture {
                run: self.run,
                facts,
                gallery: shown.gallery,
                heatmap: shown.heatmap,
                snapshot: Rc::default(),
            });
        }
        if let Some(picture) = &mut self.picture {
            let readouts = &snapshot.readouts;
            if !snapshot.is_past {
                Rc::make_mut(&mut self.history).record(readouts);
            }
            let analyses = &mut snapshot.analyses;
            if analyses.is_none() && picture.snapshot.k == snapshot.k {
                analyses.clone_from(&picture.snapshot.analyses);
            }
            let dissection = snapshot.dissection.take();
            let snapshot: Rc<Snapshot> = snapshot.into();
            picture.snapshot = snapshot.clone();
            if let Some(dissection) = dissection {
                self.show_slow(dissection);
            }
            if !snapshot.is_past {
                let readouts = &snapshot.readouts;
                self.rest_if_idle(readouts.step, readouts.heldout_mse);
                self.advance_sweep(readouts);
                self.watch();
            }
        }
        self.read();
    }

    /// Lets the shown readouts follow the picture, at a pace that can be read.
    pub(super) fn read(&mut self) {
        let Some(picture) = &self.picture else { return };
        let is_first = self.readouts.as_ref().is_none_or(|shown| shown.step == 0);
        if is_first || !self.playing || self.now_ms - self.read_ms >= READ_MS {
            self.readouts = Some(picture.snapshot.readouts.clone());
            self.read_ms = self.now_ms;
        }
    }
}
