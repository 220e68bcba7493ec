//! Weights set by hand.

use std::rc::Rc;

use super::State;
use crate::protocol::Link;

/// A weight that was set by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edited {
    pub link: Link,
    /// What it was before the first of several edits.
    pub before: f32,
    pub after: f32,
    /// How many edits there were: each is sent once.
    pub(super) count: u32,
}

impl State {
    /// The weight of a shown link, as the last picture has it.
    pub fn weight(&self, link: Link) -> Option<f32> {
        let network = self.picture.as_ref()?.snapshot.network.as_ref()?;
        let layer = link.layer as usize;
        let place = |column: usize, unit: u32| {
            let units = &network.columns.get(column)?.units;
            units.iter().position(|&shown| shown == unit)
        };
        let (from, to) = (place(layer, link.from)?, place(layer + 1, link.to)?);
        network.weights.get(layer)?.row(from).get(to).copied()
    }

    pub(super) fn edit(&mut self, link: Link, weight: f32) {
        let Some(now) = self.weight(link).filter(|_| weight.is_finite()) else {
            return;
        };
        let same = self.edited.filter(|edited| edited.link == link);
        let count = self.edited.map_or(0, |edited| edited.count) + 1;
        let before = same.map_or(now, |edited| edited.before);
        self.edited = Some(Edited {
            link,
            before,
            after: weight,
            count,
        });
        self.look_back(None);
        self.be_patient();
        self.request.stale = true;
        if same.is_none() {
            let text = "a weight set by hand".to_owned();
            Rc::make_mut(&mut self.history).note(text, self.now_ms);
        }
    }

    /// Puts the weight back to what it was.
    pub(super) fn undo_edit(&mut self) {
        if let Some(edited) = self.edited {
            self.edit(edited.link, edited.before);
        }
    }
}
