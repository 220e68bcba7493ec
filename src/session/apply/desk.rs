//! The desk: what goes out of the page, and what comes in.

use std::rc::Rc;

use crate::lessons::Lesson;
use crate::link;
use crate::protocol::{Brief, Brought, Door, Occurrence, Readouts, SavedRun};
use crate::session::seen::seen;
use crate::session::{Figure, History, Look, MOST_K, Phase, State, Trades};
use crate::settings::DataSet;
use crate::words::Spoken;

impl State {
    /// What the desk is told, once all of it is there: a live run with the weights of the step on the page.
    pub fn brief(&self) -> Option<Brief> {
        let door = self.desk?;
        let run = self.saved_run();
        let needs_run = door != Door::About && self.training.phase == Phase::Live;
        let is_coming = needs_run && run.is_none();
        (!is_coming).then(|| Brief {
            door,
            link: self.link(),
            run: run.map(Box::new),
            progress: self.course.progress.to_text(),
            looking_back: self.time.looking_back,
            spoken: Spoken::now(),
        })
    }

    fn saved_run(&self) -> Option<SavedRun> {
        let training = &self.training;
        let weights = training.newest_weights()?;
        // Those of this step may be older than a change that was made while it stood.
        let edited = training.edited.map_or(0, |edited| edited.sent);
        let is_live = training.phase == Phase::Live;
        if is_live && training.kept_request <= self.request.changed().max(edited) {
            return None;
        }
        let picture = training.picture.as_ref()?;
        let snapshot = &picture.snapshot;
        let readouts = &snapshot.readouts;
        if readouts.step != weights.step {
            return None;
        }
        let history = &self.time.history;
        let occurrences = history.marks.iter().map(|mark| Occurrence {
            step: mark.step,
            text: mark.change.text(),
        });
        Some(SavedRun {
            link: self.link(),
            settings: training.settings.clone(),
            weights: Rc::unwrap_or_clone(weights),
            // As the page has it, by the clock on the wall.
            readouts: Readouts {
                steps_per_s: training.steps_per_s,
                ..readouts.clone()
            },
            points: history.points.clone(),
            occurrences: occurrences.collect(),
            swept: self.comparison.swept.to_vec(),
            trades: self.comparison.trades.all(),
            own: match training.settings.data {
                DataSet::Own => training.assets.own().map(Rc::unwrap_or_clone),
                _ => None,
            },
            seen: seen(&picture.facts, snapshot),
        })
    }

    /// Goes on with a run that was saved; the one on the page can be brought back.
    pub(super) fn bring(&mut self, mut run: SavedRun) {
        let (link, _) = link::read_beside(&run.link, run.settings.own);
        self.hold();
        self.comparison.begin();
        self.prepared = link.prepared.into();
        self.restart();
        self.training.assets.put_own(run.own.take().map(Rc::new));
        self.course.follow(link.lesson, link.scene);
        self.lab = link.panels.into();
        self.look = Look::of(link.lesson, self.course.scene, &run.settings);
        self.time.history = History::of(&run).into();
        self.comparison.trades = Trades::of(&run);
        run.swept.retain(|point| (1..=MOST_K).contains(&point.k));
        self.comparison.swept = run.swept.into();
        let own = run.settings.own.or(self.training.settings.own);
        self.training.settings = run.settings;
        self.training.settings.own = own;
        self.training.kept = Some((self.training.run, Rc::new(run.weights)));
        self.start_if_possible();
    }

    /// Samples of the user's own, in the Lab; the run on the page can be brought back.
    pub(super) fn bring_data(&mut self, brought: Brought) {
        if self.course.lesson != Lesson::Lab {
            self.course.follow(Lesson::Lab, 0);
            self.lab = Lesson::Lab.panels(0).to_vec().into();
        }
        let mut settings = Lesson::Lab.preset();
        settings.own = Some(brought.traits);
        settings.choose_data(DataSet::Own);
        let is_points = settings.traits().is_points();
        self.begin(settings);
        if is_points {
            self.look.figure = Figure::Samples;
        }
        self.training.assets.put_own(Some(Rc::new(brought.file)));
        self.start_if_possible();
        self.training.playing = true;
    }
}
