//! The course: which lesson and experiment are open, what fails on purpose, what has been seen and
//! reached.

use std::rc::Rc;

use super::watched::Watched;
use super::{Prediction, Progress};
use crate::lessons::{Failure, Lesson, Question, Scene, Seen};

#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Whose preset the link is told against.
    pub lesson: Lesson,
    /// The lesson's experiment.
    pub scene: usize,
    /// A failure of the lesson that stands in the experiment's place.
    pub failing: Option<Failing>,
    pub progress: Rc<Progress>,
    pub(super) watched: Watched,
    /// What the readouts on the page are of: captions speak of the same moment.
    pub told: Option<Seen>,
    /// The experiment whose outcome is wanted before it has happened.
    outcome_of: Option<(Lesson, usize)>,
}

/// A failure on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Failing {
    pub index: usize,
    /// Whether the fault shows now, the fix has been made and the run is mended now.
    pub shown: bool,
    pub fixed: bool,
    pub mended: bool,
}

impl Course {
    pub(super) fn of(lesson: Lesson, scene: usize) -> Self {
        Self {
            lesson,
            scene,
            failing: None,
            progress: Rc::default(),
            watched: Watched::default(),
            told: None,
            outcome_of: None,
        }
    }

    /// Whether the experiment's question is neither answered nor passed.
    pub fn is_waiting_for_an_answer(&self) -> bool {
        let answer = self.progress.prediction(self.lesson, self.scene);
        self.scene_record().question.is_some() && answer.is_none()
    }

    /// Whether it is time to say what the answer to the question is: it has happened, or was asked for.
    pub fn is_outcome_told(&self) -> bool {
        let place = (self.lesson, self.scene);
        let has_happened = |question: &Question| {
            let goal = question.shown_by;
            self.progress.has_reached(self.lesson, self.scene, goal)
        };
        match self.progress.prediction(self.lesson, self.scene) {
            None => false,
            Some(Prediction::Passed) => true,
            Some(_) => {
                let question = self.scene_record().question.as_ref();
                self.outcome_of == Some(place) || question.is_some_and(has_happened)
            }
        }
    }

    pub(super) fn tell_outcome(&mut self) {
        self.outcome_of = Some((self.lesson, self.scene));
    }

    /// Goes where a link points to. What was seen of an experiment stays with it.
    pub(super) fn follow(&mut self, lesson: Lesson, scene: usize) {
        if (self.lesson, self.scene) != (lesson, scene) {
            self.watched = Watched::default();
        }
        (self.lesson, self.scene) = (lesson, scene);
        self.failing = None;
    }

    pub fn scene_record(&self) -> &'static Scene {
        let scenes = self.lesson.scenes();
        &scenes[self.scene.min(scenes.len() - 1)]
    }

    pub fn failure(&self) -> Option<&'static Failure> {
        self.lesson.failures().get(self.failing?.index)
    }

    pub fn is_decomposed(&self) -> bool {
        self.watched.decomposed
    }

    /// Whether pictures of nothing are shown beside those of samples.
    pub(super) fn shows_nonsense(&self) -> bool {
        self.lesson.shows_nonsense(self.scene) || self.failing.is_some()
    }

    pub(super) fn restore(&mut self, text: &str) {
        self.progress = Progress::from_text(text).into();
    }

    pub(super) fn predict(&mut self, prediction: Option<Prediction>) {
        Rc::make_mut(&mut self.progress).predict(self.lesson, self.scene, prediction);
    }

    /// Takes in what the page now shows: what is said of a failure is true of that moment.
    pub(super) fn tell(&mut self, seen: Option<Seen>) {
        if let (Some(failure), Some(failing), Some(seen)) =
            (self.failure(), &mut self.failing, &seen)
        {
            failing.shown = (failure.shows)(seen);
            failing.mended = failing.fixed && (failure.mended)(seen);
        }
        self.told = seen;
    }

    /// Notices what the present moment amounts to.
    pub(super) fn reach_goals(&mut self, seen: &Seen) {
        if self.failing.is_some() {
            return;
        }
        for (goal, record) in self.scene_record().goals.iter().enumerate() {
            if seen.step > 0
                && self.watched.acted
                && !self.progress.has_reached(self.lesson, self.scene, goal)
                && (record.reached)(seen)
            {
                Rc::make_mut(&mut self.progress).reach(self.lesson, self.scene, goal);
            }
        }
    }
}
