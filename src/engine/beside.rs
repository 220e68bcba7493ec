//! The networks that learn beside a run, each without something that the run has, while they are looked
//! at. Where steps take their time the run has most of it, and these fall behind until it waits.

use super::plain::{Plain, Without};
use crate::data::Dataset;
use crate::model::Autoencoder;
use crate::protocol::View;
use crate::settings::Settings;

/// Steps of each for one of the run's while it is behind and the run need not hurry.
const CATCH_UP: u32 = 3;
/// Steps of the run for one of each where it hurries.
const HURRY: u64 = 4;

#[derive(Default)]
pub struct Beside {
    plain: Option<Plain>,
    bare: Option<Plain>,
    /// Whether the run goes ahead of them.
    pub run_hurries: bool,
}

impl Beside {
    /// Begins those that the view wants, anew where the run at this step is behind them; the others go.
    pub fn keep(&mut self, view: &View, step: u64, settings: &Settings) {
        let others = [
            (&mut self.plain, view.plain, Without::Corruption),
            (&mut self.bare, view.faces, Without::Regularisers),
        ];
        for (other, is_wanted, without) in others {
            if !is_wanted || other.as_ref().is_some_and(|other| other.step() > step) {
                *other = None;
            }
            if is_wanted && other.is_none() {
                *other = Some(Plain::begin(without, settings));
            }
        }
    }

    fn all(&mut self) -> impl Iterator<Item = &mut Plain> {
        self.plain.iter_mut().chain(&mut self.bare)
    }

    pub fn tune(&mut self, settings: &Settings) {
        self.all().for_each(|other| other.tune(settings));
    }

    /// All step towards a step that the run has just taken.
    pub fn follow(&mut self, step: u64, dataset: &Dataset) {
        let steps = match self.run_hurries {
            true => u32::from(step.is_multiple_of(HURRY)),
            false => CATCH_UP,
        };
        for other in self.all() {
            for _ in 0..steps {
                other.follow(step, dataset);
            }
        }
    }

    /// One step of each towards a step of the waiting run; says whether any was behind.
    pub fn catch_up(&mut self, step: u64, dataset: &Dataset) -> bool {
        let mut was_behind = false;
        for other in self.all() {
            was_behind |= other.follow(step, dataset);
        }
        was_behind
    }

    /// The same network without corruption, where the view wants it.
    pub fn plain(&self, view: &View) -> Option<&Autoencoder<f32>> {
        let plain = self.plain.as_ref().filter(|_| view.plain)?;
        Some(plain.network())
    }

    /// The same network without any regulariser, where the view wants it.
    pub fn bare(&self, view: &View) -> Option<&Autoencoder<f32>> {
        let bare = self.bare.as_ref().filter(|_| view.faces)?;
        Some(bare.network())
    }

    /// The steps of both, where they are behind the run at this one.
    pub fn behind(&self, step: u64) -> [Option<u64>; 2] {
        [&self.plain, &self.bare].map(|other| {
            let other = other.as_ref().map(Plain::step);
            other.filter(|other| *other < step)
        })
    }
}
