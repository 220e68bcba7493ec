//! What a turned knob does to the run, and how it is taken back.

use crate::common::program::Program;
use hourglass::lessons::Lesson;
use hourglass::session::{Action, Panel};
use hourglass::settings::{DataSet, Key, Value};

#[test]
fn a_slider_never_restarts_the_run() {
    let mut program = Program::ready("#k=2&play=1");
    program.frames(60);
    let before = program.readouts().clone();
    let run = program.state.training.run;
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
    assert_eq!(program.state.training.run, run);
    assert_eq!(
        program.state.time.history.points[0].step, 0,
        "the curve goes on"
    );
    assert_eq!(
        program.state.training.picture.as_ref().unwrap().snapshot.k,
        16
    );
    assert!(program.readouts().heldout_mse < before.heldout_mse);
    let marks: Vec<String> = program
        .state
        .time
        .history
        .marks
        .iter()
        .map(|mark| mark.change.text())
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
    assert_eq!(
        program.state.training.picture.as_ref().unwrap().snapshot.k,
        9
    );
    assert_eq!(program.step(), 0);
}

#[test]
fn another_data_set_starts_anew_and_can_be_taken_back() {
    let mut program = Program::ready("#play=1");
    program.frames(50);
    program.act(Action::PlayToggled);
    program.frames(2);
    let before = program.readouts().clone();
    let settings = program.state.training.settings.clone();
    program.act(Action::KnobTurned(
        Key::Data,
        Value::Choice(DataSet::Circle as usize),
    ));
    program.frames(4);
    assert_eq!(program.step(), 0);
    assert_eq!(
        program
            .state
            .training
            .picture
            .as_ref()
            .unwrap()
            .facts
            .x
            .columns,
        2
    );
    assert_eq!(
        program
            .state
            .training
            .past
            .as_ref()
            .unwrap()
            .history
            .last_step(),
        before.step
    );
    program.act(Action::UndoPressed);
    program.frames(4);
    assert_eq!(program.state.training.settings, settings);
    assert_eq!(program.readouts(), &before);
    assert_eq!(program.state.time.history.points[0].step, 0);
    program.act(Action::StepPressed);
    program.frames(3);
    assert_eq!(program.step(), before.step + 1);
}

/// Whoever has left an experiment and brings its run back is in that experiment again: its text, its pictures, its
/// link.
#[test]
fn a_run_that_is_brought_back_brings_its_experiment_back() {
    let lab = "#lesson=lab&panels=units,grid";
    for (link, leave) in [
        ("#lesson=sparse&scene=2", Action::LessonChosen(Lesson::Lab)),
        ("#lesson=denoising", Action::SceneChosen(1)),
        (lab, Action::LessonChosen(Lesson::Pca)),
        (lab, Action::LinkRevisited("#lesson=sparse".to_owned())),
        ("#lesson=pca", Action::FailureChosen(0)),
    ] {
        let mut program = Program::ready(&format!("{link}&play=1"));
        program.act(Action::PanelChosen(Panel::Units));
        program.frames(60);
        program.act(Action::PlayToggled);
        program.frames(3);
        let place = |program: &Program| {
            let (course, state) = (&program.state.course, &program.state);
            let place = (course.lesson, course.scene, course.failing.is_some());
            (place, state.link(), state.panels(), program.step())
        };
        let before = place(&program);
        assert!(before.3 > 100, "{link}: {}", before.3);
        program.act(leave);
        program.load_assets();
        program.act(Action::StepPressed);
        program.frames(30);
        assert_ne!(place(&program).0, before.0, "{link}");
        program.state.training.playing = false;
        program.act(Action::UndoPressed);
        program.frames(30);
        assert_eq!(place(&program), before, "{link}");
    }
    // In the same experiment the look is the one of now.
    let mut program = Program::ready("#lesson=sparse&play=1");
    program.frames(60);
    program.act(Action::ResetPressed);
    program.act(Action::PanelChosen(Panel::Units));
    program.act(Action::UndoPressed);
    program.frames(3);
    assert_eq!(program.state.panel(), Panel::Units);
}

/// A size counts as trained by the steps that it was trained, not by those of a run that is brought back.
#[test]
fn a_run_that_is_brought_back_has_trained_nothing_anew() {
    let mut program = Program::ready("#lesson=pca&k=1&play=1&speed=normal");
    program.frames(100);
    program.turn(Key::K, 2.0);
    program.act(Action::PlayToggled);
    program.frames(3);
    let seen = |program: &Program| program.state.seen().unwrap().ks;
    assert_eq!(seen(&program), [1]);
    for _ in 0..3 {
        program.act(Action::ResetPressed);
        program.frames(3);
        program.act(Action::UndoPressed);
        program.frames(3);
        assert!(program.step() > 150);
        assert_eq!(seen(&program), [1]);
    }
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
    assert!(
        program
            .state
            .training
            .past
            .as_ref()
            .unwrap()
            .history
            .last_step()
            >= before
    );
    program.act(Action::UndoPressed);
    program.frames(3);
    assert!(program.step() >= before);
    assert_eq!(program.state.training.settings.n, 500);
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
        let (run, step) = (program.state.training.run, program.step());
        program.act(Action::KnobTurned(key, value));
        program.frames(3);
        assert_eq!(program.state.training.run, run, "{key:?}");
        assert!(program.step() > step, "{key:?}");
        assert!(program.readouts().loss.is_finite());
    }
    assert!(program.readouts().penalty.is_some() && program.readouts().decay.is_some());
}

/// A run that waits for its data has replaced nothing yet; the trainer keeps an older run still.
#[test]
fn a_run_is_brought_back_while_the_next_one_waits_for_its_data() {
    let mut program = Program::ready("#data=line&n=100&hidden=8-6-8&play=1");
    program.frames(60);
    let hidden = |widths: &[u32]| Action::KnobTurned(Key::Hidden, Value::Widths(widths.to_vec()));
    program.act(hidden(&[12]));
    program.frames(200);
    let (settings, step) = (program.state.training.settings.clone(), program.step());
    assert_eq!((settings.hidden.as_slice(), step > 100), (&[12][..], true));
    program.act(Action::KnobTurned(
        Key::Data,
        Value::Choice(DataSet::Digits as usize),
    ));
    assert!(
        program.state.missing_asset().is_some(),
        "nothing to wait for"
    );
    program.frames(3);
    program.act(Action::UndoPressed);
    program.frames(30);
    assert_eq!(program.state.training.settings, settings);
    assert!(
        program.step() >= step,
        "step {} after {step}",
        program.step()
    );
    program.turn(Key::K, 2.0);
    program.frames(30);
    assert!(program.step() > step);
}

/// Atoms of length 1 cannot begin at nothing: new ones point elsewhere, and their units hardly speak.
#[test]
fn a_code_with_unit_atoms_grows_in_peace() {
    use hourglass::settings::Key;
    for code in ["penalty=kl", "code=relu", "code=linear", "code=tanh"] {
        let link = format!("#lesson=lab&atoms=unit&hidden=none&k=48&n=400&{code}&play=1");
        let mut program = crate::common::program::Program::ready(&link);
        program.frames(200);
        program.act(hourglass::session::Action::PlayToggled);
        program.frames(5);
        let before = program.readouts().heldout_mse;
        program.turn(Key::K, 64.0);
        program.frames(5);
        program.act(hourglass::session::Action::StepPressed);
        program.frames(10);
        let after = program.readouts().heldout_mse;
        // A tenth of the variance is 0.007; with atoms from nothing it was 43 times the variance.
        assert!(after < before + 0.02, "{code}: {before} … {after}");
    }
}
