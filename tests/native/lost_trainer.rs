//! A trainer that dies or says nothing, without a browser: the run goes on from the weights that it sent last.

use std::rc::Rc;

use crate::common::file;
use crate::common::program::Program;
use hourglass::protocol::{Event, Failure, VERSION};
use hourglass::session::{Action, Asset, Trainer};
use hourglass::settings::{Key, Value};

#[test]
fn a_dead_trainer_loses_at_most_a_second() {
    let mut program = Program::ready("#play=1");
    program.frames(300);
    let at_death = program.step();
    program.lose_engine();
    assert_eq!(program.state.training.trainer, Trainer::Connecting);
    program.frames(10);
    let resumes_at = program.state.training.resumes_at();
    assert!(resumes_at > at_death / 2 && resumes_at <= at_death);
    let kept = program.state.time.history.clone();
    let error_then = kept
        .points
        .iter()
        .find(|p| p.step == resumes_at)
        .unwrap()
        .held_out;

    let told = program.state.trouble.clone().unwrap();
    assert!(told.contains("it was killed") && told.contains(&format!("step {resumes_at}")));
    program.act(Action::PlayToggled);
    program.spawn_engine();
    program.frames(4);
    assert_eq!(program.step(), resumes_at);
    assert_eq!(program.readouts().heldout_mse, error_then);
    assert_eq!(program.state.time.history.points[0].step, 0);
    program.act(Action::PlayToggled);
    program.frames(50);
    assert!(program.step() > resumes_at);
}

#[test]
fn a_trainer_that_dies_again_at_once_is_not_replaced_for_ever() {
    let mut program = Program::ready("#play=1");
    program.frames(100);
    let mut replaced = |seconds: usize| {
        program.spawn_engine();
        program.frames(seconds * 1000 / 16 + 1);
        program.lose_engine();
        program.state.training.trainer == Trainer::Connecting
    };
    assert_eq!([0, 1, 5, 31].map(&mut replaced), [true, false, false, true]);
}

/// Frames in which nobody answers, until the page says so.
fn until_silence_is_noticed(program: &mut Program, frame_ms: f64) -> usize {
    let noticed = (0..3000).find(|_| {
        program.frames_of(frame_ms, 1);
        program.state.training.silence.is_long()
    });
    noticed.unwrap()
}

#[test]
fn a_trainer_that_is_killed_in_silence_is_noticed_and_replaced() {
    let mut program = Program::ready("#play=1");
    program.frames(300);
    let at_death = program.step();
    program.kill_engine();
    let frames = until_silence_is_noticed(&mut program, 16.0);
    assert!(
        (600..650).contains(&frames),
        "noticed after {frames} frames"
    );
    assert_eq!(program.state.training.trainer, Trainer::Ready);
    program.act(Action::TrainerReplaced);
    assert!(!program.state.training.silence.is_long());
    program.spawn_engine();
    program.frames(4);
    assert!(program.step() > at_death / 2, "the run is lost");
    let back_at = program.step();
    program.frames(50);
    assert!(program.step() > back_at);
}

#[test]
fn a_trainer_that_was_only_busy_goes_on_where_it_was() {
    let mut program = Program::ready("#play=1");
    program.frames(50);
    let step = program.step();
    program.hold_engine(true);
    until_silence_is_noticed(&mut program, 16.0);
    program.hold_engine(false);
    program.frames(3);
    assert!(!program.state.training.silence.is_long());
    assert!(program.step() > step && program.step() < step + 100);
}

#[test]
fn a_trainer_that_never_says_a_word_is_noticed() {
    let mut program = Program::open("#data=line&play=1");
    program.kill_engine();
    until_silence_is_noticed(&mut program, 16.0);
    assert_eq!(program.state.training.trainer, Trainer::Connecting);
}

/// Nobody is asked anything while a run waits, so silence is as it should be.
#[test]
fn a_run_that_waits_or_cannot_start_makes_no_silence() {
    for link in ["#data=line", "#"] {
        let mut program = Program::open(link);
        program.frames(1200);
        assert!(!program.state.training.silence.is_long(), "{link}");
    }
    let mut program = Program::open("#play=1");
    let path = program.state.missing_asset().unwrap();
    let damaged = Asset::Arrived(Rc::new(file("data/digits.bin")[..1000].to_vec()));
    program.act(Action::AssetProgressed(path, damaged));
    program.frames(1200);
    assert!(!program.state.training.silence.is_long());

    // Nor by a run that is gone while it was asked for steps.
    let mut program = Program::ready("#data=line&play=1");
    program.hold_engine(true);
    program.frames(1);
    let (run, why) = (program.state.training.run, Failure::NoSuchRun);
    program.act(Action::EventArrived(Box::new(Event::Failed { run, why })));
    program.frames(1200);
    assert!(!program.state.training.silence.is_long());
}

/// Whoever moves the pointer without a pause has a request under way at every frame.
#[test]
fn a_trainer_that_answers_is_never_silent() {
    let mut program = Program::ready("#data=line");
    for frame in 0..1200_u32 {
        program.act(Action::SampleHovered(Some(frame % 10)));
        let now_ms = program.now_ms() + 16.0 * f64::from(frame);
        program.act(Action::FrameArrived { now_ms });
        program.engine_works();
        program.page_reads();
        assert!(
            !program.state.training.silence.is_long(),
            "at frame {frame}"
        );
    }
}

#[test]
fn an_hour_of_sleep_is_neither_silence_nor_training() {
    let mut program = Program::ready("#data=spiral&play=1");
    program.frames(200);
    let (step, error) = (program.step(), program.readouts().heldout_mse);
    let awake = program.state.training.steps_per_s.unwrap();
    // The answer to what was asked last comes when the page is awake again.
    program.hold_engine(true);
    program.frames_of(3_600_000.0, 2);
    assert!(!program.state.training.silence.is_long());
    program.hold_engine(false);
    program.frames(10);
    assert!(
        program.step() - step < 500,
        "{} steps",
        program.step() - step
    );
    assert!(program.state.training.playing && program.readouts().heldout_mse < 1.5 * error);
    // Nobody knows how fast it is until there is a while to tell from.
    assert_eq!(program.state.training.steps_per_s, None);
    program.frames(60);
    let pace = program.state.training.steps_per_s.unwrap();
    assert!((pace / awake - 1.0).abs() < 0.2, "{pace} for {awake}");
}

#[test]
fn a_trainer_of_another_build_is_noticed() {
    let mut program = Program::open("#data=line");
    program.act(Action::EventArrived(Box::new(Event::Ready {
        version: "older".to_owned(),
    })));
    assert!(matches!(program.state.training.trainer, Trainer::Lost(_)));
    assert!(program.sent.is_empty());
    assert!(!VERSION.is_empty());
}

#[test]
fn settings_turned_while_there_is_no_trainer_count_for_the_next_one() {
    let mut program = Program::ready("#play=1");
    program.frames(100);
    program.lose_engine();
    program.lose_engine();
    let sent = program.sent.len();
    program.turn(Key::K, 3.0);
    program.act(Action::KnobTurned(Key::Act, Value::Choice(2)));
    program.frames(3);
    assert_eq!(program.sent.len(), sent, "nobody listens");
    program.act(Action::TrainerReplaced);
    program.spawn_engine();
    program.frames(4);
    assert_eq!(
        program.state.training.picture.as_ref().unwrap().snapshot.k,
        3
    );
    assert!(program.step() > 0);
}
