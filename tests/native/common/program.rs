//! The whole program in one thread: State -> commands -> bytes -> Engine -> events -> bytes -> State.

#![allow(dead_code, clippy::unwrap_used)]

use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

use hourglass::engine::Engine;
use hourglass::protocol::{Command, Event, Message, Packet, Readouts};
use hourglass::session::{Action, Asset, Phase, State};
use hourglass::settings::{Key, Value};

use super::file;

/// What a clock that moves in steps shows.
fn coarse(ms: f64, grain_ms: f64) -> f64 {
    match grain_ms > 0.0 {
        true => (ms / grain_ms).floor() * grain_ms,
        false => ms,
    }
}

pub struct Program {
    pub state: State,
    engine: Option<Engine>,
    clock: Rc<Cell<f64>>,
    /// By how many milliseconds the engine's clock moves at every look.
    look_ms: Rc<Cell<f64>>,
    /// The steps in which anybody sees it move, in milliseconds; 0 is none.
    grain_ms: Rc<Cell<f64>>,
    is_held: bool,
    to_engine: VecDeque<Packet>,
    to_page: VecDeque<Packet>,
    /// Every command that was ever sent.
    pub sent: Vec<Command>,
}

impl Program {
    /// The page as a link opens it, before its trainer answers.
    pub fn open(link: &str) -> Self {
        let mut program = Self {
            state: State::open(link),
            engine: None,
            clock: Rc::default(),
            look_ms: Rc::new(Cell::new(0.5)),
            grain_ms: Rc::default(),
            is_held: false,
            to_engine: VecDeque::new(),
            to_page: VecDeque::new(),
            sent: Vec::new(),
        };
        program.spawn_engine();
        program
    }

    /// The page with its trainer there, the data loaded and the first picture shown.
    pub fn ready(link: &str) -> Self {
        let mut program = Self::open(link);
        program.load_assets();
        program.frames(1);
        assert_eq!(program.state.training.phase, Phase::Live);
        assert!(program.state.training.picture.is_some());
        program
    }

    pub fn spawn_engine(&mut self) {
        let (clock, look_ms) = (Rc::clone(&self.clock), Rc::clone(&self.look_ms));
        let grain_ms = Rc::clone(&self.grain_ms);
        self.engine = Some(Engine::new(move || {
            clock.set(clock.get() + look_ms.get());
            coarse(clock.get(), grain_ms.get())
        }));
        self.to_engine.clear();
        self.to_page.clear();
        self.to_page
            .push_back(Engine::ready().into_packet().unwrap());
    }

    /// A slower device: every look at the clock takes so long.
    pub fn slow_down(&mut self, look_ms: f64) {
        self.look_ms.set(look_ms);
    }

    /// The trainer is gone without a word.
    pub fn kill_engine(&mut self) {
        self.engine = None;
        self.to_engine.clear();
        self.to_page.clear();
    }

    /// The trainer dies, and the page hears of it.
    pub fn lose_engine(&mut self) {
        self.kill_engine();
        self.act(Action::TrainerLost("it was killed".to_owned()));
    }

    /// The trainer is busy with something else, or is so no more.
    pub fn hold_engine(&mut self, holds: bool) {
        self.is_held = holds;
    }

    /// From now on page and trainer see only every so many milliseconds of their clock.
    pub fn coarsen_clock(&mut self, grain_ms: f64) {
        self.grain_ms.set(grain_ms);
    }

    /// What was asked last is never answered.
    pub fn lose_requests(&mut self) {
        self.to_engine.clear();
    }

    pub fn load_assets(&mut self) {
        while let Some(path) = self.state.missing_asset() {
            let bytes = Asset::Arrived(Rc::new(file(path).to_vec()));
            self.act(Action::AssetProgressed(path, bytes));
        }
    }

    /// What the shell does with an action.
    pub fn act(&mut self, action: Action) {
        let before = self.state.clone();
        self.state.apply(action);
        for command in self.state.commands_since(&before) {
            self.sent.push(command.clone());
            self.to_engine.push_back(command.into_packet().unwrap());
        }
    }

    pub fn turn(&mut self, key: Key, number: f64) {
        self.act(Action::KnobTurned(key, Value::Number(number)));
    }

    /// The engine takes one message.
    pub fn engine_works(&mut self) {
        if self.is_held {
            return;
        }
        if let (Some(engine), Some(packet)) = (&mut self.engine, self.to_engine.pop_front()) {
            let command = Command::from_packet(packet).unwrap();
            let event = engine.handle(command);
            self.to_page
                .extend(event.map(|event| event.into_packet().unwrap()));
        }
    }

    /// The page takes one message.
    pub fn page_reads(&mut self) {
        if let Some(packet) = self.to_page.pop_front() {
            let event = Event::from_packet(packet).unwrap();
            self.act(Action::EventArrived(Box::new(event)));
        }
    }

    /// Frames of the screen, with all messages delivered between them.
    pub fn frames(&mut self, count: usize) {
        self.frames_of(16.0, count);
    }

    /// Milliseconds on the clock.
    pub fn now_ms(&self) -> f64 {
        self.clock.get()
    }

    /// Frames of a screen that shows one every so many milliseconds.
    pub fn frames_of(&mut self, interval_ms: f64, count: usize) {
        for _ in 0..count {
            while !self.to_page.is_empty() || self.is_at_work() {
                self.engine_works();
                self.page_reads();
            }
            self.clock.set(self.clock.get() + interval_ms);
            let now_ms = coarse(self.clock.get(), self.grain_ms.get());
            self.act(Action::FrameArrived { now_ms });
        }
    }

    /// Whether the engine has something to take.
    fn is_at_work(&self) -> bool {
        !self.to_engine.is_empty() && self.engine.is_some() && !self.is_held
    }

    pub fn readouts(&self) -> &Readouts {
        &self
            .state
            .training
            .picture
            .as_ref()
            .unwrap()
            .snapshot
            .readouts
    }

    pub fn step(&self) -> u64 {
        self.readouts().step
    }

    pub fn trains_sent(&self) -> usize {
        let is_train = |command: &&Command| matches!(command, Command::Train { .. });
        self.sent.iter().filter(is_train).count()
    }
}
