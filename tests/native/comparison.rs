//! Runs beside each other: pinned, swept over bottleneck sizes, or as twins.

use crate::common::program::Program;
use crate::common::{engine, snapshot, start};
use hourglass::protocol::{Command, View};
use hourglass::session::{Action, State, differences};
use hourglass::settings::{DataSet, Key, Value};

#[test]
fn a_pinned_run_keeps_its_curve_and_names_what_differs() {
    let mut program = Program::ready("#k=8&play=1");
    program.frames(20);
    program.act(Action::PinPressed);
    let pinned = program.state.comparison.pinned.clone().unwrap();
    program.act(Action::KnobTurned(Key::K, Value::Number(2.0)));
    program.act(Action::KnobTurned(Key::Seed, Value::Number(3.0)));
    program.frames(20);
    assert_eq!(program.state.comparison.pinned, Some(pinned.clone()));
    let differ = differences(&pinned.settings, &program.state.training.settings);
    assert_eq!(differ, ["k 8 → 2", "seed 0 → 3"]);
    assert!(program.state.time.history.points != pinned.history.points);
    program.act(Action::PinnedShown(true));
    let staged = program.state.staged().unwrap();
    assert_eq!(staged.snapshot.k, 8);
    program.act(Action::PinRemoved);
    assert_eq!(program.state.staged().unwrap().snapshot.k, 2);
}

#[test]
fn a_sweep_measures_every_size_once_and_stops() {
    let mut program = Program::ready("#data=swissroll&n=200&hidden=8&k=5");
    program.act(Action::SweepToggled);
    let mut frames = 0;
    while program.state.comparison.sweep.is_some() && frames < 20_000 {
        program.frames(50);
        frames += 50;
    }
    let ks: Vec<u32> = program
        .state
        .comparison
        .swept
        .iter()
        .map(|point| point.k)
        .collect();
    assert_eq!(ks, (1..=16).collect::<Vec<u32>>());
    assert!(!program.state.training.playing);
    let errors: Vec<f64> = program
        .state
        .comparison
        .swept
        .iter()
        .map(|point| point.held_out)
        .collect();
    assert!(errors[15] < errors[0]);
}

/// A sweep is of its samples: with others its points stand for nothing.
#[test]
fn a_sweep_ends_with_the_samples_that_it_is_of() {
    let begun = || {
        let mut program = Program::ready("#n=200&hidden=8&k=5");
        program.act(Action::SweepToggled);
        while program.state.comparison.swept.len() < 2 {
            program.frames(50);
        }
        program
    };
    for (key, value, is_kept) in [
        (Key::N, 300.0, false),
        (Key::Seed, 7.0, false),
        (Key::Lr, 0.001, true),
    ] {
        let mut program = begun();
        program.turn(key, value);
        let comparison = &program.state.comparison;
        assert_eq!(comparison.swept.is_empty(), !is_kept, "{key:?}");
        assert_eq!(comparison.sweep.is_some(), is_kept, "{key:?}");
    }
    let mut program = begun();
    let other = Value::Choice(DataSet::Bars as usize);
    program.act(Action::KnobTurned(Key::Data, other));
    assert!(program.state.comparison.swept.is_empty());

    // A run that is brought back is not swept on.
    let mut program = Program::ready("#n=200&hidden=8&k=5&play=1");
    program.frames(100);
    program.act(Action::SweepToggled);
    program.frames(100);
    program.act(Action::UndoPressed);
    program.frames(20);
    assert!(program.state.comparison.sweep.is_none());
    assert_eq!(program.state.training.settings.k, 5);
}

/// Whatever setting is different: a hundred steps see the same samples in the same order, under the
/// same corruption.
#[test]
fn twins_see_the_same_batches() {
    let batches = |difference: &str| -> Vec<(Vec<u32>, Vec<f32>)> {
        let link = format!("#seed=4&noise=masking&level=0.3{difference}");
        let mut engine = engine();
        start(&mut engine, &link);
        let steps = (0..100).map(|_| {
            let view = View::default();
            let taken = snapshot(engine.handle(Command::Dissect { run: 1, view }).unwrap());
            let parts = taken.dissection.unwrap();
            (parts.batch, parts.input.values)
        });
        steps.collect()
    };
    let plain = batches("");
    assert!(plain.windows(2).all(|pair| pair[0] != pair[1]));
    for difference in ["&k=2", "&act=tanh", "&lr=0.01", "&penalty=l1", "&opt=sgd"] {
        assert!(batches(difference) == plain, "{difference}");
    }
}

#[test]
fn a_twin_follows_in_all_but_its_own_setting() {
    let mut program = Program::ready("#k=8");
    program.act(Action::TwinToggled);
    let twin = program.state.comparison.twin.clone().unwrap();
    assert_eq!(
        differences(
            &program.state.training.settings,
            &twin.settings(&program.state.training.settings)
        ),
        ["k 8 → 4"]
    );
    program.act(Action::TwinChosen(Key::Lr));
    program.act(Action::TwinTurned(Value::Number(0.1)));
    program.turn(Key::K, 3.0);
    let twin = program.state.comparison.twin.clone().unwrap();
    let settings = twin.settings(&program.state.training.settings);
    assert_eq!((settings.k, settings.lr), (3, 0.1));

    // It goes to where the run stands, at full speed, and no further.
    program.act(Action::PlayToggled);
    program.frames(200);
    program.act(Action::PlayToggled);
    program.frames(3);
    program.act(Action::SampleSelected(Some(7)));
    program.frames(3);
    let mut follower = Program::open("#");
    let lead = program.state.lead(&twin);
    follower.state = State::following(&lead);
    follower.load_assets();
    follower.frames(3);
    assert!(lead.step > 500 && lead.settings == settings);
    follower.act(Action::Followed(Box::new(lead.clone())));
    follower.frames(60);
    assert_eq!(follower.state.training.settings, settings);
    assert_eq!(follower.step(), lead.step);
    assert_eq!(follower.state.look.marked(), Some(7));
    follower.frames(20);
    assert_eq!(follower.step(), lead.step);
    // Both are compared at the same step, and go on in step.
    let history = &program.state.time.history;
    assert_eq!(
        history.at(follower.step()).map(|point| point.step),
        Some(lead.step)
    );
    program.act(Action::PlayToggled);
    for _ in 0..50 {
        program.frames(1);
        follower.act(Action::Followed(Box::new(program.state.lead(&twin))));
        follower.frames(2);
        assert!(program.step() - follower.step() <= 16);
    }
    // Looking back is shared too.
    program.act(Action::LookedBack(Some(lead.step)));
    follower.act(Action::Followed(Box::new(program.state.lead(&twin))));
    follower.frames(3);
    assert!(follower.step() <= lead.step);
}

/// The planes of a sweep are of two units as soon as there are two.
#[test]
fn a_sweep_shows_two_units_against_each_other() {
    let mut program = Program::ready("#lesson=lab&k=2");
    program.act(Action::SweepToggled);
    while program.state.training.settings.k < 3 {
        program.frames(20);
    }
    assert_eq!(program.state.look.axes, [0, 1]);
}
