//! Weights set by hand.

use super::Picture;
use crate::protocol::Link;

/// A weight that was set by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edited {
    pub link: Link,
    /// What it was before the first of several edits.
    pub before: f32,
    pub after: f32,
    /// When, and of which step the picture was: what follows soon, or at the same step, is the same edit.
    pub(super) touched_ms: f64,
    pub(super) step: Option<u64>,
    /// How many edits there were: each is sent once.
    pub(super) count: u32,
    /// How many requests had been sent before it.
    pub(super) sent: u64,
    /// Whether the picture on the page is of later.
    pub is_shown: bool,
}

impl Picture {
    /// The weight of a shown link, as the picture has it.
    pub fn weight(&self, link: Link) -> Option<f32> {
        let network = self.snapshot.network.as_ref()?;
        let layer = link.layer as usize;
        let place = |column: usize, unit: u32| {
            let units = &network.columns.get(column)?.units;
            units.iter().position(|&shown| shown == unit)
        };
        let (from, to) = (place(layer, link.from)?, place(layer + 1, link.to)?);
        network.weights.get(layer)?.row(from).get(to).copied()
    }
}
