//! Which samples and which code units the user looks at.

use std::ops::Range;
use std::rc::Rc;

use super::State;
use crate::protocol::Facts;
use crate::settings::Shape;

/// Images in the gallery.
const GALLERY: usize = 12;
/// Training samples so few that the gallery shows some of them too.
const FEW: usize = 300;
/// Signals in the gallery.
const SIGNALS: usize = 6;
/// Columns of the activation heatmap.
const HEATMAP: usize = 120;

/// The samples that are shown all the time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    pub gallery: Rc<Vec<u32>>,
    pub heatmap: Rc<Vec<u32>>,
}

impl Shown {
    /// The gallery has held-out samples, and after them, where training samples are so few that a
    /// network may know them by heart, as many of those.
    pub fn of(facts: &Facts) -> Self {
        let few = match facts.shape {
            Shape::Image { .. } => GALLERY,
            Shape::Signal(_) => SIGNALS,
            Shape::Point(_) => 1,
        };
        let (n, is_image) = (
            facts.labels.len(),
            matches!(facts.shape, Shape::Image { .. }),
        );
        let mut gallery = class_by_class(facts, facts.n_train..n, few);
        if is_image && facts.n_train <= FEW {
            gallery.extend(class_by_class(facts, 0..facts.n_train, few));
        }
        let mut heatmap = class_by_class(facts, facts.n_train..n, HEATMAP);
        heatmap.sort_by_key(|&sample| facts.labels[sample as usize]);
        Self {
            gallery: Rc::new(gallery),
            heatmap: Rc::new(heatmap),
        }
    }
}

impl State {
    /// The sample that every view marks: the hovered one, or else the selected one.
    pub fn marked(&self) -> Option<u32> {
        self.hovered.or(self.selected)
    }

    /// The sample that the pictures follow: the marked one, or else the first of the gallery.
    pub fn followed(&self) -> Option<u32> {
        self.marked().or_else(|| self.gallery().first().copied())
    }

    pub(super) fn gallery(&self) -> &[u32] {
        match (&self.started, &self.picture) {
            (Some((_, shown)), _) => &shown.gallery,
            (None, Some(picture)) => &picture.gallery,
            (None, None) => &[],
        }
    }

    pub(super) fn heatmap(&self) -> &[u32] {
        match (&self.started, &self.picture) {
            (Some((_, shown)), _) => &shown.heatmap,
            (None, Some(picture)) => &picture.heatmap,
            (None, None) => &[],
        }
    }

    pub(super) fn move_selection(&mut self, by: i32) {
        let gallery = self.gallery();
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
        self.request.stale = true;
    }

    /// Puts a code unit on an axis; the unit that was there changes places with it.
    pub(super) fn choose_axis(&mut self, axis: usize, unit: u32) {
        if axis > 1 || unit >= self.settings.k {
            return;
        }
        if self.axes[1 - axis] == unit {
            self.axes.swap(0, 1);
        } else {
            self.axes[axis] = unit;
        }
        self.probe = None;
        self.request.stale = true;
    }
}

/// At most so many of some samples, of all classes in turn.
fn class_by_class(facts: &Facts, among: Range<usize>, most: usize) -> Vec<u32> {
    let classes = facts.labels.iter().max().map_or(1, |&most| most + 1);
    let mut by_class: Vec<Vec<u32>> = (0..classes)
        .map(|class| {
            let of_class = among.clone().filter(|&i| facts.labels[i] == class);
            of_class.map(|i| i as u32).rev().collect()
        })
        .collect();
    let mut chosen = Vec::new();
    while chosen.len() < most && by_class.iter().any(|class| !class.is_empty()) {
        chosen.extend(by_class.iter_mut().filter_map(Vec::pop));
    }
    chosen.truncate(most);
    chosen
}
