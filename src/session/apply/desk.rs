//! The desk: what goes out of the page, and what comes in.

use std::rc::Rc;

use crate::link;
use crate::protocol::{Brief, Occurrence, SavedRun};
use crate::session::{History, Look, Phase, State};

impl State {
    /// What the desk is told, once all of it is there: a live run with the weights of the step on the page.
    pub fn brief(&self) -> Option<Brief> {
        let door = self.desk?;
        let run = self.saved_run();
        let is_coming = run.is_none() && self.training.phase == Phase::Live;
        (!is_coming).then(|| Brief {
            door,
            link: self.link(),
            run: run.map(Box::new),
        })
    }

    fn saved_run(&self) -> Option<SavedRun> {
        let training = &self.training;
        let weights = training.newest_weights()?;
        let readouts = &training.picture.as_ref()?.snapshot.readouts;
        if readouts.step != weights.step {
            return None;
        }
        let history = &self.time.history;
        let occurrences = history.marks.iter().map(|mark| Occurrence {
            step: mark.step,
            text: mark.text.clone(),
        });
        Some(SavedRun {
            link: self.link(),
            settings: training.settings.clone(),
            weights: Rc::unwrap_or_clone(weights),
            readouts: readouts.clone(),
            points: history.points.clone(),
            occurrences: occurrences.collect(),
        })
    }

    /// Goes on with a run that was saved; the one on the page can be brought back.
    pub(super) fn bring(&mut self, run: SavedRun) {
        let (link, _) = link::read(&run.link);
        self.hold();
        self.comparison.begin();
        self.restart();
        self.course.follow(link.lesson, link.scene);
        self.lab = link.panels.into();
        self.look = Look::of(link.lesson, self.course.scene, &run.settings);
        self.time.history = History::of(&run).into();
        self.training.settings = run.settings;
        self.training.kept = Some((self.training.run, Rc::new(run.weights)));
        self.start_if_possible();
    }
}
