//! What stands on the stage is named by what it is of, and a run by what it is: whatever was pinned, looked back at,
//! opened or asked for besides.

use hourglass::session::{Action, Asset, Multiples, Panel, SampleOrder, UnitOrder};
use hourglass::settings::{DataSet, Key, Value};

use crate::common::program::Program;

fn choose(program: &mut Program, data: DataSet) {
    program.act(Action::KnobTurned(Key::Data, Value::Choice(data as usize)));
    program.load_assets();
    program.frames(3);
}

/// The code units on the axes of the picture on the stage.
fn axes(program: &Program) -> [u32; 2] {
    program.state.staged().unwrap().snapshot.axes
}

#[test]
fn a_picture_says_which_units_are_on_its_axes() {
    let mut program = Program::ready("#lesson=lab&data=digits&hidden=none&k=2&play=1&speed=fast");
    program.frames(20);
    let early = program.step();
    program.turn(Key::K, 8.0);
    program.frames(20);
    program.act(Action::PinPressed);
    program.act(Action::AxisChosen(0, 4));
    program.act(Action::AxisChosen(1, 3));
    program.frames(3);
    assert_eq!(axes(&program), [4, 3]);
    program.act(Action::PinnedShown(true));
    assert_eq!(axes(&program), [0, 1]);
    program.act(Action::PinnedShown(false));
    // Two numbers have two axes, whichever were chosen since; what is chosen there is of what is there.
    program.act(Action::LookedBack(Some(early)));
    program.frames(5);
    let snapshot = &program.state.staged().unwrap().snapshot;
    assert_eq!((snapshot.k, snapshot.axes), (2, [0, 1]));
    let codes = &snapshot.codes;
    assert!((0..codes.rows()).any(|i| codes.row(i)[0] != codes.row(i)[1]));
    program.act(Action::AxisChosen(0, 1));
    program.frames(5);
    assert_eq!(axes(&program), [1, 0]);
}

#[test]
fn a_pinned_picture_keeps_its_data_set_its_settings_and_an_order_of_its_own() {
    let mut program = Program::ready("#lesson=lab&data=digits&hidden=none&k=8&panels=units&play=1");
    program.frames(20);
    program.act(Action::UnitsOrdered(UnitOrder::Mean));
    program.act(Action::SamplesOrdered(SampleOrder::Error));
    program.frames(5);
    program.act(Action::PinPressed);
    program.turn(Key::K, 32.0);
    program.frames(20);
    assert_eq!(program.state.staged_ranking().units.len(), 32);
    choose(&mut program, DataSet::Fashion);
    program.frames(5);
    let live = program.state.staged().unwrap();
    assert_eq!(live.data, DataSet::Fashion);
    program.act(Action::PinnedShown(true));
    let state = &program.state;
    assert_eq!(state.staged().unwrap().data, DataSet::Digits);
    assert_eq!(state.staged_settings().data, DataSet::Digits);
    assert_eq!(state.staged_settings().k, 8);
    let ranking = state.staged_ranking();
    let mut units = ranking.units.to_vec();
    units.sort_unstable();
    assert_eq!(units, Vec::from_iter(0..8));
    let heatmap = &state.staged().unwrap().shown.heatmap;
    assert_eq!(ranking.samples.len(), heatmap.len());
}

/// The chart of levels marks the level that a network was trained at.
#[test]
fn an_earlier_step_has_the_settings_of_its_time() {
    let mut program = Program::ready("#lesson=denoising&data=digits&level=0.4&play=1");
    program.frames(20);
    let early = program.step();
    program.turn(Key::Level, 0.2);
    program.frames(20);
    assert_eq!(program.state.staged_settings().level, 0.2);
    program.act(Action::LookedBack(Some(early)));
    program.frames(5);
    assert_eq!(program.state.staged_settings().level, 0.4);
    program.act(Action::PinPressed);
    program.act(Action::LookedBack(None));
    program.frames(5);
    program.act(Action::PinnedShown(true));
    assert_eq!(program.state.staged_settings().level, 0.4);
}

#[test]
fn a_link_to_another_experiment_brings_no_comparison_along() {
    let mut program = Program::ready("#lesson=undercomplete&play=1");
    program.act(Action::SweepToggled);
    while program.state.comparison.swept.len() < 2 {
        program.frames(1);
    }
    program.act(Action::TwinToggled);
    program.act(Action::LinkOpened("#lesson=intro".to_owned()));
    assert!(program.state.comparison.twin.is_none());
    assert!(program.state.comparison.swept.is_empty());
    program.act(Action::MultiplesToggled);
    program.act(Action::LinkRevisited("#lesson=pca".to_owned()));
    assert!(program.state.comparison.multiples.is_none());
}

/// Six beside each other would be six ways round a lock.
#[test]
fn what_a_teacher_has_locked_does_not_differ_among_six() {
    let mut program = Program::ready("#lesson=lab&lock=k");
    program.act(Action::MultiplesToggled);
    let (settings, locked) = (
        &program.state.training.settings,
        &program.state.prepared.locked,
    );
    assert!(Multiples::knobs(settings, locked).all(|knob| knob.key != Key::K));
    let first = program.state.comparison.multiples.unwrap().key;
    assert_ne!(first, Key::K);
    program.act(Action::MultiplesChosen(Key::K));
    assert_eq!(program.state.comparison.multiples.unwrap().key, first);
}

#[test]
fn steps_that_were_asked_for_go_with_their_run() {
    let mut program = Program::ready("#data=circle");
    program.hold_engine(true);
    for _ in 0..20 {
        program.act(Action::StepPressed);
    }
    program.hold_engine(false);
    program.act(Action::ResetPressed);
    // Of a run that is not there yet, none can be asked for.
    program.act(Action::StepPressed);
    program.frames(40);
    assert_eq!(program.step(), 0);
    program.act(Action::StepPressed);
    program.frames(3);
    assert_eq!(program.step(), 1);
}

/// Who waits in vain is not said to wait.
#[test]
fn a_file_that_does_not_come_is_not_awaited() {
    let mut program = Program::ready("#data=circle");
    program.act(Action::KnobTurned(
        Key::Data,
        Value::Choice(DataSet::Mnist as usize),
    ));
    assert!(program.state.training.is_awaited());
    let path = program.state.missing_asset().unwrap();
    program.act(Action::AssetProgressed(
        path,
        Asset::Failed("404".to_owned()),
    ));
    assert!(!program.state.training.is_awaited());
    assert!(program.state.shows(Panel::Codes));
}

/// The farthest place that a link can name still has a picture and an error, and a way back.
#[test]
fn a_sample_that_a_link_puts_far_out_is_drawn() {
    let program = Program::ready("#data=circle&k=1&moved=0:99999:-99999");
    assert!(program.readouts().train_mse.is_finite());
    assert_eq!(program.state.training.settings.moved.len(), 1);
    let program = Program::ready("#data=circle&k=1&moved=0:1e15:0");
    assert!(program.state.training.settings.moved.is_empty());
    assert_eq!(program.state.complaints.len(), 1);
}
