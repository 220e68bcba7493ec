//! Runs without a browser.

#![allow(dead_code, clippy::unwrap_used)]

pub mod program;

use hourglass::data::Record;
use hourglass::engine::Engine;
use hourglass::link;
use hourglass::protocol::{Command, Event, Pace, Readouts, Snapshot, View};

/// The file that the page would fetch.
pub fn file(path: &str) -> &'static [u8] {
    match path {
        "data/digits.bin" => include_bytes!("../../../static/data/digits.bin"),
        "data/mnist.bin" => include_bytes!("../../../static/data/mnist.bin"),
        "data/fashion.bin" => include_bytes!("../../../static/data/fashion.bin"),
        "data/patches.bin" => include_bytes!("../../../static/data/patches.bin"),
        "data/ecg.bin" => include_bytes!("../../../static/data/ecg.bin"),
        other => panic!("no test file for {other}"),
    }
}

/// The file of a data set, where it has one.
pub fn asset(record: &Record) -> Option<&'static [u8]> {
    record.asset().map(file)
}

/// An engine whose clock stands still.
pub fn engine() -> Engine {
    Engine::new(|| 0.0)
}

pub fn start(engine: &mut Engine, link: &str) -> Event {
    let (link, complaints) = link::read(link);
    assert!(complaints.is_empty(), "{complaints:?}");
    let asset = asset(hourglass::data::record(link.settings.data)).map(<[u8]>::to_vec);
    engine
        .handle(Command::Start {
            run: 1,
            settings: link.settings,
            keep_previous: false,
            asset,
            resume: None,
        })
        .unwrap()
}

pub fn train(engine: &mut Engine, steps: u32, view: View) -> Event {
    let pace = Pace {
        steps,
        budget_ms: 1.0,
    };
    engine
        .handle(Command::Train { run: 1, pace, view })
        .unwrap()
}

/// So many steps of the first run, however long they take: the picture after them.
pub fn steps(engine: &mut Engine, steps: u32, view: View) -> Snapshot {
    let pace = Pace {
        steps,
        budget_ms: f64::INFINITY,
    };
    snapshot(
        engine
            .handle(Command::Train { run: 1, pace, view })
            .unwrap(),
    )
}

/// The picture that an answer brings.
pub fn snapshot(event: Event) -> Snapshot {
    match event {
        Event::Snapshot { snapshot, .. } => *snapshot,
        other => panic!("{other:?}"),
    }
}

/// A view that brings the weights along.
pub fn with_weights() -> View {
    View {
        weights: true,
        ..View::default()
    }
}

/// The readouts after so many more steps.
pub fn readouts(engine: &mut Engine, steps: u32) -> Readouts {
    snapshot(train(engine, steps, View::default())).readouts
}

/// The readouts of a link's run after so many steps.
pub fn last_readouts(link: &str, steps: u32) -> Readouts {
    let mut engine = engine();
    start(&mut engine, link);
    readouts(&mut engine, steps)
}
