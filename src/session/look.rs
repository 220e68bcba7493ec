//! The look: what stands on the stage, and which samples and units the user looks at.

use super::{Figure, Panel, SampleOrder, UnitOrder};
use crate::lessons::Lesson;
use crate::protocol::Unit;
use crate::settings::Settings;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub figure: Figure,
    /// Which pictures stand beside the samples.
    pub panel: Panel,
    pub hovered: Option<u32>,
    pub selected: Option<u32>,
    /// The unit of the network that is looked at closely.
    pub unit: Option<Unit>,
    /// The code unit that is looked at closely.
    pub atom: Option<u32>,
    /// What units and samples are ordered by.
    pub orders: (UnitOrder, SampleOrder),
    /// Code units across and up.
    pub axes: [u32; 2],
    /// A place in the code that the decoder is asked about.
    pub probe: Option<[f32; 2]>,
    /// The error above which a sample is an alarm, where the user has set one.
    pub threshold: Option<f32>,
    /// How many bits a code number is written with.
    pub bits: u32,
    /// The samples that a walk goes from and to, where the user has chosen them.
    pub ends: Option<[u32; 2]>,
}

/// Bits that a code number is written with, unless the user says otherwise.
const BITS: u32 = 6;
/// The most that it can be written with.
pub const MOST_BITS: u32 = 16;
/// Places in the gallery of the samples that a walk goes from and to.
const ENDS: [usize; 2] = [3, 8];

impl Look {
    /// What an experiment opens with.
    pub(super) fn of(lesson: Lesson, scene: usize, settings: &Settings) -> Self {
        Self {
            figure: Figure::of(lesson, scene),
            panel: Panel::of(lesson, scene, settings),
            hovered: None,
            selected: None,
            unit: None,
            atom: None,
            orders: Default::default(),
            axes: [0, 1],
            probe: None,
            threshold: None,
            bits: BITS,
            ends: None,
        }
    }

    /// The sample that every view marks: the hovered one, or else the selected one.
    pub fn marked(&self) -> Option<u32> {
        self.hovered.or(self.selected)
    }

    /// Whether the network itself is on the stage.
    pub(super) fn shows_network(&self) -> bool {
        self.figure == Figure::Network
    }

    /// Another run has other samples.
    pub(super) fn forget_samples(&mut self) {
        self.hovered = None;
        self.selected = None;
        self.probe = None;
        self.unit = None;
        self.atom = None;
        self.threshold = None;
        self.ends = None;
    }

    /// The samples that a walk goes from and to; `None` where the gallery has none.
    pub fn walk(&self, gallery: &[u32]) -> Option<[u32; 2]> {
        let at = |place: usize| gallery.get(place).or(gallery.first()).copied();
        self.ends.or_else(|| Some([at(ENDS[0])?, at(ENDS[1])?]))
    }

    /// Keeps to a code of `k` units.
    pub(super) fn fit(&mut self, k: u32) {
        self.keep_axes(k);
        self.probe = None;
    }

    /// Axes that are there.
    pub(super) fn keep_axes(&mut self, k: u32) {
        self.atom = self.atom.filter(|&unit| unit < k);
        self.axes = self.axes.map(|axis| axis.min(k - 1));
        if self.axes[0] == self.axes[1] && k > 1 {
            self.axes = [0, 1];
        }
    }

    /// Selects the next or the previous sample of the gallery, round and round.
    pub(super) fn move_selection(&mut self, gallery: &[u32], by: i32) {
        let n = gallery.len() as i32;
        if n == 0 {
            return;
        }
        let at = self
            .selected
            .and_then(|sample| gallery.iter().position(|&g| g == sample));
        let next = match at {
            Some(at) => (at as i32 + by).rem_euclid(n),
            None if by > 0 => 0,
            None => n - 1,
        };
        self.selected = gallery.get(next as usize).copied();
    }

    /// Puts one of `k` code units on an axis; the unit that was there changes places with it.
    pub(super) fn choose_axis(&mut self, axis: usize, unit: u32, k: u32) {
        if axis > 1 || unit >= k {
            return;
        }
        if self.axes[1 - axis] == unit {
            self.axes.swap(0, 1);
        } else {
            self.axes[axis] = unit;
        }
        self.probe = None;
    }
}
