//! What is known of all samples while a run is watched: the last survey's numbers, and the one under way.

use ndarray::{Array2, ArrayView2, Axis};

use super::moment::Moment;
use super::rarely::Rarely;
use super::snapshot::{axes, move_codes};
use super::survey::Survey;
use crate::model::{Autoencoder, Trace};
use crate::protocol::{Matrix, Snapshot, UsesView, View};

/// Samples whose codes move with every picture, beside those that are drawn anyway; each has its turn.
const MOVING: usize = 128;

/// Samples, and their codes (samples, k).
pub struct Moved {
    samples: Vec<usize>,
    codes: Array2<f32>,
}

#[derive(Default)]
pub struct Watched {
    pub survey: Survey,
    /// What the last survey found, and what it was asked.
    known: Option<(View, Snapshot)>,
    /// Whether the network has other units since.
    is_of_before: bool,
    /// The step at which all of that is as it is now, and what else it was asked.
    exact: Option<(u64, Besides)>,
    /// The error at every level of the corruption.
    pub levels: Rarely<Option<Matrix>>,
    /// Whether analyses and the errors of few bits were asked for since.
    wants: [bool; 2],
    /// The sample from which on codes move next.
    next: usize,
}

impl Watched {
    /// Nothing that was found holds any more.
    pub fn forget(&mut self) {
        self.survey.stop();
        self.known = None;
        self.is_stale();
        self.levels = Rarely::default();
    }

    /// What was found need not hold any more.
    pub fn is_stale(&mut self) {
        self.exact = None;
    }

    /// The code has other units: what was found is of the network before, a survey under way will be too.
    pub fn reshape(&mut self) {
        self.is_of_before = true;
        self.survey.is_of_before = true;
        self.is_stale();
        self.levels = Rarely::default();
    }

    /// Whether what is known is of a network that has other units since.
    pub fn is_behind(&self) -> bool {
        self.known.is_some() && self.is_of_before
    }

    /// What a look at all samples found.
    pub fn know(&mut self, found: &Snapshot, view: &View) {
        self.survey.stop();
        self.is_of_before = false;
        self.known = Some((of_all(view), found.clone()));
        self.exact = Some((found.step, besides(view)));
    }

    /// What a look at all samples found at this very step, where it is all that the view asks for.
    pub fn exact(&self, step: u64, view: &View) -> Option<&Snapshot> {
        let (asked, known) = self.known.as_ref()?;
        let is_exact = self.exact == Some((step, besides(view))) && *asked == of_all(view);
        // Neighbours are one sample's.
        (is_exact && !view.uses.neighbours).then_some(known)
    }

    /// A survey is over.
    pub fn finish(&mut self, found: Snapshot, trace: Trace<f32>, view: &View) {
        self.survey.give_back(trace);
        self.is_of_before = self.survey.is_of_before;
        self.is_stale();
        self.known = Some((of_all(view), found));
        self.wants = [false; 2];
    }

    /// What is asked now and then must wait for the end of a survey: what it is to find.
    pub fn wanted(&mut self, view: &View) -> View {
        self.wants[0] |= view.analyses;
        self.wants[1] |= view.uses.rates;
        let [analyses, rates] = self.wants;
        View {
            analyses,
            uses: UsesView {
                rates,
                ..view.uses.clone()
            },
            ..view.clone()
        }
    }

    /// The next samples whose codes move, of inputs (n, d).
    pub fn turn(&mut self, network: &Autoencoder<f32>, inputs: ArrayView2<f32>) -> Moved {
        let n = inputs.nrows();
        let first = self.next;
        self.next = (first + MOVING) % n.max(1);
        let turn = first..first + MOVING.min(n);
        let samples: Vec<_> = turn.map(|row| row % n.max(1)).collect();
        let codes = network.encode(inputs.select(Axis(0), &samples).view());
        Moved { samples, codes }
    }

    /// What is known of all samples, with the codes of those moved that a moment is of, and of some
    /// others; `None` where it is not what the view asks for. Analyses are told once.
    pub fn told(&mut self, moment: &Moment, others: &Moved, view: &View) -> Option<Snapshot> {
        let (asked, known) = self.known.as_mut()?;
        if *asked != of_all(view) || !follow(known, moment.k(), view) {
            return None;
        }
        self.exact = None;
        let drawn = (0..moment.x.nrows()).map(|row| moment.sample(row));
        move_codes(&mut known.codes, view, drawn, moment.trace.code());
        let others_are = others.samples.iter().copied();
        move_codes(&mut known.codes, view, others_are, others.codes.view());
        let told = known.clone();
        known.analyses = None;
        known.uses.rates = None;
        Some(told)
    }
}

/// Makes what is known of a network fit one whose code has other units since; says whether the view
/// asks for nothing that is of one code alone. Errors may be a few steps old, and say of what they are.
fn follow(known: &mut Snapshot, k: usize, view: &View) -> bool {
    let before = known.k as usize;
    if before == k {
        return true;
    }
    let of_any_code = View {
        axes: view.axes,
        nonsense: view.nonsense,
        uses: UsesView {
            anomalies: view.uses.anomalies,
            threshold: view.uses.threshold,
            ..UsesView::default()
        },
        ..View::default()
    };
    let is_same_plane = axes(view, before) == axes(view, k) && before.min(2) == k.min(2);
    if of_all(view) != of_any_code || !is_same_plane || !known.reconstructions.values.is_empty() {
        return false;
    }
    known.k = k as u32;
    known.analyses = None;
    known.uses.rates = None;
    true
}

/// What of a view takes all samples.
fn of_all(view: &View) -> View {
    View {
        axes: view.axes,
        code_unit: view.code_unit,
        field: view.field,
        particles: view.particles.clone(),
        nonsense: view.nonsense,
        uses: UsesView {
            rates: false,
            ..view.uses.clone()
        },
        ..View::default()
    }
}

/// What else of a view a picture of other samples leaves as it is.
type Besides = ([bool; 5], Vec<u32>);

fn besides(view: &View) -> Besides {
    let wants = [
        view.analyses,
        view.uses.rates,
        view.plain,
        view.levels,
        view.faces,
    ];
    (wants, view.gallery.clone())
}
