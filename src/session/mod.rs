//! The page's brain: what the user did and what the trainer said become the next state; the
//! difference between two states becomes commands. It knows no Yew and no worker.

mod history;
mod requests;

use std::rc::Rc;

pub use history::{History, Mark, Point};

use crate::data::record;
use crate::link::{self, Link};
use crate::protocol::{Event, Facts, Readouts, Run, Snapshot, VERSION, View, Weights};
use crate::settings::{Effect, KNOBS, Key, OptimiserChoice, Settings, Shape, Value};

/// Samples in the gallery.
pub const GALLERY: usize = 12;
/// A new run within this time of the last one is the same drag: the run before both is kept.
const SAME_DRAG_MS: f64 = 2000.0;

/// While playing, the readouts change no more often.
const READ_MS: f64 = 200.0;

/// Whether the trainer can be spoken to.
#[derive(Clone, Debug, PartialEq)]
pub enum Trainer {
    Connecting,
    Ready,
    /// It died; why, as a sentence.
    Lost(String),
}

/// The file of a data set.
#[derive(Clone, Debug, PartialEq)]
pub enum Asset {
    Loading {
        received: usize,
        total: Option<usize>,
    },
    Arrived(Rc<Vec<u8>>),
    Failed(String),
}

/// Where the wanted run stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// The trainer, or the data, are not there yet.
    Waiting,
    /// `Start` is sent.
    Starting,
    Live,
    Diverged {
        step: u64,
        sound_step: u64,
    },
    Failed(String),
}

/// A run's facts and its newest moment: what all pictures are drawn from.
#[derive(Clone, Debug)]
pub struct Picture {
    pub run: Run,
    pub facts: Rc<Facts>,
    pub snapshot: Rc<Snapshot>,
    pub gallery: Rc<Vec<u32>>,
}

/// The very same picture, by identity: comparing its numbers would cost more than drawing them.
impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.facts, &other.facts) && Rc::ptr_eq(&self.snapshot, &other.snapshot)
    }
}

/// A run that a new one replaced, and that can be brought back.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub settings: Settings,
    pub history: Rc<History>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
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
    /// The readouts as they are shown: while playing, not more often than can be read.
    pub readouts: Option<Readouts>,
    read_ms: f64,
    kept: Option<(Run, Rc<Weights>)>,
    started: Option<(Rc<Facts>, Rc<Vec<u32>>)>,
    start: requests::Start,
    request: requests::Request,
    recoveries: u32,
    now_ms: f64,
    restarted_ms: f64,
}

/// What happened: something the user did, or something that arrived.
#[derive(Clone, Debug)]
pub enum Action {
    LinkOpened(String),
    /// Back or Forward: settings follow, play does not.
    LinkRevisited(String),
    KnobTurned(Key, Value),
    PlayToggled,
    StepPressed,
    ResetPressed,
    UndoPressed,
    MendPressed,
    ComplaintsDismissed,
    PastDismissed,
    SampleHovered(Option<u32>),
    SampleSelected(Option<u32>),
    /// The next or the previous sample of the gallery.
    SampleMoved(i32),
    AxisChosen(usize, u32),
    ProbeMoved(Option<[f32; 2]>),
    FrameArrived {
        now_ms: f64,
    },
    AssetProgressed(&'static str, Asset),
    AssetRetried,
    TrainerConnected,
    TrainerLost(String),
    EventArrived(Box<Event>),
}

impl State {
    /// The page as a link opens it.
    pub fn open(address: &str) -> Self {
        let (Link { settings, play }, complaints) = link::read(address);
        Self {
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

    /// The sample that every view marks: the hovered one, or else the selected one.
    pub fn marked(&self) -> Option<u32> {
        self.hovered.or(self.selected)
    }

    /// The sample that the pictures follow: the marked one, or else the first of the gallery.
    pub fn followed(&self) -> Option<u32> {
        self.marked().or_else(|| self.gallery().first().copied())
    }

    fn gallery(&self) -> &[u32] {
        match (&self.started, &self.picture) {
            (Some((_, gallery)), _) => gallery,
            (None, Some(picture)) => &picture.gallery,
            (None, None) => &[],
        }
    }

    fn view(&self) -> View {
        View {
            sample: self.followed(),
            gallery: self.gallery().to_vec(),
            axes: self.axes,
            probe: self.probe,
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

    pub fn apply(&mut self, action: Action) {
        match action {
            Action::LinkOpened(address) => {
                let (link, complaints) = link::read(&address);
                self.playing = link.play;
                self.complaints = complaints;
                self.adopt(link.settings);
            }
            Action::LinkRevisited(address) => {
                let (link, complaints) = link::read(&address);
                self.complaints = complaints;
                self.adopt(link.settings);
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

    /// Other settings: the run follows them, or a new one begins.
    fn adopt(&mut self, mut next: Settings) {
        next.normalise();
        let Some(effect) = self.settings.effect_of(&next) else {
            return;
        };
        if effect == Effect::Restart {
            self.restart();
            self.settings = next;
            self.axes = [0, 1];
            self.start_if_possible();
            return;
        }
        let history = Rc::make_mut(&mut self.history);
        for knob in &KNOBS {
            if knob.key != Key::Speed && knob.value(&self.settings) != knob.value(&next) {
                history.mark(knob.key, &self.settings, &next, self.now_ms);
            }
        }
        self.settings = next;
        self.axes = self.axes.map(|axis| axis.min(self.settings.k - 1));
        if self.axes[0] == self.axes[1] && self.settings.k > 1 {
            self.axes = [0, 1];
        }
        self.probe = None;
        self.request.stale = true;
        self.recover();
    }

    /// A new run with the same settings; the one it replaces can be brought back.
    fn restart(&mut self) {
        let dragging = self.now_ms - self.restarted_ms < SAME_DRAG_MS;
        let keep = self.phase != Phase::Waiting && self.history.last_step() > 0 && !dragging;
        if keep {
            self.past = Some(Past {
                settings: self.settings.clone(),
                history: self.history.clone(),
            });
        }
        self.restarted_ms = self.now_ms;
        self.start.keep = keep || (self.start.keep && self.phase == Phase::Waiting);
        self.run += 1;
        self.forget_samples();
        self.phase = Phase::Waiting;
    }

    fn forget_samples(&mut self) {
        self.hovered = None;
        self.selected = None;
        self.probe = None;
    }

    fn undo(&mut self) {
        if let Some(past) = self.past.take() {
            self.run += 1;
            self.settings = past.settings;
            self.history = past.history;
            self.forget_samples();
            self.start.ask(self.run, true);
            self.phase = Phase::Starting;
        }
    }

    /// Leaves a diverged run's weights for the last sound ones.
    fn recover(&mut self) {
        if matches!(self.phase, Phase::Diverged { .. }) {
            self.recoveries += 1;
            self.phase = Phase::Live;
            self.request.stale = true;
        }
    }

    /// One click after a divergence: a safe learning rate, sound weights, and on.
    fn mend(&mut self) {
        if matches!(self.phase, Phase::Diverged { .. }) {
            let rate = self.safe_learning_rate();
            self.apply(Action::KnobTurned(Key::Lr, Value::Number(rate)));
            self.recover();
            self.playing = true;
        }
    }

    /// A tenth of the present learning rate, and no more than suits the optimiser.
    pub fn safe_learning_rate(&self) -> f64 {
        let suits: f64 = match self.settings.opt {
            OptimiserChoice::Sgd => 0.1,
            OptimiserChoice::Momentum => 0.01,
            OptimiserChoice::Adam => 0.003,
        };
        suits.min(self.settings.lr / 10.0)
    }

    fn move_selection(&mut self, by: i32) {
        let gallery = self.gallery();
        let n = gallery.len() as i32;
        if n == 0 {
            return;
        }
        let at = self
            .selected
            .and_then(|sample| gallery.iter().position(|&g| g == sample));
        let next = match at {
            Some(at) => (at as i32 + by).rem_euclid(n),
            None if by > 0 => 0,
            None => n - 1,
        };
        self.selected = gallery.get(next as usize).copied();
        self.request.stale = true;
    }

    /// Puts a code unit on an axis; the unit that was there changes places with it.
    fn choose_axis(&mut self, axis: usize, unit: u32) {
        if axis > 1 || unit >= self.settings.k {
            return;
        }
        if self.axes[1 - axis] == unit {
            self.axes.swap(0, 1);
        } else {
            self.axes[axis] = unit;
        }
        self.probe = None;
        self.request.stale = true;
    }

    fn receive(&mut self, event: Event) {
        match event {
            Event::Ready { version } if version == VERSION => {
                self.trainer = Trainer::Ready;
                self.start.forget();
                self.start_if_possible();
            }
            Event::Ready { .. } => {
                self.trainer = Trainer::Lost(
                    "The trainer in this browser's cache is of another version; reload the page."
                        .to_owned(),
                );
            }
            Event::Crashed { why } => self.apply(Action::TrainerLost(why)),
            Event::Started { run, facts } if run == self.run => {
                let gallery = Rc::new(choose_gallery(&facts));
                self.started = Some((facts.into(), gallery));
                self.phase = Phase::Live;
                self.request.stale = true;
            }
            Event::Snapshot { run, snapshot } if run == self.run => self.show(snapshot),
            Event::Diverged {
                run,
                step,
                sound_step,
            } if run == self.run => {
                self.request.in_flight = false;
                self.playing = false;
                self.phase = Phase::Diverged { step, sound_step };
            }
            Event::Failed { run, why } if run == self.run => {
                self.phase = Phase::Failed(why);
                self.playing = false;
            }
            Event::Snapshot { .. } | Event::Diverged { .. } => self.request.in_flight = false,
            Event::Started { .. } | Event::Failed { .. } => {}
        }
    }

    fn show(&mut self, mut snapshot: Box<Snapshot>) {
        self.request.in_flight = false;
        if let Some(weights) = snapshot.weights.take() {
            self.kept = Some((self.run, Rc::new(weights)));
        }
        if let Some((facts, gallery)) = self.started.take() {
            self.forget_samples();
            if snapshot.readouts.step == 0 {
                self.history = Rc::default();
            }
            self.picture = Some(Picture {
                run: self.run,
                facts,
                gallery,
                snapshot: Rc::default(),
            });
        }
        if let Some(picture) = &mut self.picture {
            Rc::make_mut(&mut self.history).record(&snapshot.readouts);
            picture.snapshot = snapshot.into();
        }
        self.read();
    }

    /// Lets the shown readouts follow the picture, at a pace that can be read.
    fn read(&mut self) {
        let Some(picture) = &self.picture else { return };
        if !self.playing || self.now_ms - self.read_ms >= READ_MS {
            self.readouts = Some(picture.snapshot.readouts.clone());
            self.read_ms = self.now_ms;
        }
    }
}

/// Held-out samples of all classes in turn.
fn choose_gallery(facts: &Facts) -> Vec<u32> {
    let held_out = facts.n_train..facts.labels.len();
    let classes = facts.labels.iter().max().map_or(1, |&most| most + 1);
    let mut by_class: Vec<Vec<u32>> = (0..classes)
        .map(|class| {
            let of_class = held_out.clone().filter(|&i| facts.labels[i] == class);
            of_class.map(|i| i as u32).rev().collect()
        })
        .collect();
    let most = match facts.shape {
        Shape::Image { .. } => GALLERY,
        Shape::Point(_) => 1,
    };
    let mut gallery = Vec::new();
    while gallery.len() < most && by_class.iter().any(|class| !class.is_empty()) {
        gallery.extend(by_class.iter_mut().filter_map(Vec::pop));
    }
    gallery.truncate(most);
    gallery
}
