//! A weight is set by hand.

use std::rc::Rc;

use crate::protocol::Link;
use crate::session::history::SAME_DRAG_MS;
use crate::session::{Change, Edited, State};
use crate::settings::Key;

impl State {
    pub(super) fn edit(&mut self, link: Link, weight: f32) {
        // An earlier moment's weight is not the one that would be set.
        let picture = self.training.picture.as_ref();
        let is_past = picture.is_some_and(|picture| picture.snapshot.is_past);
        let is_sound = weight.is_finite() && self.training.is_shown() && !is_past;
        let Some(now) = self.training.weight(link).filter(|_| is_sound) else {
            return;
        };
        let (touched_ms, step) = (self.now_ms, self.training.shown_step());
        let is_same = |edited: &Edited| {
            let goes_on = touched_ms - edited.touched_ms < SAME_DRAG_MS || step == edited.step;
            edited.link == link && goes_on
        };
        let same = self.training.edited.filter(is_same);
        let count = self.training.edited.map_or(0, |edited| edited.count) + 1;
        let before = same.map_or(now, |edited| edited.before);
        self.training.edited = Some(Edited {
            link,
            before,
            after: weight,
            touched_ms,
            step,
            count,
            sent: self.request.sent,
            is_shown: false,
        });
        self.look_back(None);
        self.time.be_patient();
        self.request.stale = true;
        if same.is_none() {
            Rc::make_mut(&mut self.time.history).note(Change::Edited, self.now_ms);
        }
    }

    /// Puts a point of the plane elsewhere; PCA and the network follow.
    pub(super) fn move_point(&mut self, sample: u32, to: [f32; 2]) {
        if !self.is_locked(Key::Data) {
            let mut next = self.training.settings.clone();
            next.put(sample, to);
            self.adopt(next);
        }
    }

    pub(super) fn put_points_back(&mut self) {
        let mut next = self.training.settings.clone();
        next.moved.clear();
        self.adopt(next);
    }

    /// Puts the weight back to what it was.
    pub(super) fn undo_edit(&mut self) {
        if let Some(edited) = self.training.edited {
            self.edit(edited.link, edited.before);
        }
    }
}
