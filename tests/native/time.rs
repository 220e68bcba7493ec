//! Time: back to an earlier moment, on from there, and an end by itself.

use crate::common::program::Program;
use crate::common::{engine, snapshot, start, train, with_weights};
use hourglass::protocol::{Command, Link, Snapshot, View};
use hourglass::session::{Action, PATIENCE_S, PATIENCE_STEPS};
use hourglass::settings::{Key, Value};

const LINK: &str = "#data=moons&k=1&hidden=8&noise=gaussian&level=0.1&batch=16";

/// Weights, loss and all: what a look back shows is what was there.
#[test]
fn looking_back_shows_the_weights_of_that_step() {
    let mut engine = engine();
    start(&mut engine, LINK);
    let recorded: Vec<Snapshot> = (0..60)
        .map(|_| snapshot(train(&mut engine, 7, with_weights())))
        .collect();
    for then in &recorded {
        let step = then.readouts.step;
        let view = View {
            at: Some(step),
            ..View::default()
        };
        let seen = snapshot(train(&mut engine, 100, view));
        assert!(seen.is_past);
        assert_eq!(seen.readouts.step, step);
        assert_eq!(seen.readouts.loss, then.readouts.loss);
        assert_eq!(seen.readouts.heldout_mse, then.readouts.heldout_mse);
        assert_eq!(seen.codes, then.codes);
    }
    let newest = snapshot(train(&mut engine, 0, with_weights()));
    assert_eq!(newest.weights, recorded.last().unwrap().weights);
}

/// The very same batches, corruption and moments: going on from an earlier step repeats what followed.
#[test]
fn going_on_from_an_earlier_step_repeats_the_run_bit_for_bit() {
    let mut engine = engine();
    start(&mut engine, LINK);
    let then = snapshot(train(&mut engine, 40, with_weights()));
    let later = snapshot(train(&mut engine, 60, with_weights()));
    engine.handle(Command::Rewind { run: 1, step: 40 });
    let back = snapshot(train(&mut engine, 0, with_weights()));
    assert_eq!(back.weights, then.weights);
    let again = snapshot(train(&mut engine, 60, with_weights()));
    assert_eq!(again.weights, later.weights);
    // What came after the step is forgotten: the past holds one story.
    engine.handle(Command::Rewind { run: 1, step: 40 });
    let view = View {
        at: Some(100),
        ..View::default()
    };
    assert_eq!(snapshot(train(&mut engine, 0, view)).readouts.step, 40);
}

#[test]
fn the_past_thins_as_it_grows_and_keeps_its_beginning() {
    let mut engine = engine();
    start(&mut engine, "#data=line&k=1&hidden=none&n=100");
    train(&mut engine, 0, View::default());
    for _ in 0..3000 {
        train(&mut engine, 1, View::default());
    }
    let mut kept = Vec::new();
    for step in 0..=3000 {
        let view = View {
            at: Some(step),
            ..View::default()
        };
        kept.push(snapshot(train(&mut engine, 0, view)).readouts.step);
    }
    kept.dedup();
    assert_eq!(kept[0], 0);
    assert!(kept.len() <= 256 && kept.len() > 100, "{}", kept.len());
    let gaps: Vec<u64> = kept.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(gaps.iter().all(|&gap| gap <= 2 * gaps[0]), "{gaps:?}");
}

/// In the whole program: the picture goes back, nothing is lost, and the run goes on from there with
/// the settings of that time.
#[test]
fn a_student_goes_back_and_on() {
    let mut program = Program::ready("#k=8&play=1");
    program.frames(30);
    let early = program.step();
    program.turn(Key::K, 3.0);
    program.frames(30);
    program.act(Action::PlayToggled);
    program.frames(3);
    let newest = program.state.time.history.last_step();
    let recorded = program.state.time.history.clone();
    program.act(Action::LookedBack(Some(early)));
    program.frames(3);
    assert!(!program.state.training.playing);
    let shown = program.step();
    assert!(shown <= early && shown > 0);
    let then = recorded
        .points
        .iter()
        .find(|point| point.step == shown)
        .unwrap();
    assert_eq!(program.readouts().train_mse, then.train);
    assert_eq!(
        program.state.training.picture.as_ref().unwrap().snapshot.k,
        8
    );
    assert_eq!(
        program.state.time.history, recorded,
        "looking takes nothing away"
    );

    program.act(Action::LookedBack(None));
    program.frames(3);
    assert_eq!(program.step(), newest);

    program.act(Action::LookedBack(Some(early)));
    program.frames(3);
    program.act(Action::ResumedHere);
    program.frames(3);
    assert_eq!(program.step(), shown);
    assert_eq!(program.state.training.settings.k, 8);
    assert_eq!(program.state.time.history.last_step(), shown);
    program.act(Action::PlayToggled);
    program.frames(10);
    assert!(program.step() > shown && program.step() < newest);
}

/// Keys may be faster than the trainer: each counts.
/// What was about the other run goes with it.
#[test]
fn a_run_that_is_brought_back_is_shown_as_it_was() {
    let mut program = Program::ready("#k=5&play=1&lesson=lab");
    program.frames(200);
    let step = program.step();
    program.act(Action::ResetPressed);
    program.frames(150);
    program.act(Action::LookedBack(Some(0)));
    program.frames(5);
    program.act(Action::UndoPressed);
    program.frames(5);
    assert_eq!(program.state.time.looking_back, None);
    assert!(program.step() >= step);
    let history = &program.state.time.history;
    assert_eq!(history.points[0].step, 0);
    assert!(history.points.len() > 20, "its curve is gone");
    assert_eq!(program.state.training.edited, None);
}

/// The trainer's earlier moment has the settings of its time: it is told those that hold.
#[test]
fn who_goes_back_is_told_the_settings() {
    let mut program = Program::ready("#k=5&play=1");
    program.frames(200);
    program.act(Action::LookedBack(Some(10)));
    program.frames(5);
    let before = program.sent.len();
    program.act(Action::ResumedHere);
    program.frames(5);
    let sent = &program.sent[before..];
    let is_back = |command: &Command| matches!(command, Command::Rewind { .. });
    let back = sent.iter().position(is_back).unwrap();
    let Command::Tune { settings, .. } = &sent[back + 1] else {
        panic!("{:?}", sent[back + 1]);
    };
    assert_eq!(*settings, program.state.training.settings);
}

/// Axes of units that were not there yet are those of units that were.
#[test]
fn going_on_with_fewer_units_shows_two_that_there_are() {
    let mut program = Program::ready("#k=2&play=1");
    program.frames(200);
    program.turn(Key::K, 8.0);
    program.frames(100);
    program.act(Action::AxisChosen(0, 6));
    program.act(Action::AxisChosen(1, 5));
    program.act(Action::LookedBack(Some(10)));
    program.frames(5);
    program.act(Action::ResumedHere);
    program.frames(5);
    assert_eq!(program.state.training.settings.k, 2);
    assert_eq!(program.state.look.axes, [0, 1]);
}

#[test]
fn two_keys_in_one_frame_go_two_pictures_back() {
    let mut program = Program::ready("#k=8");
    for _ in 0..6 {
        program.act(Action::StepPressed);
        program.frames(3);
    }
    program.act(Action::LookedAbout(-1));
    program.act(Action::LookedAbout(-1));
    program.frames(3);
    assert_eq!(program.step(), 4);
    program.act(Action::LookedAbout(1));
    program.frames(3);
    assert_eq!(program.step(), 5);
}

#[test]
fn play_goes_on_from_the_newest_step() {
    let mut program = Program::ready("#play=1");
    program.frames(30);
    let newest = program.state.time.history.last_step();
    program.act(Action::LookedBack(Some(1)));
    program.frames(2);
    program.act(Action::PlayToggled);
    program.frames(5);
    assert!(program.step() > newest);
}

#[test]
fn a_run_that_no_longer_improves_stops_and_says_so() {
    // A line is soon learned, and then the error stands still.
    let mut program = Program::ready(
        "#data=line&k=1&hidden=none&n=100&opt=sgd&lr=0.1&batch=512&speed=fast&play=1",
    );
    while program.state.training.playing && program.now_ms() < 300_000.0 {
        program.frames(100);
    }
    assert!(program.state.time.rested);
    assert!(program.step() >= PATIENCE_STEPS);
    let stopped = program.step();
    program.act(Action::PlayToggled);
    program.frames(50);
    assert!(program.step() > stopped && !program.state.time.rested);
}

/// A fast machine takes its steps in no time: a plateau is given the seconds too.
#[test]
fn a_run_is_given_seconds_as_well_as_steps() {
    let mut program = Program::ready("#data=line&hidden=none&k=1&speed=fast&play=1");
    let begun = program.now_ms();
    while !program.state.time.rested {
        program.frames(10);
        assert!(program.now_ms() - begun < 600_000.0, "it never rests");
    }
    assert!(program.step() > PATIENCE_STEPS);
    assert!(program.now_ms() - begun >= 1000.0 * PATIENCE_S);
    // One press goes on.
    let step = program.step();
    program.act(Action::PlayToggled);
    program.frames(10);
    assert!(program.step() > step && program.state.training.playing);
}

/// Learned by heart: new samples have long gained nothing, but the loss still falls.
#[test]
fn a_falling_loss_alone_keeps_a_run_going() {
    let link = "#lesson=undercomplete&data=spiral&n=20&hidden=16&act=tanh&k=1&speed=fast&play=1";
    let mut program = Program::ready(link);
    // The lowest held-out error so far: itself, its step, its time and the loss then.
    let mut best = (f64::INFINITY, 0, 0.0, 0.0);
    let mut has_waited = false;
    while !has_waited {
        program.frames(5);
        let (now, now_ms) = (program.readouts(), program.now_ms());
        if now.heldout_mse < best.0 {
            best = (now.heldout_mse, now.step, now_ms, now.loss);
        }
        has_waited = now.step > best.1 + PATIENCE_STEPS + 1000
            && now_ms > best.2 + 1000.0 * (PATIENCE_S + 1.0);
        assert!(program.state.training.playing && !program.state.time.rested);
        assert!(now_ms < 600_000.0, "new samples gain again and again");
    }
    assert!(program.readouts().loss < 0.95 * best.3);
}

/// Until its first picture, a run has no past of its own: what is still shown is the run before.
#[test]
fn a_run_that_has_shown_nothing_is_not_taken_back_to_the_one_before() {
    let mut program = Program::ready("#data=line&n=100&hidden=8&play=1");
    program.frames(60);
    let step = program.step() / 2;
    let hidden = Value::Widths(vec![7, 5, 7]);
    program.act(Action::KnobTurned(Key::Hidden, hidden.clone()));
    program.act(Action::LookedBack(Some(step)));
    assert_eq!(program.state.time.looking_back, None);
    program.act(Action::ResumedHere);
    let link = Link {
        layer: 0,
        from: 0,
        to: 0,
    };
    program.act(Action::WeightEdited(link, 2.0));
    assert_eq!(program.state.training.edited, None);
    program.frames(30);
    let now = Key::Hidden.knob().value(&program.state.training.settings);
    assert_eq!(now, hidden);
    assert!(program.state.training.picture.as_ref().unwrap().run == program.state.training.run);
    // It has one now.
    program.act(Action::LookedBack(Some(5)));
    assert_eq!(program.state.time.looking_back, Some(5));
    program.act(Action::WeightEdited(link, 2.0));
    assert!(program.state.training.edited.is_some());
}
