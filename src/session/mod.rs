//! The page's brain: what the user did and what the trainer said become the next state; the
//! difference between two states becomes commands. It knows no Yew and no worker.
//!
//! Each part of the state is a file that owns its fields: `course`, `training`, `time`,
//! `comparison`, `look`, `slow` and `request`. What happened goes through `apply`.

mod action;
mod aloud;
mod apply;
mod assets;
mod atoms;
mod caption;
mod comparison;
mod course;
mod failure;
mod hands;
mod history;
mod keys;
mod look;
mod multiples;
mod pace;
mod particles;
mod past;
mod pin;
mod progress;
mod ranking;
mod request;
mod seen;
mod shown;
mod silence;
mod sketch;
mod slow;
mod status;
mod sweep;
mod time;
mod trade;
mod training;
mod twin;
mod watched;
mod weights;

use std::rc::Rc;

pub use action::Action;
pub use aloud::{Aloud, Tone};
pub use assets::{Asset, Assets};
pub use atoms::{SumOfAtoms, Term, least_counted, sum_of_atoms};
pub use comparison::Comparison;
pub use course::{Course, Failing};
pub use failure::explain;
pub use hands::{Place, hands};
pub use history::{Change, History, Mark};
pub use keys::{Focus, Press, Pressed, pressed};
pub use look::{Look, MOST_BITS};
pub use multiples::{Chosen, MULTIPLE_STEPS, MULTIPLES, Multiples};
pub use particles::Particles;
pub use past::{Past, Stand};
pub use pin::{Pinned, differences};
pub use progress::{Prediction, Progress};
pub use ranking::{Ranking, SampleOrder, UnitOrder};
pub use shown::Shown;
pub use silence::Silence;
pub use sketch::{Brush, Sketch};
pub use slow::{Slow, Stage};
pub use status::{Phase, Picture, Trainer};
pub use sweep::{MOST_K, Sweep};
pub use time::{PATIENCE_S, PATIENCE_STEPS, Time};
pub use trade::{Trades, price_of};
pub use training::Training;
pub use twin::{Lead, Twin};
pub use weights::Edited;

use crate::lessons::Lesson;
pub use crate::lessons::{Figure, Panel};
use crate::link::{self, Link, Prepared};
pub use crate::protocol::{Door, Point};
use crate::settings::{Key, Settings};

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub course: Course,
    pub training: Training,
    pub time: Time,
    pub comparison: Comparison,
    pub look: Look,
    /// The Lab's panels, in order.
    pub lab: Rc<Vec<Panel>>,
    /// How a teacher has prepared the page.
    pub prepared: Rc<Prepared>,
    /// The order of units and samples.
    pub ranking: Ranking,
    /// A sample that the student spoils, and particles that were dropped.
    pub sketch: Sketch,
    pub particles: Particles,
    /// A training step that is shown stage by stage.
    pub slow: Option<Slow>,
    request: request::Request,
    /// What the desk is asked for.
    desk: Option<Door>,
    /// What a listener was told last.
    pub aloud: Aloud,
    /// What a link asked for in vain, a sentence each.
    pub complaints: Vec<String>,
    /// What went wrong last besides, and was got over, as a sentence.
    pub trouble: Option<String>,
    now_ms: f64,
    /// Where the last thing that happened has left the page.
    stood: Rc<Stand>,
}

impl State {
    /// The page as a link opens it.
    pub fn open(address: &str) -> Self {
        let (link, complaints) = link::read(address);
        let Link {
            lesson,
            scene,
            settings,
            play,
            panels,
            prepared,
        } = link;
        let stood = Stand {
            lesson,
            scene,
            failing: None,
            look: Look::of(lesson, scene, &settings),
            lab: panels.into(),
        };
        Self {
            look: stood.look,
            course: Course::of(lesson, scene),
            training: Training::of(settings, play),
            time: Time::default(),
            comparison: Comparison::default(),
            lab: Rc::clone(&stood.lab),
            prepared: prepared.into(),
            ranking: Ranking::default(),
            sketch: Sketch::default(),
            particles: Particles::default(),
            slow: None,
            request: request::Request::default(),
            desk: None,
            aloud: Aloud::default(),
            complaints,
            trouble: None,
            now_ms: 0.0,
            stood: stood.into(),
        }
    }

    /// A state that follows another one.
    pub fn following(lead: &Lead) -> Self {
        let mut training = Training::of(lead.settings.clone(), false);
        training.assets.put_own(lead.own.clone());
        training.goal = Some(0);
        Self {
            training,
            ..Self::open("")
        }
    }

    /// One of several that are trained beside each other; its weights are there to go on with.
    pub fn multiple(lead: &Lead) -> Self {
        let mut state = Self::following(lead);
        state.training.keeps_all = true;
        state
    }

    /// What a network is told that is trained with other settings for so many steps.
    pub fn lead_to(&self, settings: &Settings, step: u64) -> Lead {
        Lead {
            settings: settings.clone(),
            own: self.training.assets.own(),
            step,
            look: self.look,
            looking_back: None,
        }
    }

    /// What a twin of this run is told.
    pub fn lead(&self, twin: &Twin) -> Lead {
        Lead {
            settings: twin.settings(&self.training.settings),
            own: self.training.assets.own(),
            // Until the run is seen, its history is that of the one before.
            step: match &self.training.picture {
                Some(picture) if picture.run == self.training.run => self.time.history.last_step(),
                _ => 0,
            },
            look: self.look,
            looking_back: self.time.looking_back,
        }
    }

    /// Where the page is.
    fn stand(&self) -> Stand {
        let Course {
            lesson,
            scene,
            failing,
            ..
        } = self.course;
        Stand {
            lesson,
            scene,
            failing,
            look: self.look,
            lab: Rc::clone(&self.lab),
        }
    }

    /// The page's link, from `#` on.
    pub fn link(&self) -> String {
        link::write(&Link {
            lesson: self.course.lesson,
            scene: self.course.scene,
            settings: self.training.settings.clone(),
            play: self.training.playing,
            panels: self.lab.to_vec(),
            prepared: (*self.prepared).clone(),
        })
    }

    /// Whether a control is shown and fixed.
    pub fn is_locked(&self, key: Key) -> bool {
        self.prepared.locked.contains(&key)
    }

    /// Errors that others have published of such a network, and who: what the experiment is measured by.
    pub fn published(&self) -> Vec<(f64, &'static str)> {
        let course = &self.course;
        course
            .lesson
            .published(course.scene, &self.training.settings)
    }

    /// The file that must be fetched next.
    pub fn missing_asset(&self) -> Option<&'static str> {
        let training = &self.training;
        training.assets.missing(training.settings.data)
    }

    /// The picture on the stage: the pinned run's while it is called back.
    pub fn staged(&self) -> Option<&Picture> {
        match self.comparison.called_back() {
            Some(pinned) => Some(&pinned.picture),
            None => self.training.picture.as_ref(),
        }
    }

    /// The panel beside the figure.
    pub fn panel(&self) -> Panel {
        self.look
            .panel
            .or_codes(self.course.lesson, &self.training.settings)
    }

    /// The panels beside the figure: in the Lab as many as the user wants.
    pub fn panels(&self) -> Vec<Panel> {
        let (lesson, settings) = (self.course.lesson, &self.training.settings);
        match lesson {
            Lesson::Lab => {
                let chosen = self.lab.iter().copied();
                chosen
                    .filter(|panel| panel.applies(lesson, settings))
                    .collect()
            }
            _ => vec![self.panel()],
        }
    }

    /// Whether a panel stands beside the figure.
    pub fn shows(&self, panel: Panel) -> bool {
        self.panels().contains(&panel)
    }

    /// The figure on the stage.
    pub fn figure(&self) -> Figure {
        self.look
            .figure
            .or_samples(self.course.lesson, &self.training.settings)
    }

    /// The settings that the run's picture is of: an earlier step has those of its time.
    pub fn shown_settings(&self) -> &Settings {
        let training = &self.training;
        let own = training.own_picture();
        let past = own.filter(|picture| picture.snapshot.is_past);
        let then = past.and_then(|picture| self.time.history.settings_at(picture.snapshot.step));
        then.unwrap_or(&training.settings)
    }

    /// The settings that the picture on the stage is of: the pinned run's while it is called back.
    pub fn staged_settings(&self) -> &Settings {
        match self.comparison.called_back() {
            Some(pinned) => &pinned.settings,
            None => self.shown_settings(),
        }
    }

    /// The order of units and samples in the picture on the stage.
    pub fn staged_ranking(&self) -> Ranking {
        match self.comparison.called_back() {
            Some(pinned) => Ranking::of(&pinned.picture, self.look.orders, self.now_ms),
            None => self.ranking.clone(),
        }
    }

    /// The sample that the pictures follow: the marked one, or else the first of the gallery.
    pub fn followed(&self) -> Option<u32> {
        let first = || self.training.gallery().first().copied();
        self.look.marked().or_else(first)
    }
}
