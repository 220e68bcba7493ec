//! Steps in slices: the same steps, and a change that need not wait for all of them.

use std::cell::Cell;

use crate::common::program::Program;
use crate::common::{snapshot, start};
use hourglass::engine::Engine;
use hourglass::link;
use hourglass::protocol::{Command, Event, Pace, View};
use hourglass::session::Action;

const LINK: &str = "#data=moons&k=1&hidden=8&noise=gaussian&level=0.1&batch=16";

/// An engine whose clock moves a millisecond at every look, so that every step takes one.
fn ticking() -> Engine {
    let clock = Cell::new(0.0);
    Engine::new(move || {
        clock.set(clock.get() + 1.0);
        clock.get()
    })
}

fn steps(steps: u32) -> Command {
    Command::Train {
        run: 1,
        pace: Pace {
            steps,
            budget_ms: 1e9,
        },
        view: View {
            weights: true,
            ..View::default()
        },
    }
}

#[test]
fn slices_take_the_very_same_steps() {
    let (mut whole, mut sliced) = (ticking(), ticking());
    start(&mut whole, LINK);
    start(&mut sliced, LINK);
    let at_once = snapshot(whole.handle(steps(50)).unwrap());
    assert!(sliced.accept(steps(50)).is_none());
    let mut slices = 0;
    let answer = loop {
        assert!(sliced.is_busy());
        slices += 1;
        if let Some(answer) = sliced.go_on(3.0) {
            break snapshot(answer);
        }
    };
    assert!(!sliced.is_busy());
    assert!(
        (17..=18).contains(&slices),
        "{slices} slices of three steps"
    );
    assert_eq!(answer.readouts.step, 50);
    assert_eq!(answer.weights, at_once.weights);
    assert_eq!(answer.readouts.loss, at_once.readouts.loss);
}

#[test]
fn a_change_is_answered_after_the_slice_that_it_meets() {
    let mut engine = ticking();
    start(&mut engine, LINK);
    engine.accept(steps(u32::MAX));
    for _ in 0..5 {
        assert!(engine.go_on(3.0).is_none());
    }
    let mut settings = link::read(LINK).0.settings;
    settings.k = 2;
    assert!(engine.accept(Command::Tune { run: 1, settings }).is_none());
    let answer = snapshot(engine.go_on(3.0).unwrap());
    assert_eq!(answer.k, 2);
    assert_eq!(answer.readouts.step, 15);
}

#[test]
fn a_budget_holds_over_slices() {
    let mut engine = ticking();
    start(&mut engine, LINK);
    let Command::Train { run, view, .. } = steps(0) else {
        unreachable!()
    };
    let pace = Pace {
        steps: u32::MAX,
        budget_ms: 10.0,
    };
    engine.accept(Command::Train { run, pace, view });
    let answer = loop {
        if let Some(answer) = engine.go_on(4.0) {
            break snapshot(answer);
        }
    };
    assert_eq!(answer.readouts.step, 10);
}

#[test]
fn a_new_run_makes_a_request_void() {
    let mut engine = ticking();
    start(&mut engine, LINK);
    engine.accept(steps(u32::MAX));
    assert!(engine.go_on(3.0).is_none());
    assert!(matches!(start(&mut engine, LINK), Event::Started { .. }));
    assert!(!engine.is_busy());
    assert!(engine.go_on(3.0).is_none());
}

/// The page does not wait for an answer that never comes.
#[test]
fn a_new_run_learns_after_a_void_request() {
    let mut program = Program::ready("#data=moons&k=1");
    program.act(Action::PlayToggled);
    program.frames(5);
    program.lose_requests();
    let before = program.state.training.picture.as_ref().unwrap().run;
    program.act(Action::ResetPressed);
    program.frames(50);
    let picture = program.state.training.picture.as_ref().unwrap();
    assert_ne!(picture.run, before);
    assert!(picture.snapshot.readouts.step > 10);
}
