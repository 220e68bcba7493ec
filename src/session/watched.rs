//! What a run of an experiment has shown so far, which captions and goals speak of.

use super::{Phase, State};
use crate::lessons::{Alarms, Seen};
use crate::protocol::Run;

/// A bottleneck size counts as seen when it was trained for so many steps.
const TRAINED_STEPS: u64 = 150;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watched {
    first_held_out: f64,
    /// (k, steps trained at it).
    ks: Vec<(u32, u64)>,
    /// The run that was looked at last, and its step then.
    last: (Run, u64),
    pub decomposed: bool,
    pub closely: bool,
    /// Whether the ends of the walk were chosen, and places of the code's plane decoded.
    pub walked: bool,
    pub drew: bool,
    pub diverged: bool,
    /// Whether the student has done anything in this experiment: a page that moves by itself ticks
    /// nothing off.
    pub acted: bool,
}

impl Watched {
    /// Takes a moment in.
    fn watch(&mut self, run: Run, step: u64, k: u32, held_out: f64) {
        // Going back to an earlier step begins nothing.
        if self.first_held_out == 0.0 || step == 0 {
            self.first_held_out = held_out;
        }
        // What a run that is brought back has learned is not learned anew.
        let (last_run, last_step) = self.last;
        let taken = match last_run == run {
            true => step.saturating_sub(last_step),
            false => 0,
        };
        self.last = (run, step);
        match self.ks.iter_mut().find(|(known, _)| *known == k) {
            Some((_, steps)) => *steps += taken,
            None => self.ks.push((k, taken)),
        }
    }

    /// The bottleneck sizes seen, in order.
    fn ks(&self) -> Vec<u32> {
        let trained = |(k, steps): &(u32, u64)| (*steps >= TRAINED_STEPS).then_some(*k);
        let mut ks: Vec<u32> = self.ks.iter().filter_map(trained).collect();
        ks.sort_unstable();
        ks
    }
}

impl State {
    /// What captions and goals look at; `None` before the first picture.
    pub fn seen(&self) -> Option<Seen> {
        let picture = self.training.picture.as_ref()?;
        let (snapshot, facts) = (&picture.snapshot, &picture.facts);
        let readouts = &snapshot.readouts;
        let (watched, swept) = (&self.course.watched, &self.comparison.swept);
        let (uses, analyses) = (&snapshot.uses, snapshot.analyses.as_ref());
        let is_diverged = matches!(self.training.phase, Phase::Diverged { .. });
        Some(Seen {
            settings: self.shown_settings().clone(),
            k: snapshot.measured_k(),
            step: readouts.step,
            train: readouts.train_mse,
            held_out: readouts.heldout_mse,
            pca: readouts.pca_mse,
            first_held_out: watched.first_held_out,
            variance: facts.variance,
            variation: snapshot.variation,
            active_units: readouts.active_units,
            dead_units: snapshot.dead_units,
            mean_activation: readouts.mean_activation,
            looked_closely: watched.closely,
            walked: watched.walked,
            drew: watched.drew,
            has_threshold: self.look.threshold.is_some(),
            alarms: uses.anomalies.as_ref().map(|found| Alarms {
                auc: found.auc,
                found: found.found,
                novel: found.found + found.missed,
                false_alarms: found.false_alarms,
                familiar: found.false_alarms + found.passed,
            }),
            precision: analyses
                .and_then(|of| Some([of.precision?, of.pca_precision?, of.feature_precision?])),
            spoilt: self.spoilt_errors(),
            score_angle_deg: snapshot.score.as_ref().and_then(|score| score.angle_deg),
            particles: self.particles.count,
            quantised: uses.quantised.as_ref().map(|few| (few.bits, few.error)),
            gain_db: readouts.gain_db,
            largest_angle_deg: readouts.largest_angle_deg,
            nonsense: snapshot.nonsense.as_ref().map(|nonsense| nonsense.error),
            ks: watched.ks(),
            swept: swept.len(),
            swept_under_pca: swept.iter().all(|point| point.held_out < point.pca),
            has_pin: self.comparison.pinned.is_some(),
            decomposed: watched.decomposed,
            diverged: watched.diverged || is_diverged,
        })
    }

    /// The bottleneck size that the shown readouts are of.
    pub fn read_k(&self) -> Option<u32> {
        self.course.told.as_ref().map(|told| told.k)
    }

    /// The error of the image that the student spoilt, before and after the network.
    fn spoilt_errors(&self) -> Option<[f64; 2]> {
        let picture = self.training.picture.as_ref()?;
        let sketch = picture
            .snapshot
            .sketch
            .as_ref()
            .filter(|_| self.is_spoilt() && !self.sketch.on_sheet)?;
        let x = picture.facts.x.row(self.followed()? as usize);
        Some([&sketch.input, &sketch.reconstruction].map(|image| {
            let squares = image.values.iter().zip(x);
            let sum: f64 = squares.map(|(a, b)| f64::from(a - b).powi(2)).sum();
            sum / x.len().max(1) as f64
        }))
    }

    /// Takes the newest moment in and notices what it amounts to.
    pub(super) fn watch(&mut self) {
        if let Some(picture) = &self.training.picture {
            let snapshot = &picture.snapshot;
            let readouts = &snapshot.readouts;
            let watched = &mut self.course.watched;
            watched.watch(
                picture.run,
                readouts.step,
                snapshot.measured_k(),
                readouts.heldout_mse,
            );
        }
        if self.request.is_of_now() {
            self.reach_goals();
        }
    }

    pub(super) fn reach_goals(&mut self) {
        if let Some(seen) = self.seen() {
            self.course.reach_goals(&seen);
        }
    }
}
