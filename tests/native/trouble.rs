//! What goes wrong, without a browser: diverging runs, dead trainers, files that do not come.

use std::cell::Cell;
use std::rc::Rc;

use crate::common::file;
use crate::common::program::Program;
use hourglass::data::FileFault;
use hourglass::engine::Engine;
use hourglass::lessons::Lesson;
use hourglass::link;
use hourglass::protocol::{Cause, Command, Event, Failure, Link, Pace, View};
use hourglass::session::{Action, Asset, Figure, Phase};
use hourglass::settings::{DataSet, Key, Value};

const EXPLOSIVE: &str = "#data=line&hidden=64-64-64&act=relu&opt=momentum&lr=1&k=1&play=1";

#[test]
fn a_divergence_names_its_step_and_one_click_puts_things_right() {
    let mut program = Program::ready(EXPLOSIVE);
    program.frames(60);
    let Phase::Diverged {
        step, sound_step, ..
    } = program.state.training.phase
    else {
        panic!("{:?}", program.state.training.phase);
    };
    assert!(step > sound_step);
    assert!(!program.state.training.playing);
    let history = program.state.time.history.clone();
    assert!(
        history.points.iter().all(|p| p.train.is_finite()),
        "the curve keeps its last finite points"
    );
    program.act(Action::MendPressed);
    program.frames(200);
    assert_eq!(program.state.training.phase, Phase::Live);
    assert!(program.state.training.playing);
    assert!(program.state.training.settings.lr <= 0.01);
    assert!(program.step() > step);
    assert!(program.readouts().heldout_mse < 0.1);
}

/// A device on which every trial takes long leaves no time to look for what would put a run right: the page
/// hears so before it loses its patience.
#[test]
fn the_search_for_what_holds_ends_in_time() {
    let link = "#data=line&hidden=64-64&act=linear&opt=momentum&lr=1&k=1";
    for (look_ms, is_found) in [(0.01, true), (100.0, false)] {
        let clock = Rc::new(Cell::new(0.0));
        let mut engine = Engine::new({
            let clock = Rc::clone(&clock);
            move || {
                clock.set(clock.get() + look_ms);
                clock.get()
            }
        });
        engine.handle(Command::Start {
            run: 1,
            settings: link::read(link).0.settings,
            keep_previous: false,
            asset: None,
            resume: None,
        });
        let mut answers = (0..100).map(|_| {
            let asked_ms = clock.get();
            let (view, steps, budget_ms) = (View::default(), 1, f64::INFINITY);
            let pace = Pace { steps, budget_ms };
            let answer = engine.handle(Command::Train { run: 1, pace, view });
            (answer, clock.get() - asked_ms)
        });
        let found = answers.find_map(|(answer, took_ms)| match answer {
            Some(Event::Diverged { cause, rate, .. }) => Some((cause, rate.is_some(), took_ms)),
            _ => None,
        });
        let (cause, has_rate, took_ms) = found.unwrap();
        assert_eq!((cause == Cause::Rate, has_rate), (is_found, is_found));
        assert!(took_ms < 8000.0, "{took_ms} ms");
    }
}

/// What the page offers has been tried: one press, and training holds; the cause is the one at work.
#[test]
fn one_press_puts_every_divergence_right() {
    for (link, wanted) in [
        (
            "#data=spiral&hidden=64-64-64&act=relu&k=1&opt=sgd&lr=1&batch=1&decay=0.1",
            Cause::Rate,
        ),
        (
            "#data=line&hidden=64-64&act=linear&opt=momentum&lr=1&k=1",
            Cause::Rate,
        ),
        (
            "#hidden=none&k=64&code=linear&opt=momentum&lr=0.5&penalty=l1&lambda=1",
            Cause::Terms,
        ),
    ] {
        for seed in 0..3 {
            let mut program = Program::ready(&format!("{link}&seed={seed}&play=1"));
            program.frames(100);
            let Phase::Diverged { cause, rate, .. } = program.state.training.phase else {
                panic!("{link}, seed {seed} does not diverge");
            };
            println!("{link}, seed {seed}: {cause:?}, {rate:?}");
            assert_eq!(cause, wanted, "{link}, seed {seed}");
            program.act(Action::MendPressed);
            program.frames(300);
            assert_eq!(
                program.state.training.phase,
                Phase::Live,
                "{link}, seed {seed}"
            );
            assert!(program.state.training.playing);
        }
    }
}

#[test]
fn a_weight_set_too_far_is_named_and_taken_back() {
    let mut program = Program::ready("#hidden=8&k=4");
    program.act(Action::FigureChosen(Figure::Network));
    program.frames(3);
    program.act(Action::PlayToggled);
    program.frames(30);
    let rate = program.state.training.settings.lr;
    let error = program.readouts().heldout_mse;
    let link = Link {
        layer: 1,
        from: 0,
        to: 0,
    };
    program.act(Action::WeightEdited(link, 1e20));
    program.frames(10);
    let Phase::Diverged {
        cause,
        rate: offered,
        ..
    } = program.state.training.phase
    else {
        panic!("{:?}", program.state.training.phase);
    };
    assert_eq!((cause, offered), (Cause::Weight, Some(rate)));
    program.act(Action::MendPressed);
    program.frames(30);
    assert_eq!(program.state.training.phase, Phase::Live);
    assert_eq!(program.state.training.settings.lr, rate);
    assert!(program.state.training.playing && program.readouts().heldout_mse < error);
}

#[test]
fn a_lower_learning_rate_by_hand_puts_a_divergence_right_too() {
    let mut program = Program::ready(EXPLOSIVE);
    program.frames(60);
    assert!(matches!(
        program.state.training.phase,
        Phase::Diverged { .. }
    ));
    program.turn(Key::Lr, 0.003);
    program.act(Action::PlayToggled);
    program.frames(100);
    assert_eq!(program.state.training.phase, Phase::Live);
    assert!(program.readouts().train_mse < 0.1);
}

/// As in a browser that resists fingerprinting: every step of the clock is 100 ms.
/// The run goes on from its sound step: the turn that mended it is marked there, and what came after is
/// of neither history.
#[test]
fn a_mended_run_has_the_history_of_the_way_that_it_took() {
    let link = "#data=line&hidden=64-64-64&act=relu&opt=momentum&lr=0.003&k=1&speed=slow&play=1";
    let mut program = Program::ready(link);
    program.frames(1000);
    program.turn(Key::Lr, 0.3);
    let mut frames = 0;
    while !matches!(program.state.training.phase, Phase::Diverged { .. }) && frames < 5000 {
        program.frames(1);
        frames += 1;
    }
    let Phase::Diverged { sound_step, .. } = program.state.training.phase else {
        panic!("it holds");
    };
    let shown = program.state.time.history.last_step();
    assert!(shown > sound_step, "nothing was shown after {sound_step}");
    program.turn(Key::Lr, 0.002);
    program.act(Action::PlayToggled);
    let lr = program.state.training.settings.lr;
    program.frames(1000);
    let now = program.step();
    assert!(now > shown + 2);
    let history = &program.state.time.history;
    let last = history.marks.last().unwrap();
    assert!(last.step <= sound_step, "{last:?} is after {sound_step}");
    assert_eq!(history.settings_at(now).unwrap().lr, lr);
    // Looked back at, a step of the new way is the one of the curve.
    let step = sound_step + 2;
    program.act(Action::LookedBack(Some(step)));
    program.frames(5);
    let shown = program.readouts();
    let point = program.state.time.history.at(shown.step).unwrap();
    assert_eq!(point.step, shown.step);
    assert_eq!(point.held_out, shown.heldout_mse);
}

/// A loss that is higher because something was added to it is as sound as the one before.
#[test]
fn a_divergence_goes_back_no_further_than_it_must() {
    let mut program =
        Program::ready("#data=line&k=1&hidden=none&code=linear&act=linear&play=1&speed=fast");
    program.frames(400);
    let turned = program.step();
    program.act(Action::KnobTurned(Key::Penalty, Value::Choice(1)));
    program.turn(Key::Lambda, 1.0);
    program.act(Action::KnobTurned(Key::Noise, Value::Choice(1)));
    program.turn(Key::Level, 0.8);
    program.frames(400);
    let later = program.step();
    assert!(later > turned + 500, "{turned} {later}");
    program.act(Action::KnobTurned(Key::Opt, Value::Choice(1)));
    program.turn(Key::Lr, 1.0);
    program.frames(200);
    let Phase::Diverged { sound_step, .. } = program.state.training.phase else {
        panic!("{:?}", program.state.training.phase);
    };
    assert!(sound_step + 100 > later, "back to {sound_step} of {later}");
}

/// What is brought back after a fix is the failure, on the page and in the trainer.
#[test]
fn a_failure_that_is_brought_back_has_its_own_settings() {
    let mut tried = 0;
    for lesson in Lesson::ALL {
        let lost = (0..lesson.failures().len()).filter(|&at| lesson.failures()[at].is_lost);
        for index in lost {
            let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
            program.act(Action::FailureChosen(index));
            program.load_assets();
            let failing = program.state.training.settings.clone();
            program.frames(200);
            program.act(Action::FixPressed);
            assert_ne!(program.state.training.settings, failing);
            program.frames(5);
            program.act(Action::UndoPressed);
            program.frames(5);
            assert_eq!(program.state.training.settings, failing, "{lesson:?}");
            tried += 1;
        }
    }
    assert!(tried > 0);
}

#[test]
fn with_a_coarse_clock_a_run_learns_the_same() {
    for link in ["#data=line&play=1", "#data=line&speed=fast&play=1"] {
        let mut program = Program::ready(link);
        program.coarsen_clock(100.0);
        program.frames(100);
        let step = program.step();
        assert!(step > 100, "{link}: {step} steps in 1.6 s");
        let pace = program.state.training.steps_per_s.unwrap();
        assert!(pace.is_finite() && pace > 0.0, "{link}: {pace}");
        program.act(Action::PlayToggled);
        program.frames(4);
        let (step, error) = (program.step(), program.readouts().heldout_mse);

        let mut fine = Program::ready(&link.replace("&play=1", ""));
        for _ in 0..step {
            fine.act(Action::StepPressed);
            fine.frames(1);
        }
        fine.frames(2);
        assert_eq!(fine.readouts().heldout_mse, error, "{link} at {step}");
    }
}

#[test]
fn a_file_that_is_damaged_is_an_error_and_points_still_work() {
    let mut program = Program::open("#");
    let path = program.state.missing_asset().unwrap();
    let damaged = Asset::Arrived(Rc::new(file("data/digits.bin")[..1000].to_vec()));
    program.act(Action::AssetProgressed(path, damaged));
    program.frames(3);
    let damaged = Phase::Failed(Failure::File(FileFault::Damaged));
    assert_eq!(program.state.training.phase, damaged);
    program.act(Action::KnobTurned(
        Key::Data,
        Value::Choice(DataSet::Spiral as usize),
    ));
    program.frames(4);
    assert_eq!(program.state.training.phase, Phase::Live);
    assert!(program.state.training.picture.is_some());
}

#[test]
fn a_damaged_file_is_fetched_again() {
    let mut program = Program::open("#play=1");
    let path = program.state.missing_asset().unwrap();
    let damaged = Asset::Arrived(Rc::new(file("data/digits.bin")[..1000].to_vec()));
    program.act(Action::AssetProgressed(path, damaged));
    program.frames(3);
    assert!(matches!(program.state.training.phase, Phase::Failed(_)));
    program.act(Action::AssetRetried);
    assert_eq!(program.state.missing_asset(), Some(path));
    program.load_assets();
    program.frames(4);
    assert_eq!(program.state.training.phase, Phase::Live);
}

#[test]
fn a_file_that_fails_to_load_can_be_tried_again() {
    let mut program = Program::open("#play=1");
    let path = program.state.missing_asset().unwrap();
    program.act(Action::AssetProgressed(
        path,
        Asset::Failed("404".to_owned()),
    ));
    program.frames(3);
    assert!(program.sent.is_empty());
    assert_eq!(program.state.missing_asset(), None);
    program.act(Action::AssetRetried);
    assert_eq!(program.state.missing_asset(), Some(path));
    program.load_assets();
    program.frames(10);
    assert!(program.step() > 0);
}
