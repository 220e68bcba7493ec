//! The page's brain: what the user did and what the trainer said become the next state; the
//! difference between two states becomes commands. It knows no Yew and no worker.

mod action;
mod arrivals;
mod history;
mod panel;
mod requests;
mod runs;
mod selection;
mod status;

use std::rc::Rc;

pub use action::Action;
pub use history::{History, Mark, Point};
pub use panel::Panel;
pub use status::{Asset, Past, Phase, Picture, Trainer};

use crate::data::record;
use crate::lessons::Lesson;
use crate::link::{self, Link};
use crate::protocol::{Facts, Readouts, Run, View, Weights};
use crate::settings::Settings;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Whose preset the link is told against.
    pub lesson: Lesson,
    pub settings: Settings,
    pub playing: bool,
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
    /// The readouts as they are shown: while playing, not more often than can be read.
    pub readouts: Option<Readouts>,
    read_ms: f64,
    kept: Option<(Run, Rc<Weights>)>,
    started: Option<(Rc<Facts>, selection::Shown)>,
    start: requests::Start,
    request: requests::Request,
    recoveries: u32,
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
        Self {
            lesson,
            panel: Panel::of(&settings),
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
                Panel::Codes | Panel::Uses => Vec::new(),
            },
            dictionary: self.panel == Panel::Units,
            field: self.shows_field(),
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
        self.lesson = link.lesson;
        self.adopt(link.settings);
    }

    pub fn apply(&mut self, action: Action) {
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
            Action::LessonChosen(lesson) => {
                self.lesson = lesson;
                self.playing = false;
                self.panel = Panel::of(&lesson.preset());
                self.adopt(lesson.preset());
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
                if self.playing {
                    self.recover();
                } else {
                    self.read();
                }
            }
            Action::StepPressed => {
                self.playing = false;
                self.recover();
                self.request.steps_wanted += 1;
            }
            Action::ResetPressed => {
                self.restart();
                self.start_if_possible();
            }
            Action::UndoPressed => self.undo(),
            Action::MendPressed => self.mend(),
            Action::ComplaintsDismissed => self.complaints.clear(),
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
