//! The whole program without a browser.

#![allow(clippy::unwrap_used)]

mod common;

use std::rc::Rc;

use common::program::Program;
use common::{engine, last_readouts, start, train};
use hourglass::engine::autoencoder_config;
use hourglass::lessons::Lesson;
use hourglass::link;
use hourglass::model::Autoencoder;
use hourglass::protocol::{Command, Event, Message, View};
use hourglass::random::{Purpose, stream};
use hourglass::session::{Action, Panel, Phase, State};
use hourglass::settings::{DataSet, Key, Settings, Value};
use ndarray::Array2;

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
    assert_eq!(program.state.readouts.as_ref().unwrap().step, step);
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
fn a_slider_never_restarts_the_run() {
    let mut program = Program::ready("#k=2&play=1");
    program.frames(60);
    let before = program.readouts().clone();
    let run = program.state.run;
    let mut last = before.step;
    for k in 3..=16 {
        program.turn(Key::K, f64::from(k));
        program.frames(2);
        assert!(program.step() > last);
        last = program.step();
    }
    program.turn(Key::Lr, 0.005);
    program.turn(Key::Batch, 32.0);
    program.act(Action::KnobTurned(Key::Act, Value::Choice(2)));
    program.act(Action::KnobTurned(Key::Hidden, Value::Widths(vec![40])));
    program.frames(200);
    assert_eq!(program.state.run, run);
    assert_eq!(program.state.history.points[0].step, 0, "the curve goes on");
    assert_eq!(program.state.picture.as_ref().unwrap().snapshot.k, 16);
    assert!(program.readouts().heldout_mse < before.heldout_mse);
    let marks: Vec<&str> = program
        .state
        .history
        .marks
        .iter()
        .map(|m| m.text.as_str())
        .collect();
    assert_eq!(
        marks,
        [
            "k 2 → 16",
            "learning rate 0.003 → 0.005",
            "batch size 64 → 32",
            "hidden activation ReLU → tanh",
            "hidden layers 32 → 40"
        ]
    );
}

#[test]
fn a_slider_acts_on_a_paused_page_too() {
    let mut program = Program::ready("#k=2");
    program.turn(Key::K, 9.0);
    program.frames(3);
    assert_eq!(program.state.picture.as_ref().unwrap().snapshot.k, 9);
    assert_eq!(program.step(), 0);
}

#[test]
fn another_data_set_starts_anew_and_can_be_taken_back() {
    let mut program = Program::ready("#play=1");
    program.frames(50);
    program.act(Action::PlayToggled);
    program.frames(2);
    let before = program.readouts().clone();
    let settings = program.state.settings.clone();
    program.act(Action::KnobTurned(
        Key::Data,
        Value::Choice(DataSet::Circle as usize),
    ));
    program.frames(4);
    assert_eq!(program.step(), 0);
    assert_eq!(program.state.picture.as_ref().unwrap().facts.x.columns, 2);
    assert_eq!(
        program.state.past.as_ref().unwrap().history.last_step(),
        before.step
    );
    program.act(Action::UndoPressed);
    program.frames(4);
    assert_eq!(program.state.settings, settings);
    assert_eq!(program.readouts(), &before);
    assert_eq!(program.state.history.points[0].step, 0);
    program.act(Action::StepPressed);
    program.frames(3);
    assert_eq!(program.step(), before.step + 1);
}

/// Dragging a slider that restarts keeps the run before the drag, not one of its many short runs.
#[test]
fn a_drag_that_restarts_is_taken_back_as_one() {
    let mut program = Program::ready("#data=circle&play=1");
    program.frames(80);
    let before = program.step();
    for n in 0..10 {
        program.turn(Key::N, f64::from(400 + 10 * n));
        program.frames(3);
    }
    assert!(program.state.past.as_ref().unwrap().history.last_step() >= before);
    program.act(Action::UndoPressed);
    program.frames(3);
    assert!(program.step() >= before);
    assert_eq!(program.state.settings.n, 500);
}

#[test]
fn replies_of_an_older_run_are_dropped() {
    let mut program = Program::ready("#data=circle&play=1");
    program.frames(5);
    // A request of the old run is answered after the new run was asked for.
    program.act(Action::FrameArrived { now_ms: 1e6 });
    program.engine_works();
    program.act(Action::ResetPressed);
    let (picture, history) = (program.state.picture.clone(), program.state.history.clone());
    let stale = program.state.clone();
    program.page_reads();
    assert_eq!(program.state.picture, picture);
    assert!(Rc::ptr_eq(&program.state.history, &history));
    assert_eq!(stale.run, program.state.run);
    program.frames(5);
    assert_eq!(
        program.state.picture.as_ref().unwrap().run,
        program.state.run
    );
    assert!(program.step() < 100);
}

#[test]
fn an_event_of_any_other_run_changes_no_picture() {
    let mut program = Program::ready("#data=line&play=1");
    program.frames(5);
    let snapshot = (*program.state.picture.as_ref().unwrap().snapshot).clone();
    let facts = (*program.state.picture.as_ref().unwrap().facts).clone();
    let run = program.state.run + 7;
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
        },
        Event::Failed {
            run,
            why: "no".to_owned(),
        },
    ] {
        program.state.apply(Action::EventArrived(Box::new(event)));
        assert_eq!(program.state.picture, before.picture);
        assert_eq!(program.state.phase, Phase::Live);
        assert_eq!(program.state.playing, before.playing);
    }
}

#[test]
fn a_hovered_sample_is_followed_and_a_place_in_the_code_is_decoded() {
    let mut program = Program::ready("#k=3");
    let sample = |program: &Program| {
        let picture = program.state.picture.as_ref().unwrap();
        picture.snapshot.sample.clone().unwrap()
    };
    let gallery = program.state.picture.as_ref().unwrap().gallery.clone();
    assert_eq!(gallery.len(), 12);
    assert_eq!(sample(&program).sample, gallery[0]);
    program.act(Action::SampleHovered(Some(77)));
    program.frames(2);
    assert_eq!(sample(&program).sample, 77);
    assert_eq!(program.state.marked(), Some(77));
    program.act(Action::SampleHovered(None));
    program.act(Action::SampleSelected(Some(gallery[4])));
    program.frames(2);
    assert_eq!(sample(&program).sample, gallery[4]);
    program.act(Action::SampleMoved(1));
    assert_eq!(program.state.selected, Some(gallery[5]));

    // Decoding a sample's own code gives its reconstruction.
    program.act(Action::AxisChosen(0, 2));
    program.frames(2);
    assert_eq!(program.state.axes, [2, 1]);
    let of_sample = sample(&program);
    let code = of_sample.code.row(0);
    program.act(Action::ProbeMoved(Some([code[2], code[1]])));
    program.frames(2);
    let of_sample = sample(&program);
    let probe = program
        .state
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .probe
        .clone()
        .unwrap();
    let difference = probe
        .decoded
        .values
        .iter()
        .zip(&of_sample.reconstruction.values);
    assert!(difference.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max) < 1e-5);
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
    assert_eq!(program.state.settings.k, 4);
    assert!(program.state.playing);
    program.act(Action::LinkOpened("#k=5".to_owned()));
    assert_eq!(
        (program.state.settings.k, program.state.playing),
        (5, false)
    );
    let (link, complaints) = link::read(&program.state.link());
    assert!(complaints.is_empty());
    assert_eq!(link.settings, program.state.settings);
}

#[test]
fn messages_survive_their_bytes() {
    let mut program = Program::ready("#data=circle&k=1&act=tanh");
    program.act(Action::ProbeMoved(Some([0.1, 0.2])));
    program.frames(3);
    let snapshot = (*program.state.picture.as_ref().unwrap().snapshot).clone();
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
    let points = &program.state.history.points;
    assert!(points.len() <= 2001);
    assert!(points.windows(2).all(|pair| pair[0].step < pair[1].step));
    assert_eq!(
        (points[0].step, program.state.history.last_step()),
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
            (state.settings, state.complaints),
            (read.settings, complaints)
        );
    }
}

#[test]
fn no_penalty_noise_or_tying_takes_the_run_back() {
    let mut program = Program::ready("#k=12&play=1");
    program.frames(4);
    for (key, value) in [
        (Key::Penalty, Value::Choice(1)),
        (Key::Lambda, Value::Number(0.1)),
        (Key::Penalty, Value::Choice(2)),
        (Key::Rho, Value::Number(0.2)),
        (Key::Beta, Value::Number(2.0)),
        (Key::Decay, Value::Number(0.001)),
        (Key::Noise, Value::Choice(1)),
        (Key::Level, Value::Number(0.7)),
        (Key::Noise, Value::Choice(3)),
        (Key::Loss, Value::Choice(1)),
        (Key::Tied, Value::Choice(1)),
        (Key::Tied, Value::Choice(0)),
    ] {
        let (run, step) = (program.state.run, program.step());
        program.act(Action::KnobTurned(key, value));
        program.frames(3);
        assert_eq!(program.state.run, run, "{key:?}");
        assert!(program.step() > step, "{key:?}");
        assert!(program.readouts().loss.is_finite());
    }
    assert!(program.readouts().penalty.is_some() && program.readouts().decay.is_some());
}

#[test]
fn the_terms_of_the_loss_add_up() {
    let link = "#penalty=l1&lambda=0.01&decay=0.001&noise=masking&level=0.3";
    let mut program = Program::ready(link);
    program.act(Action::StepPressed);
    program.frames(2);
    let readouts = program.readouts();
    let sum = readouts.reconstruction + readouts.penalty.unwrap() + readouts.decay.unwrap();
    assert!((readouts.loss - sum).abs() < 1e-9);
    assert_eq!(readouts.reconstruction, readouts.train_mse);
    assert!(readouts.gain_db.is_some());
}

#[test]
fn a_snapshot_holds_what_its_panel_shows() {
    let mut program = Program::ready("#hidden=none&k=6");
    let counts = |program: &Program| {
        let snapshot = &program.state.picture.as_ref().unwrap().snapshot;
        [&snapshot.heatmap, &snapshot.dictionary].map(|matrix| matrix.rows())
    };
    assert_eq!(counts(&program), [0, 0]);
    program.act(Action::PanelChosen(Panel::Units));
    program.frames(2);
    assert_eq!(counts(&program), [6, 6]);
    let picture = program.state.picture.clone().unwrap();
    assert_eq!(picture.snapshot.heatmap.columns, picture.heatmap.len());
    assert!(picture.snapshot.analyses.is_none());
    program.act(Action::PanelChosen(Panel::Uses));
    program.frames(2);
    assert_eq!(counts(&program), [0, 0]);
    let analyses = program
        .state
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .analyses
        .clone();
    assert!(analyses.unwrap().precision.is_some());
}

/// The weights that come with a snapshot make the very activations that its heatmap shows.
#[test]
fn the_heatmap_is_the_networks_activations() {
    let link = "#data=moons&k=5&code=sigmoid&tied=1";
    let mut engine = engine();
    let Event::Started { facts, .. } = start(&mut engine, link) else {
        panic!("{link} did not start");
    };
    let view = View {
        heatmap: vec![3, 499, 0, 250],
        weights: true,
        ..View::default()
    };
    let Event::Snapshot { snapshot, .. } = train(&mut engine, 30, view.clone()) else {
        panic!("no picture");
    };
    let mut network: Autoencoder<f32> =
        autoencoder_config(&link::read(link).0.settings).init(&mut stream(9, Purpose::Weights));
    let weights = snapshot.weights.unwrap().parameters.values;
    assert_eq!(network.parameters().count(), weights.len());
    for (parameter, weight) in network.parameters_mut().zip(weights) {
        *parameter = weight;
    }
    for (column, &sample) in view.heatmap.iter().enumerate() {
        let x = Array2::from_shape_vec((1, 2), facts.x.row(sample as usize).to_vec()).unwrap();
        for (unit, &activation) in network.encode(x.view()).iter().enumerate() {
            assert!((snapshot.heatmap.row(unit)[column] - activation).abs() < 1e-6);
        }
    }
}

#[test]
fn the_page_asks_only_for_what_it_shows() {
    let asked = |link: &str, panel: Panel| {
        let mut program = Program::ready(link);
        program.act(Action::PanelChosen(panel));
        program.act(Action::StepPressed);
        program.frames(2);
        let views = program
            .sent
            .iter()
            .rev()
            .filter_map(|command| match command {
                Command::Train { view, .. } => Some(view.clone()),
                _ => None,
            });
        let view = views.into_iter().next().unwrap();
        [
            !view.heatmap.is_empty(),
            view.dictionary,
            view.analyses,
            view.field,
        ]
    };
    assert_eq!(asked("#", Panel::Codes), [false; 4]);
    assert_eq!(asked("#", Panel::Units), [true, true, false, false]);
    assert_eq!(asked("#", Panel::Uses), [false, false, true, false]);
    assert_eq!(asked("#noise=masking", Panel::Codes), [false; 4]);
    let corrupted = "&noise=gaussian&level=0.1&k=1";
    for (data, has_field) in [("spiral", true), ("scurve", false)] {
        let link = format!("#data={data}{corrupted}");
        assert_eq!(asked(&link, Panel::Codes), [false, false, false, has_field]);
    }
}

#[test]
fn a_chosen_lesson_starts_its_preset_and_waits() {
    let mut program = Program::ready("#play=1");
    program.frames(3);
    program.act(Action::LessonChosen(Lesson::Uses));
    program.load_assets();
    program.frames(4);
    assert_eq!(program.state.settings, Lesson::Uses.preset());
    assert_eq!((program.step(), program.state.playing), (0, false));
    assert_eq!(program.state.panel, Panel::Uses);
    assert_eq!(program.state.link(), "#v=1&lesson=uses");
}
