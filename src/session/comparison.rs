//! Comparison: a run kept beside the present one, a second network beside it, and the same network
//! at every bottleneck size.

use std::rc::Rc;

use super::{History, MOST_K, Multiples, Picture, Pinned, Sweep, Trades, Twin};
use crate::protocol::{Readouts, SweepPoint};
use crate::settings::{Key, Settings, Value};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    pub pinned: Option<Rc<Pinned>>,
    /// Whether the pinned run's pictures stand on the stage.
    pub shows_pinned: bool,
    /// How a second network beside this one differs.
    pub twin: Option<Twin>,
    /// The setting that differs in several networks beside each other.
    pub multiples: Option<Multiples>,
    pub sweep: Option<Sweep>,
    /// What the last sweep has found.
    pub swept: Rc<Vec<SweepPoint>>,
    /// What sparsity has cost so far.
    pub trades: Trades,
}

/// What a sweep does after a size has had its steps.
pub(super) enum Next {
    /// The next bottleneck size.
    Size(u32),
    Done,
}

impl Comparison {
    /// Another experiment: what was pinned stays, the rest was about the one before.
    pub(super) fn begin(&mut self) {
        self.twin = None;
        self.multiples = None;
        self.forget_sweep();
    }

    /// The samples that it was of are not on the page any more.
    pub(super) fn forget_sweep(&mut self) {
        self.sweep = None;
        self.swept = Rc::default();
    }

    pub(super) fn pin(&mut self, settings: &Settings, history: &Rc<History>, picture: &Picture) {
        self.pinned = Some(Rc::new(Pinned {
            settings: settings.clone(),
            history: history.clone(),
            picture: picture.clone(),
        }));
    }

    pub(super) fn unpin(&mut self) {
        self.pinned = None;
        self.shows_pinned = false;
    }

    /// The pinned run while it is called back.
    pub fn called_back(&self) -> Option<&Pinned> {
        self.pinned.as_deref().filter(|_| self.shows_pinned)
    }

    pub(super) fn show_pinned(&mut self, shows: bool) {
        self.shows_pinned = shows && self.pinned.is_some();
    }

    /// Puts a twin beside the run, or takes it away.
    pub(super) fn toggle_twin(&mut self, of: &Settings) {
        self.twin = match self.twin.take() {
            Some(_) => None,
            None => Some(Twin::of(of)),
        };
    }

    /// The setting in which the twin differs; it begins with the run's own value.
    pub(super) fn choose_twin(&mut self, key: Key, of: &Settings) {
        if let Some(twin) = &mut self.twin {
            *twin = Twin {
                key,
                value: key.knob().value(of),
            };
        }
    }

    pub(super) fn turn_twin(&mut self, value: Value, of: &Settings) {
        if let Some(twin) = &mut self.twin {
            twin.turn(value, of);
        }
    }

    /// PCA's error at k = 1, 2, … on the samples that the network's is of: as the sweep has found it, and for every k where
    /// what the network sees is clean.
    pub fn pca_errors(&self, picture: &Picture) -> Vec<f64> {
        let is_clean = picture.snapshot.gallery_inputs.values.is_empty();
        let of_clean = picture.facts.pca.heldout_mse.iter();
        let of_clean = of_clean.map(|&error| is_clean.then_some(error));
        let found = |k: u32| self.swept.iter().find(|point| point.k == k);
        let of = |(k, error)| found(k).map(|point| point.pca).or(error);
        (1..).zip(of_clean).map_while(of).collect()
    }

    pub(super) fn begin_sweep(&mut self) {
        self.swept = Rc::default();
        self.sweep = Some(Sweep::begin());
    }

    /// Notes the errors when bottleneck size `k` of at most `most` has had its steps.
    pub(super) fn advance_sweep(&mut self, now: &Readouts, k: u32, most: u32) -> Option<Next> {
        let sweep = self.sweep.filter(|sweep| sweep.is_due(now.step))?;
        Rc::make_mut(&mut self.swept).push(SweepPoint {
            k,
            train: now.train_mse,
            held_out: now.heldout_mse,
            pca: now.pca_mse,
        });
        let is_last = k >= MOST_K.min(most);
        self.sweep = (!is_last).then(|| sweep.next(now.step));
        Some(if is_last {
            Next::Done
        } else {
            Next::Size(k + 1)
        })
    }
}
