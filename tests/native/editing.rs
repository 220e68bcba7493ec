//! A weight that is set by hand.

use crate::common::program::Program;
use crate::common::{engine, snapshot, start, train, with_weights};
use hourglass::protocol::{Command, Link};
use hourglass::session::Action;

/// r moves by what the formula says: without hidden layers and linear, by Δw · h.
#[test]
fn an_edited_weight_changes_the_output_by_the_formula() {
    let mut program = Program::ready("#hidden=none&k=4&lesson=lab");
    program.act(Action::StepPressed);
    program.frames(3);
    let before = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .clone();
    let network = before.network.as_ref().unwrap();
    let (from, to) = (2, 20);
    let link = Link {
        layer: 1,
        from,
        to: network.columns[2].units[to as usize],
    };
    let old = program.state.training.weight(link).unwrap();
    program.act(Action::WeightEdited(link, old + 0.5));
    program.frames(3);
    let after = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .clone();
    let h = before.sample.as_ref().unwrap().code.values[from as usize];
    let [r, moved] =
        [&before, &after].map(|snapshot| &snapshot.sample.as_ref().unwrap().reconstruction.values);
    for (i, (r, moved)) in r.iter().zip(moved).enumerate() {
        let wanted = if i == link.to as usize { 0.5 * h } else { 0.0 };
        assert!(
            (moved - r - wanted).abs() < 1e-5,
            "{i}: {} is not {wanted}",
            moved - r
        );
    }
    assert!(h.abs() > 1e-3);
    assert_eq!(after.readouts.step, before.readouts.step);
    program.act(Action::EditUndone);
    program.frames(3);
    assert_eq!(program.state.training.weight(link), Some(old));
}

/// "Put back" takes back what the hand did last: all of a drag, and nothing from before the weight learned on.
#[test]
fn an_edit_is_put_back_as_one_drag() {
    let mut program = Program::ready("#hidden=none&k=4&lesson=lab");
    let link = Link {
        layer: 1,
        from: 2,
        to: 36,
    };
    program.act(Action::StepPressed);
    program.frames(3);
    let first = program.state.training.weight(link).unwrap();
    let drag = |program: &mut Program| {
        for by in [0.1, 0.2, 0.3] {
            program.act(Action::WeightEdited(link, by));
            program.frames(1);
        }
    };
    drag(&mut program);
    program.frames_of(100.0, 50);
    drag(&mut program);
    let before = |program: &Program| program.state.training.edited.unwrap().before;
    // Nothing has been learned in between.
    assert_eq!(before(&program), first);
    program.act(Action::PlayToggled);
    program.frames_of(20.0, 300);
    let learned = program.state.training.weight(link).unwrap();
    assert_ne!(learned, 0.3);
    drag(&mut program);
    let taken = before(&program);
    assert!(
        (taken - learned).abs() < 0.05 && taken != first,
        "{taken}, {learned}"
    );
    program.act(Action::PlayToggled);
    program.frames(3);
    program.act(Action::EditUndone);
    program.frames(3);
    assert_eq!(program.state.training.weight(link), Some(taken));
}

/// The number of the hand stands in for the picture's until there is a picture of it, and no longer: the
/// weight learns on.
#[test]
fn an_edited_weight_is_the_pictures_again_once_it_is_shown() {
    let mut program = Program::ready("#hidden=none&k=4&lesson=lab&play=1");
    program.frames(50);
    let link = Link {
        layer: 1,
        from: 2,
        to: 36,
    };
    program.act(Action::WeightEdited(link, 2.0));
    let is_shown = |program: &Program| program.state.training.edited.unwrap().is_shown;
    assert!(!is_shown(&program));
    program.frames(400);
    assert!(is_shown(&program));
    let weight = program.state.training.weight(link).unwrap();
    assert!((weight - 2.0).abs() > 0.01, "{weight} has not learned");
    program.act(Action::WeightEdited(link, -2.0));
    assert!(!is_shown(&program));
}

#[test]
fn tied_weights_are_edited_together() {
    let mut engine = engine();
    start(&mut engine, "#hidden=none&k=4&tied=1");
    let link = Link {
        layer: 1,
        from: 2,
        to: 20,
    };
    engine.handle(Command::Edit {
        run: 1,
        link,
        weight: 3.0,
    });
    let weights = snapshot(train(&mut engine, 0, with_weights()))
        .weights
        .unwrap();
    let values = weights.parameters.values;
    // Encoder (64, 4), its biases (4), decoder (4, 64).
    assert_eq!(values[20 * 4 + 2], 3.0);
    assert_eq!(values[64 * 4 + 4 + 2 * 64 + 20], 3.0);
}

/// A weight that is not there is no reason to die.
#[test]
fn an_edit_of_nothing_changes_nothing() {
    let mut engine = engine();
    start(&mut engine, "#data=moons&k=1&hidden=8");
    let before = snapshot(train(&mut engine, 1, with_weights()));
    for (layer, from, to) in [(9, 0, 0), (0, 99, 0), (1, 0, 99)] {
        let link = Link { layer, from, to };
        engine.handle(Command::Edit {
            run: 1,
            link,
            weight: 1.0,
        });
    }
    assert_eq!(
        snapshot(train(&mut engine, 0, with_weights())).weights,
        before.weights
    );
}
