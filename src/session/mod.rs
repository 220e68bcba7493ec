//! The page's brain: what the user did and what the trainer said become the next state; the
//! difference between two states becomes commands. It knows no Yew and no worker.

mod action;
mod arrivals;
mod hands;
mod history;
mod keys;
mod lesson;
mod panel;
mod pin;
mod progress;
mod requests;
mod runs;
mod selection;
mod slow;
mod status;
mod sweep;
mod time;
mod twin;
mod weights;

use std::rc::Rc;

pub use action::Action;
pub use hands::{Place, hands};
pub use history::{History, Mark, Point};
pub use keys::{Focus, Press, Pressed, pressed};
pub use lesson::Failing;
pub use panel::{Figure, Panel};
pub use pin::{Pinned, differences};
pub use progress::{Prediction, Progress};
pub use slow::{Slow, Stage};
pub use status::{Asset, Past, Phase, Picture, Trainer};
pub use sweep::{MOST_K, Sweep, SweepPoint};
pub use time::PATIENCE_STEPS;
pub use twin::Twin;
pub use weights::Edited;

use crate::data::record;
use crate::lessons::Lesson;
use crate::link::{self, Link};
use crate::protocol::{Facts, Readouts, Run, Unit, View, Weights};
use crate::settings::Settings;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Whose preset the link is told against.
    pub lesson: Lesson,
    /// The lesson's experiment.
    pub scene: usize,
    /// A failure of the lesson that stands in the experiment's place.
    pub failing: Option<Failing>,
    pub progress: Rc<Progress>,
    pub settings: Settings,
    pub playing: bool,
    /// Whether the run has stopped by itself.
    pub rested: bool,
    /// The earlier step that is looked at.
    pub looking_back: Option<u64>,
    pub pinned: Option<Rc<Pinned>>,
    /// Whether the pinned run's pictures stand on the stage.
    pub shows_pinned: bool,
    /// How a second network beside this one differs.
    pub twin: Option<Twin>,
    pub slow: Option<Slow>,
    pub sweep: Option<Sweep>,
    /// What the last sweep has found.
    pub swept: Rc<Vec<SweepPoint>>,
    /// The unit of the network that is looked at closely.
    pub unit: Option<Unit>,
    /// The weight that was last set by hand.
    pub edited: Option<Edited>,
    pub trainer: Trainer,
    /// Loaded, loading or failed files, by path.
    pub assets: Vec<(&'static str, Asset)>,
    pub phase: Phase,
    /// The run that is wanted.
    pub run: Run,
    pub picture: Option<Picture>,
    pub history: Rc<History>,
    pub past: Option<Past>,
    /// What a link asked for in vain, a sentence each.
    pub complaints: Vec<String>,
    pub hovered: Option<u32>,
    pub selected: Option<u32>,
    pub axes: [u32; 2],
    pub probe: Option<[f32; 2]>,
    /// Which pictures stand beside the samples.
    pub panel: Panel,
    pub figure: Figure,
    /// The readouts as they are shown: while playing, not more often than can be read.
    pub readouts: Option<Readouts>,
    read_ms: f64,
    kept: Option<(Run, Rc<Weights>)>,
    started: Option<(Rc<Facts>, selection::Shown)>,
    start: requests::Start,
    request: requests::Request,
    recoveries: u32,
    /// How often the run went back, and to which step.
    rewinds: (u32, u64),
    watched: lesson::Watched,
    best: time::Best,
    now_ms: f64,
    restarted_ms: f64,
}

impl State {
    /// The page as a link opens it.
    pub fn open(address: &str) -> Self {
        let (link, complaints) = link::read(address);
        let Link {
            lesson,
            settings,
            play,
        } = link;
        let scene = lesson.scene_of(&settings);
        Self {
            lesson,
            scene,
            failing: None,
            progress: Rc::default(),
            rested: false,
            looking_back: None,
            pinned: None,
            shows_pinned: false,
            twin: None,
            slow: None,
            sweep: None,
            swept: Rc::default(),
            unit: None,
            edited: None,
            rewinds: (0, 0),
            watched: lesson::Watched::default(),
            best: time::Best::from(0),
            figure: Figure::of(lesson, scene),
            panel: Panel::of(lesson, &settings),
            settings,
            playing: play,
            trainer: Trainer::Connecting,
            assets: Vec::new(),
            phase: Phase::Waiting,
            run: 1,
            picture: None,
            history: Rc::default(),
            past: None,
            complaints,
            hovered: None,
            selected: None,
            axes: [0, 1],
            probe: None,
            readouts: None,
            read_ms: f64::NEG_INFINITY,
            kept: None,
            started: None,
            start: requests::Start::default(),
            request: requests::Request::default(),
            recoveries: 0,
            now_ms: 0.0,
            restarted_ms: f64::NEG_INFINITY,
        }
    }

    /// The page's link, from `#` on.
    pub fn link(&self) -> String {
        link::write(&Link {
            lesson: self.lesson,
            settings: self.settings.clone(),
            play: self.playing,
        })
    }

    /// The file that must be fetched next.
    pub fn missing_asset(&self) -> Option<&'static str> {
        record(self.settings.data)
            .asset()
            .filter(|path| self.asset(path).is_none())
    }

    fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets
            .iter()
            .find(|(known, _)| *known == path)
            .map(|(_, asset)| asset)
    }

    /// The file of the chosen data set, where it has one.
    pub fn chosen_asset(&self) -> Option<&Asset> {
        self.asset(record(self.settings.data).asset()?)
    }

    fn view(&self) -> View {
        View {
            sample: self.followed(),
            gallery: self.gallery().to_vec(),
            axes: self.axes,
            probe: self.probe,
            heatmap: match self.panel {
                Panel::Units => self.heatmap().to_vec(),
                _ => Vec::new(),
            },
            dictionary: matches!(self.panel, Panel::Units | Panel::Components),
            field: self.shows_field(),
            network: self.shows_network(),
            unit: self.unit.filter(|_| self.shows_network()),
            at: self.looking_back,
            nonsense: self.lesson == Lesson::Intro || self.failing.is_some(),
            analyses: self.request.analyses,
            weights: self.request.keeps_weights,
        }
    }

    /// Weights of the wanted run that survive its trainer.
    fn kept_weights(&self) -> Option<&Weights> {
        let (run, weights) = self.kept.as_ref()?;
        (*run == self.run).then_some(weights)
    }

    /// The step from which a fresh trainer would go on.
    pub fn resumes_at(&self) -> u64 {
        self.kept_weights().map_or(0, |weights| weights.step)
    }

    fn follow(&mut self, link: Link, complaints: Vec<String>) {
        self.complaints = complaints;
        if self.lesson != link.lesson {
            self.lesson = link.lesson;
            self.watched = lesson::Watched::default();
        }
        self.scene = link.lesson.scene_of(&link.settings);
        self.failing = None;
        self.adopt(link.settings);
    }

    /// Takes in what happened. What makes the pictures stale is asked for at once, not at the next
    /// frame.
    pub fn apply(&mut self, action: Action) {
        self.take_in(action);
        if self.request.stale {
            self.send_next_request();
        }
    }

    fn take_in(&mut self, action: Action) {
        match action {
            Action::LinkOpened(address) => {
                let (link, complaints) = link::read(&address);
                self.playing = link.play;
                self.follow(link, complaints);
            }
            Action::LinkRevisited(address) => {
                let (link, complaints) = link::read(&address);
                self.follow(link, complaints);
            }
            Action::LessonChosen(lesson) => self.open_lesson(lesson),
            Action::SceneChosen(scene) => self.open_scene(scene),
            Action::FailureChosen(index) => self.open_failure(index),
            Action::FixPressed => self.fix_failure(),
            Action::FailureLeft => self.open_scene(self.scene),
            Action::DeedPressed(deed) => self.do_deed(deed),
            Action::Predicted(prediction) => {
                Rc::make_mut(&mut self.progress).predict(self.lesson, self.scene, prediction);
            }
            Action::ProgressRestored(text) => self.progress = Progress::from_text(&text).into(),
            Action::FigureChosen(figure) => {
                self.request.stale |= self.figure != figure;
                self.figure = figure;
            }
            Action::PanelChosen(panel) => {
                self.request.stale |= self.panel != panel;
                self.panel = panel;
            }
            Action::KnobTurned(key, value) => {
                let mut next = self.settings.clone();
                key.knob().turn(&mut next, value);
                self.adopt(next);
            }
            Action::PlayToggled => {
                self.playing = !self.playing;
                self.slow = None;
                if self.playing {
                    self.look_back(None);
                    self.be_patient();
                    self.recover();
                } else {
                    self.sweep = None;
                    self.read();
                }
            }
            Action::StepPressed => {
                self.playing = false;
                self.sweep = None;
                self.slow = None;
                self.look_back(None);
                self.recover();
                self.request.steps_wanted += 1;
            }
            Action::ResetPressed => {
                self.sweep = None;
                self.restart();
                self.start_if_possible();
            }
            Action::UndoPressed => self.undo(),
            Action::MendPressed => self.mend(),
            Action::ComplaintsDismissed => self.complaints.clear(),
            Action::RestDismissed => self.rested = false,
            Action::LookedBack(step) => self.look_back(step),
            Action::LookedAbout(by) => self.look_about(by),
            Action::ResumedHere => self.resume_here(),
            Action::PinPressed => self.pin(),
            Action::PinRemoved => {
                self.pinned = None;
                self.shows_pinned = false;
            }
            Action::PinnedShown(shows) => self.shows_pinned = shows && self.pinned.is_some(),
            Action::TwinToggled => self.toggle_twin(),
            Action::TwinChosen(key) => self.choose_twin(key),
            Action::TwinTurned(value) => self.turn_twin(value),
            Action::Followed(settings, playing) => self.follow_settings(*settings, playing),
            Action::SlowMotionToggled => self.toggle_slow(),
            Action::StageMoved(by) => self.move_stage(by),
            Action::SlowPlayToggled => self.toggle_slow_play(),
            Action::SweepToggled => self.toggle_sweep(),
            Action::DecompositionToggled => self.decompose(),
            Action::UnitHovered(unit) => {
                self.request.stale |= self.unit != unit;
                self.unit = unit;
            }
            Action::WeightEdited(link, weight) => self.edit(link, weight),
            Action::EditUndone => self.undo_edit(),
            Action::PastDismissed => self.past = None,
            Action::SampleHovered(sample) => {
                self.request.stale |= self.hovered != sample;
                self.hovered = sample;
            }
            Action::SampleSelected(sample) => {
                self.request.stale = true;
                self.selected = sample;
            }
            Action::SampleMoved(by) => self.move_selection(by),
            Action::AxisChosen(axis, unit) => self.choose_axis(axis, unit),
            Action::ProbeMoved(probe) => {
                self.request.stale |= self.probe != probe;
                self.probe = probe;
            }
            Action::FrameArrived { now_ms } => {
                self.now_ms = now_ms;
                self.pace_slow();
                self.send_next_request();
            }
            Action::AssetProgressed(path, asset) => {
                self.assets.retain(|(known, _)| *known != path);
                self.assets.push((path, asset));
                self.start_if_possible();
            }
            Action::AssetRetried => {
                let path = record(self.settings.data).asset();
                self.assets.retain(|(known, _)| Some(*known) != path);
                if matches!(self.phase, Phase::Failed(_)) {
                    self.restart();
                    self.start_if_possible();
                }
            }
            Action::TrainerConnected => self.trainer = Trainer::Connecting,
            Action::TrainerLost(why) => {
                self.trainer = Trainer::Lost(why);
                self.phase = Phase::Waiting;
                self.request.in_flight = false;
                self.start.forget();
                self.past = None;
            }
            Action::EventArrived(event) => self.receive(*event),
        }
    }
}
