//! Points of the plane that the user has put elsewhere.

use serde::{Deserialize, Serialize};

use super::{Settings, Shape};

/// Where a sample lies now.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// Its place among all samples: those trained on come first.
    pub sample: u32,
    pub to: [f32; 2],
}

/// No network learns from a sample that lies further out.
const FURTHEST: f32 = 1e5;

fn is_place(x: &f32) -> bool {
    x.abs() <= FURTHEST
}

impl Moved {
    /// At a place that a few digits name.
    fn near(sample: u32, to: [f32; 2]) -> Self {
        let rounded = |x: f32| format!("{x:.3e}").parse().unwrap_or(x);
        Self {
            sample,
            to: to.map(rounded),
        }
    }

    /// As a link writes it: `sample:x1:x2`.
    fn link_text(&self) -> String {
        let [x, y] = self.to;
        format!("{}:{x}:{y}", self.sample)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let sample = parts.next()?.parse().ok()?;
        let mut number = || parts.next()?.parse().ok().filter(is_place);
        let to = [number()?, number()?];
        parts.next().is_none().then(|| Self::near(sample, to))
    }
}

impl Settings {
    /// A link would grow too long with more.
    pub const MOST_MOVED: usize = 100;

    /// Whether single samples can be put elsewhere.
    pub fn has_movable_points(&self) -> bool {
        self.traits().shape == Shape::Point(2)
    }

    /// Puts a sample elsewhere. Nothing happens where there is no such sample, or where too many have been
    /// moved already.
    pub fn put(&mut self, sample: u32, to: [f32; 2]) {
        let known = self.moved.iter().position(|moved| moved.sample == sample);
        match known {
            _ if !to.iter().all(is_place) => {}
            Some(known) => self.moved[known] = Moved::near(sample, to),
            None if self.moved.len() == Self::MOST_MOVED => {}
            None => self.moved.push(Moved::near(sample, to)),
        }
        self.forget_impossible_moves();
    }

    /// The moved samples as a link writes them.
    pub fn moved_text(&self) -> String {
        let texts: Vec<String> = self.moved.iter().map(Moved::link_text).collect();
        texts.join(",")
    }

    /// Moves samples as a link says; says whether all of it could be done.
    pub fn take_moved(&mut self, text: &str) -> bool {
        let parts: Vec<&str> = text.split(',').collect();
        for moved in parts.iter().filter_map(|part| Moved::parse(part)) {
            self.put(moved.sample, moved.to);
        }
        self.moved.len() == parts.len()
    }

    pub(super) fn forget_impossible_moves(&mut self) {
        let n = match self.has_movable_points() {
            true => self.n,
            false => 0,
        };
        self.moved.retain(|moved| moved.sample < n);
    }
}
