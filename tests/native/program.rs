//! The whole program without a browser: what is sent when, and what is made of the answers.

use std::rc::Rc;

use crate::common::last_readouts;
use crate::common::program::Program;
use hourglass::lessons::Lesson;
use hourglass::link;
use hourglass::protocol::{Cause, Command, Event, Failure, Message};
use hourglass::session::{Action, Panel, Phase, State};
use hourglass::settings::{Key, Settings};

#[test]
fn nothing_is_sent_before_the_trainer_is_ready_and_the_data_are_there() {
    let mut program = Program::open("#play=1");
    for _ in 0..5 {
        program.act(Action::FrameArrived { now_ms: 1.0 });
    }
    program.turn(Key::K, 4.0);
    assert!(program.sent.is_empty());
    program.page_reads();
    assert!(program.sent.is_empty(), "the digits are not loaded");
    assert_eq!(program.state.missing_asset(), Some("data/digits.bin"));
    program.load_assets();
    assert!(matches!(&program.sent[..], [Command::Start { settings, .. }] if settings.k == 4));
}

#[test]
fn a_playing_page_learns_and_a_paused_one_stands_still() {
    let mut program = Program::ready("#play=1");
    let untrained = program.readouts().heldout_mse;
    program.frames(120);
    let trained = program.readouts().clone();
    assert!(trained.heldout_mse < untrained / 3.0);
    assert!(trained.step > 100);
    program.act(Action::PlayToggled);
    program.frames(2);
    let (step, sent) = (program.step(), program.sent.len());
    program.frames(50);
    assert_eq!((program.step(), program.sent.len()), (step, sent));
    assert_eq!(program.state.training.readouts.as_ref().unwrap().step, step);
    program.act(Action::StepPressed);
    program.act(Action::StepPressed);
    program.frames(4);
    assert_eq!(program.step(), step + 2);
}

/// Pictures, bytes and all: the page's numbers are the engine's.
#[test]
fn the_page_shows_the_engines_numbers_bit_for_bit() {
    let link = "#data=moons&k=1&act=tanh&hidden=16-8";
    let mut program = Program::ready(link);
    for _ in 0..30 {
        program.act(Action::StepPressed);
        program.frames(2);
    }
    program.frames(2);
    let mut shown = program.readouts().clone();
    let mut wanted = last_readouts(link, 30);
    assert_eq!(shown.step, 30);
    (shown.steps_per_s, wanted.steps_per_s) = (None, None);
    assert_eq!(shown, wanted);
}

#[test]
fn two_requests_are_never_in_flight() {
    let mut program = Program::ready("#play=1&speed=fast");
    let sent = program.trains_sent();
    // The engine is slow: frames pass, sliders move, nothing is answered.
    for i in 0..20 {
        program.act(Action::FrameArrived {
            now_ms: 1e6 + 16.0 * f64::from(i),
        });
        program.turn(Key::K, f64::from(i + 1));
        program.act(Action::SampleHovered(Some(i as u32)));
    }
    assert!(program.trains_sent() <= sent + 1);
}

#[test]
fn replies_of_an_older_run_are_dropped() {
    let mut program = Program::ready("#data=circle&play=1");
    program.frames(5);
    // A request of the old run is answered after the new run was asked for.
    program.act(Action::FrameArrived { now_ms: 1e6 });
    program.engine_works();
    program.act(Action::ResetPressed);
    let (picture, history) = (
        program.state.training.picture.clone(),
        program.state.time.history.clone(),
    );
    let stale = program.state.clone();
    program.page_reads();
    assert_eq!(program.state.training.picture, picture);
    assert!(Rc::ptr_eq(&program.state.time.history, &history));
    assert_eq!(stale.training.run, program.state.training.run);
    program.frames(5);
    assert_eq!(
        program.state.training.picture.as_ref().unwrap().run,
        program.state.training.run
    );
    assert!(program.step() < 100);
}

#[test]
fn an_event_of_any_other_run_changes_no_picture() {
    let mut program = Program::ready("#data=line&play=1");
    program.frames(5);
    let snapshot = (*program.state.training.picture.as_ref().unwrap().snapshot).clone();
    let facts = (*program.state.training.picture.as_ref().unwrap().facts).clone();
    let run = program.state.training.run + 7;
    let before = program.state.clone();
    for event in [
        Event::Snapshot {
            run,
            snapshot: Box::new(snapshot),
        },
        Event::Started {
            run,
            facts: Box::new(facts),
        },
        Event::Diverged {
            run,
            step: 3,
            sound_step: 0,
            cause: Cause::Rate,
            rate: Some(0.1),
        },
        Event::Failed {
            run,
            why: Failure::NoSuchRun,
        },
    ] {
        program.state.apply(Action::EventArrived(Box::new(event)));
        assert_eq!(program.state.training.picture, before.training.picture);
        assert_eq!(program.state.training.phase, Phase::Live);
        assert_eq!(program.state.training.playing, before.training.playing);
    }
}

#[test]
fn slow_takes_one_step_at_a_time_and_fast_many() {
    let steps_in = |speed: &str| {
        let mut program = Program::ready(&format!("#data=line&speed={speed}&play=1"));
        let before = program.step();
        program.frames(60);
        program.step() - before
    };
    let (slow, normal, fast) = (steps_in("slow"), steps_in("normal"), steps_in("fast"));
    assert!((4..=12).contains(&slow), "{slow} in a second");
    assert!(
        normal > 10 * slow && fast > 2 * normal,
        "{slow} {normal} {fast}"
    );
}

#[test]
fn back_and_forward_change_settings_but_not_play() {
    let mut program = Program::ready("#k=4");
    program.turn(Key::K, 7.0);
    program.act(Action::PlayToggled);
    program.act(Action::LinkRevisited("#v=1&k=4".to_owned()));
    assert_eq!(program.state.training.settings.k, 4);
    assert!(program.state.training.playing);
    program.act(Action::LinkOpened("#k=5".to_owned()));
    assert_eq!(
        (
            program.state.training.settings.k,
            program.state.training.playing
        ),
        (5, false)
    );
    let (link, complaints) = link::read(&program.state.link());
    assert!(complaints.is_empty());
    assert_eq!(link.settings, program.state.training.settings);
}

#[test]
fn messages_survive_their_bytes() {
    let mut program = Program::ready("#data=circle&k=1&act=tanh");
    program.act(Action::ProbeMoved(Some([0.1, 0.2])));
    program.frames(3);
    let snapshot = (*program.state.training.picture.as_ref().unwrap().snapshot).clone();
    assert!(!snapshot.curve.values.is_empty());
    let event = Event::Snapshot {
        run: 3,
        snapshot: Box::new(snapshot),
    };
    let packet = event.clone().into_packet().unwrap();
    assert_eq!(Event::from_packet(packet).unwrap(), event);
    let command = Command::Tune {
        run: 1,
        settings: Settings::preset(),
    };
    let packet = command.clone().into_packet().unwrap();
    assert_eq!(Command::from_packet(packet).unwrap(), command);
    let mut cut = command.into_packet().unwrap();
    cut.head.truncate(3);
    assert!(
        Command::from_packet(cut).is_err(),
        "half a message is an error"
    );
}

#[test]
fn a_long_run_keeps_a_bounded_curve() {
    let mut program = Program::ready("#data=line&n=20&play=1");
    program.frames(5000);
    let points = &program.state.time.history.points;
    assert!(points.len() <= 2001);
    assert!(points.windows(2).all(|pair| pair[0].step < pair[1].step));
    assert_eq!(
        (points[0].step, program.state.time.history.last_step()),
        (0, program.step())
    );
}

#[test]
fn a_state_opens_from_any_link() {
    for link in [
        "",
        "#",
        "#k=-1&n=1&data=circle",
        "#hidden=512-512-512&k=128",
        "%%%",
    ] {
        let state = State::open(link);
        let (read, complaints) = link::read(link);
        assert_eq!(
            (state.training.settings, state.complaints),
            (read.settings, complaints)
        );
    }
}

#[test]
fn a_chosen_lesson_starts_its_preset_and_waits() {
    let mut program = Program::ready("#play=1");
    program.frames(3);
    program.act(Action::LessonChosen(Lesson::Uses));
    program.load_assets();
    program.frames(4);
    assert_eq!(program.state.training.settings, Lesson::Uses.preset());
    assert_eq!((program.step(), program.state.training.playing), (0, false));
    assert_eq!(program.state.look.panel, Panel::Uses);
    assert_eq!(program.state.link(), "#v=1&lesson=uses");
}
