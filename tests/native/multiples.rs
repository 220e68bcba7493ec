//! Networks beside each other: six values of one control, the same seed and batches.

use crate::common::program::Program;
use crate::common::{engine, snapshot, start, train};
use hourglass::protocol::View;
use hourglass::session::{Action, Chosen, MULTIPLES, Multiples};
use hourglass::settings::{KNOBS, Key, Settings, Value};

#[test]
fn six_values_are_different_and_within_the_knobs_range() {
    let settings = Settings::preset();
    for knob in Multiples::knobs(&settings, &[]) {
        let all = Multiples { key: knob.key }.settings(&settings);
        assert!((2..=MULTIPLES).contains(&all.len()), "{}", knob.name());
        for one in &all {
            let mut same = settings.clone();
            knob.turn(&mut same, knob.value(one));
            assert_eq!(same, *one, "{} differs in more than itself", knob.name());
        }
    }
    // Another data set, seed or number of layers would be another story.
    let offered: Vec<Key> = Multiples::knobs(&settings, &[])
        .map(|knob| knob.key)
        .collect();
    let missing = KNOBS.iter().filter(|knob| !offered.contains(&knob.key));
    let missing: Vec<&str> = missing.map(|knob| knob.link).collect();
    assert!(missing.contains(&"seed") && missing.contains(&"data") && missing.contains(&"hidden"));
    let ks = Multiples { key: Key::K }.settings(&settings);
    let ks: Vec<u32> = ks.iter().map(|settings| settings.k).collect();
    assert_eq!(ks, [1, 2, 4, 8, 16, 32]);
}

/// One of them, once trained, becomes the run: its numbers, its curve, and learning goes on.
#[test]
fn the_chosen_one_goes_on_where_it_stands() {
    const STEPS: u32 = 120;
    let mut engine = engine();
    start(&mut engine, "#lesson=lab&k=4");
    let view = View {
        weights: true,
        ..View::default()
    };
    let trained = snapshot(train(&mut engine, STEPS, view));
    let mut program = Program::ready("#lesson=lab&k=2&play=1");
    program.load_assets();
    program.frames(40);
    let mut other = Program::ready("#lesson=lab&k=4");
    other.load_assets();
    other.frames(3);
    for _ in 0..STEPS {
        other.act(Action::StepPressed);
        other.frames(1);
    }
    program.act(Action::MultiplesToggled);
    program.frames(3);
    assert!(!program.state.training.playing && program.state.comparison.multiples.is_some());
    let before = program.state.time.history.last_step();
    program.act(Action::WentOnWith(Box::new(Chosen {
        settings: other.state.training.settings.clone(),
        weights: trained.weights.clone().unwrap().into(),
        history: other.state.time.history.clone(),
    })));
    program.frames(3);
    assert!(program.state.comparison.multiples.is_none());
    let readouts = program.readouts();
    assert_eq!(readouts.step, u64::from(STEPS));
    assert_eq!(readouts.heldout_mse, trained.readouts.heldout_mse);
    assert_eq!(program.state.training.settings.k, 4);
    assert_eq!(program.state.time.history.last_step(), u64::from(STEPS));
    program.act(Action::StepPressed);
    program.frames(2);
    assert_eq!(program.readouts().step, u64::from(STEPS) + 1);
    // The run before it is not lost.
    program.act(Action::UndoPressed);
    program.frames(3);
    assert_eq!(program.state.time.history.last_step(), before);
    assert_eq!(program.state.training.settings.k, 2);
}

#[test]
fn opening_several_takes_the_place_of_a_twin_and_back() {
    let mut program = Program::ready("#lesson=lab");
    program.act(Action::TwinToggled);
    program.act(Action::MultiplesToggled);
    assert!(program.state.comparison.twin.is_none());
    program.act(Action::MultiplesChosen(Key::Lr));
    assert_eq!(
        program.state.comparison.multiples,
        Some(Multiples { key: Key::Lr })
    );
    program.act(Action::TwinToggled);
    assert!(program.state.comparison.multiples.is_none());
    program.act(Action::MultiplesToggled);
    program.act(Action::MultiplesToggled);
    assert!(program.state.comparison.multiples.is_none());
    program.act(Action::KnobTurned(Key::K, Value::Number(3.0)));
}
