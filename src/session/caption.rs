//! What is going on now, in a sentence that is true of the numbers beside it.

use super::State;
use crate::lessons::silent_caption;
use crate::words::words;

impl State {
    /// The sentence over the figure; empty before the first picture.
    pub fn caption(&self) -> String {
        let Some(told) = &self.course.told else {
            return String::new();
        };
        if self.comparison.shows_pinned {
            return words().stage.pinned_pictures.to_owned();
        }
        // A failure's own words stand beside it; the experiment's would be about another network.
        if let Some(failure) = self.course.failure() {
            return (failure.caption)(told);
        }
        // Nothing is told before it is asked.
        if self.course.is_waiting_for_an_answer() {
            return silent_caption(told);
        }
        (self.course.scene_record().caption)(told)
    }
}
