//! The page while its numbers are of the network before: k was moved, and all samples have yet to be gone
//! through.

use std::collections::BTreeMap;

use hourglass::session::Action;
use hourglass::settings::{DataSet, Key, Value};

use crate::common::program::Program;

/// A caption or a goal that compares an error with PCA's names the bottleneck that both have, and a readout
/// of so many units says how many there were.
#[test]
fn captions_speak_of_the_network_that_was_measured() {
    let mut program = Program::ready("#hidden=32&k=48&play=1&speed=fast");
    program.slow_down(10.0);
    program.frames(60);
    program.turn(Key::K, 30.0);
    let before = program.readouts().step;
    let mut sizes = BTreeMap::from([(before, 48)]);
    let (mut behind, mut after) = (0, 0);
    for _ in 0..60 {
        program.frames(1);
        let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
        let seen = program.state.seen().unwrap();
        assert_eq!(seen.k, snapshot.measured_k());
        sizes.insert(snapshot.readouts.step, snapshot.measured_k());
        assert_eq!(seen.held_out, snapshot.readouts.heldout_mse);
        let readouts = program.state.training.readouts.as_ref().unwrap();
        let read_k = program.state.read_k().unwrap();
        assert_eq!(
            sizes[&readouts.step], read_k,
            "{} of {read_k} units lit",
            readouts.lit_per_sample
        );
        behind += usize::from([seen.k, snapshot.k] == [48, 30]);
        after += usize::from([seen.k, snapshot.k] == [30, 30]);
    }
    assert!(behind > 0 && after > 30, "{behind} {after}");
    // Right of the mark of the change there is no error of the network before.
    let history = &program.state.time.history;
    let [.., mark] = &history.marks[..] else {
        panic!("no mark");
    };
    let since = history.points.iter().filter(|point| point.step > mark.step);
    let since: Vec<u32> = since.map(|point| sizes[&point.step]).collect();
    assert!(
        since.len() > 2 && since.iter().all(|&k| k == 30),
        "{since:?}"
    );
}

/// On the way to a large bottleneck and back everything was cheap for a while: what was known before that
/// is not told after it.
#[test]
fn what_was_known_before_a_quick_while_is_not_told_after_it() {
    let mut program = Program::ready("#hidden=none&k=60&play=1&speed=fast");
    program.slow_down(10.0);
    program.turn(Key::K, 61.0);
    program.frames(60);
    assert_ne!(program.readouts().step, shown(&program));
    program.slow_down(0.5);
    program.turn(Key::K, 2.0);
    program.frames(60);
    let quick_until = program.readouts().step;
    assert_eq!(quick_until, shown(&program));
    program.slow_down(10.0);
    program.turn(Key::K, 60.0);
    for _ in 0..120 {
        program.frames(1);
        let measured = program.readouts().step;
        assert!(measured >= quick_until, "{measured} after {quick_until}");
    }
    assert!(program.readouts().step > quick_until);
}

/// Another data set: until its first picture is there, the stage waits for it.
#[test]
fn the_stage_says_that_it_waits_for_another_run() {
    let mut program = Program::open("#data=line");
    assert!(program.state.training.is_awaited());
    program.frames(2);
    assert!(!program.state.training.is_awaited());
    program.hold_engine(true);
    program.act(Action::KnobTurned(
        Key::Data,
        Value::Choice(DataSet::Circle as usize),
    ));
    for _ in 0..5 {
        program.frames(1);
        assert!(program.state.training.is_awaited());
    }
    program.hold_engine(false);
    program.frames(2);
    assert!(!program.state.training.is_awaited());
    // One that dies is replaced and waited for; one that dies again is not: that is said elsewhere.
    program.lose_engine();
    assert!(program.state.training.is_awaited());
    program.lose_engine();
    assert!(!program.state.training.is_awaited());
}

/// The step that is drawn.
fn shown(program: &Program) -> u64 {
    let picture = program.state.training.picture.as_ref().unwrap();
    picture.snapshot.step
}
