//! What a run has kept is enough for another trainer to go on from as it would have.

use hourglass::engine::Engine;
use hourglass::protocol::{Command, Event, Message, Weights};

use crate::common;

/// Another engine with the same link, at what one kept.
fn resumed(link: &str, weights: Weights) -> Engine {
    let mut engine = common::engine();
    let settings = hourglass::link::read(link).0.settings;
    let asset = common::asset(hourglass::data::record(settings.data)).map(<[u8]>::to_vec);
    let command = Command::Start {
        run: 1,
        settings,
        keep_previous: false,
        asset,
        resume: Some(weights),
    };
    let command = Message::from_packet(command.into_packet().unwrap()).unwrap();
    let started = engine.handle(command);
    assert!(matches!(started, Some(Event::Started { .. })));
    engine
}

fn weights(engine: &mut Engine, steps: u32) -> Weights {
    let snapshot = common::snapshot(common::train(engine, steps, common::with_weights()));
    snapshot.weights.unwrap()
}

#[test]
fn a_resumed_run_takes_the_same_next_hundred_steps() {
    for link in [
        "#k=4",
        "#opt=sgd&lr=0.1&hidden=none",
        "#opt=momentum&lr=0.02&tied=1&k=5&batch=7",
        "#k=24&penalty=l1&lambda=0.003&code=relu&atoms=unit",
        "#k=24&hidden=none&code=sigmoid&penalty=kl&loss=bce",
        "#noise=gaussian&level=0.4&hidden=24-12",
        "#noise=masking&level=0.3&decay=0.0001",
        "#data=spiral&noise=saltpepper&level=0.1",
    ] {
        // In the middle of an epoch, and at its very end.
        for steps in [0, 37, 230] {
            let mut one = common::engine();
            common::start(&mut one, link);
            let kept = weights(&mut one, steps);
            let mut other = resumed(link, kept.clone());
            assert!(weights(&mut other, 0) == kept, "{link}");
            let is_same = weights(&mut other, 100) == weights(&mut one, 100);
            assert!(is_same, "{link} after {steps}");
        }
    }
}

/// Units that were added before and after draw their weights from one stream.
#[test]
fn a_resumed_run_grows_the_same_units() {
    let grown = |engine: &mut Engine, link: &str| {
        let settings = hourglass::link::read(link).0.settings;
        engine.handle(Command::Tune { run: 1, settings });
    };
    let mut one = common::engine();
    common::start(&mut one, "#k=4");
    weights(&mut one, 20);
    grown(&mut one, "#k=6");
    let kept = weights(&mut one, 20);
    let mut other = resumed("#k=6", kept);
    for engine in [&mut one, &mut other] {
        grown(engine, "#k=9&hidden=40");
    }
    assert!(weights(&mut one, 30) == weights(&mut other, 30));
}
