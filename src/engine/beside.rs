//! The networks that learn beside a run, each without something that the run has, while they are looked
//! at.

use super::plain::{Plain, Without};
use crate::data::Dataset;
use crate::model::Autoencoder;
use crate::protocol::View;
use crate::settings::Settings;

#[derive(Default)]
pub struct Beside {
    plain: Option<Plain>,
    bare: Option<Plain>,
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

    pub fn tune(&mut self, settings: &Settings) {
        for other in self.plain.iter_mut().chain(&mut self.bare) {
            other.tune(settings);
        }
    }

    /// All step towards a step of the run.
    pub fn follow(&mut self, step: u64, dataset: &Dataset) {
        for other in self.plain.iter_mut().chain(&mut self.bare) {
            other.follow(step, dataset);
        }
    }

    /// The same network without corruption, where the view wants it and it is as far as the run.
    pub fn plain(&self, view: &View, step: u64) -> Option<&Autoencoder<f32>> {
        let plain = self.plain.as_ref().filter(|_| view.plain)?;
        plain.network_at(step)
    }

    /// The same network without any regulariser.
    pub fn bare(&self, view: &View, step: u64) -> Option<&Autoencoder<f32>> {
        let bare = self.bare.as_ref().filter(|_| view.faces)?;
        bare.network_at(step)
    }
}
