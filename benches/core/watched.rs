//! How much of its time the trainer trains while a page watches it at full speed.

use std::rc::Rc;

use hourglass::engine::Engine;
use hourglass::protocol::{Command, Event, Message, Pace, View};
use hourglass::session::{Action, Asset, State};

use crate::measure::{now_ms, say};

const WATCHED_MS: f64 = 800.0;
const TURNS: usize = 8;
const FRAME_MS: f64 = 1000.0 / 60.0;
const SLICE_MS: f64 = 3.0;

const NETWORKS: [(&str, &str); 6] = [
    (
        "784-128-32-128-784",
        "#lesson=lab&data=mnist&hidden=128&k=32",
    ),
    ("64-32-8-32-64", "#lesson=lab&data=digits&hidden=32&k=8"),
    (
        "2-16-16-1-16-16-2",
        "#lesson=lab&data=circle&hidden=16-16&k=1",
    ),
    (
        "MNIST, denoising, mse",
        "#lesson=denoising&data=mnist&noise=gaussian&level=0.5&hidden=128&k=32&loss=mse",
    ),
    (
        "MNIST, denoising, bce",
        "#lesson=denoising&data=mnist&noise=gaussian&level=0.5&hidden=128&k=32&loss=bce",
    ),
    (
        "MNIST, 128 units and their pictures",
        "#lesson=lab&data=mnist&hidden=none&k=128&code=relu&penalty=l1&lambda=0.001&panels=units",
    ),
];

fn file(path: &str) -> &'static [u8] {
    match path {
        "data/digits.bin" => include_bytes!("../../static/data/digits.bin"),
        "data/mnist.bin" => include_bytes!("../../static/data/mnist.bin"),
        other => panic!("no file for {other}"),
    }
}

/// A page and its trainer on one thread; the page's time is not counted.
struct Desk {
    state: State,
    engine: Engine,
    page_ms: f64,
}

impl Desk {
    fn open(link: &str) -> Self {
        let mut desk = Self {
            state: State::open(link),
            engine: Engine::new(now_ms),
            page_ms: 0.0,
        };
        desk.act(Action::EventArrived(Box::new(Engine::ready())));
        while let Some(path) = desk.state.missing_asset() {
            let bytes = Asset::Arrived(Rc::new(file(path).to_vec()));
            desk.act(Action::AssetProgressed(path, bytes));
        }
        desk
    }

    fn act(&mut self, action: Action) {
        let begun = now_ms();
        let before = self.state.clone();
        self.state.apply(action);
        let commands = self.state.commands_since(&before);
        self.page_ms += now_ms() - begun;
        for command in commands {
            let event = self.engine.accept(command);
            self.hear(event);
        }
    }

    fn hear(&mut self, event: Option<Event>) {
        if let Some(event) = event {
            let packet = event.into_packet().unwrap();
            let begun = now_ms();
            let event = Event::from_packet(packet).unwrap();
            self.page_ms += now_ms() - begun;
            self.act(Action::EventArrived(Box::new(event)));
        }
    }

    /// Frames for so long; the trainer's time, in milliseconds, and the steps that were taken in it.
    fn watch(&mut self, for_ms: f64) -> (f64, u64) {
        let (begun, page_ms, first) = (now_ms(), self.page_ms, self.step());
        let mut next_frame = begun;
        while now_ms() - begun < for_ms {
            if now_ms() >= next_frame {
                next_frame += FRAME_MS;
                self.act(Action::FrameArrived { now_ms: now_ms() });
            }
            if self.engine.is_busy() {
                let event = self.engine.go_on(SLICE_MS);
                self.hear(event);
            }
        }
        let spent = now_ms() - begun - (self.page_ms - page_ms);
        (spent, self.step() - first)
    }

    fn step(&self) -> u64 {
        let picture = self.state.training.picture.as_ref();
        picture.map_or(0, |picture| picture.snapshot.step)
    }

    /// Steps while nobody looks; their time, in milliseconds.
    fn train(&mut self, steps: u64) -> f64 {
        let (run, begun) = (self.state.training.run, now_ms());
        let pace = Pace {
            steps: steps as u32,
            budget_ms: f64::INFINITY,
        };
        let view = View {
            may_lag: true,
            ..View::default()
        };
        self.engine.accept(Command::Train { run, pace, view });
        while self.engine.go_on(f64::INFINITY).is_none() {}
        now_ms() - begun
    }
}

/// In turns with a run that nobody looks at, because a computer is not always as fast.
pub fn share() {
    for (name, link) in NETWORKS {
        let [mut watched, mut alone] =
            [(); 2].map(|()| Desk::open(&format!("{link}&speed=fast&play=1")));
        watched.watch(WATCHED_MS);
        let (mut watched_ms, mut alone_ms, mut taken) = (0.0, 0.0, 0);
        for _ in 0..TURNS {
            let (ms, steps) = watched.watch(WATCHED_MS);
            watched_ms += ms;
            alone_ms += alone.train(steps);
            taken += steps;
        }
        say(&format!(
            "{name:<44} trains {:5.1} % of the time, {:9.0} steps/s",
            100.0 * alone_ms / watched_ms,
            1000.0 * taken as f64 / watched_ms
        ));
    }
}
