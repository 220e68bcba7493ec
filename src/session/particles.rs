//! Particles that follow the field r(x) − x, one pass through the network after another.

use std::rc::Rc;

/// How long a pass takes on the page.
const PASS_MS: f64 = 90.0;
/// More would be a cloud: the oldest go.
const MOST: usize = 40;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Particles {
    /// Where they were dropped.
    pub places: Rc<Vec<[f32; 2]>>,
    /// How many passes of each are shown.
    pub ages: Rc<Vec<usize>>,
    dropped_ms: Vec<f64>,
    /// How many were dropped, the gone ones too.
    pub count: usize,
    /// Whether they are shown at the end of their trails at once: the system asks for less motion.
    pub are_still: bool,
}

impl Particles {
    pub(super) fn drop(&mut self, place: [f32; 2], now_ms: f64) {
        if place.iter().any(|x| !x.is_finite()) {
            return;
        }
        let places = Rc::make_mut(&mut self.places);
        let ages = Rc::make_mut(&mut self.ages);
        if places.len() == MOST {
            places.remove(0);
            ages.remove(0);
            self.dropped_ms.remove(0);
        }
        places.push(place);
        ages.push(0);
        self.dropped_ms.push(now_ms);
        self.count += 1;
    }

    pub(super) fn clear(&mut self) {
        *self = Self {
            are_still: self.are_still,
            ..Self::default()
        };
    }

    /// Time goes on, and each particle with it.
    pub(super) fn age(&mut self, now_ms: f64, passes: usize) {
        let of = |dropped: &f64| match self.are_still {
            true => passes,
            false => (((now_ms - dropped) / PASS_MS).max(0.0) as usize).min(passes),
        };
        let ages: Vec<usize> = self.dropped_ms.iter().map(of).collect();
        if ages != *self.ages {
            self.ages = ages.into();
        }
    }
}
