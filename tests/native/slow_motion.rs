//! One step in slow motion: its parts are the step itself, and the page goes through them in order.

use std::cell::Cell;

use crate::common::program::Program;
use crate::common::{engine, snapshot, start, train, with_weights};
use hourglass::engine::{Engine, autoencoder_config};
use hourglass::link;
use hourglass::model::Autoencoder;
use hourglass::protocol::{Command, Pace, Snapshot, View};
use hourglass::random::{Purpose, stream};
use hourglass::session::{Action, Stage};
use hourglass::settings::Settings;
use hourglass::train::mse;
use ndarray::Array2;

/// What slow motion shows of a step is what the step does: the losses before it, the gradient, and the
/// change of every weight.
#[test]
fn a_step_taken_apart_is_the_step_itself() {
    let link =
        "#data=moons&k=3&hidden=8&penalty=l1&lambda=0.01&decay=0.001&opt=sgd&lr=0.1&batch=16";
    let mut whole = engine();
    start(&mut whole, link);
    let mut apart = engine();
    start(&mut apart, link);
    train(&mut whole, 20, View::default());
    train(&mut apart, 20, View::default());
    let before = snapshot(train(&mut apart, 0, with_weights()));
    let event = apart.handle(Command::Dissect {
        run: 1,
        view: with_weights(),
    });
    let taken = snapshot(event.unwrap());
    let stepped = snapshot(train(&mut whole, 1, with_weights()));
    assert_eq!(taken.weights, stepped.weights);
    let parts = taken.dissection.unwrap();
    assert_eq!(parts.batch.len(), 16);
    assert_eq!(parts.network.sample, parts.batch[0]);
    assert!((parts.loss - parts.reconstruction_loss - parts.penalty - parts.decay).abs() < 1e-12);
    // Plain gradient descent: Δw = −η · gradient.
    let rate = parts.learning_rate as f32;
    let mut largest = 0.0_f32;
    for (gradient, update) in parts.gradients.iter().zip(&parts.updates) {
        for (g, u) in gradient.values.iter().zip(&update.values) {
            assert!((u + rate * g).abs() < 1e-6, "{u} is not −{rate} · {g}");
            largest = largest.max(g.abs());
        }
    }
    assert!(largest > 1e-4, "no gradient to speak of");
    // The sample on show: its code, its reconstruction and its error by the formula.
    let network = rebuilt(link, &before);
    let input = Array2::from_shape_vec((1, 2), parts.input.values.clone()).unwrap();
    let trace = network.forward(input.view());
    assert_eq!(
        trace.code().iter().copied().collect::<Vec<_>>(),
        parts.code.values
    );
    let target = Array2::from_shape_vec((1, 2), parts.target.values.clone()).unwrap();
    let error = mse(trace.reconstruction(), target.view());
    assert!((error - parts.sample_error).abs() < 1e-9);
}

/// The network of a snapshot that brought its weights along.
fn rebuilt(link: &str, snapshot: &Snapshot) -> Autoencoder<f32> {
    let settings: Settings = link::read(link).0.settings;
    let mut network = autoencoder_config(&settings).init(&mut stream(9, Purpose::Weights));
    let weights = &snapshot.weights.as_ref().unwrap().parameters.values;
    for (parameter, &weight) in network.parameters_mut().zip(weights) {
        *parameter = weight;
    }
    network
}

#[test]
fn slow_motion_goes_through_the_stages_of_one_step_after_another() {
    let mut program = Program::ready("#noise=masking&level=0.3");
    program.act(Action::StepPressed);
    program.frames(3);
    program.act(Action::SlowMotionToggled);
    program.frames(3);
    assert_eq!(program.step(), 2);
    let mut seen = Vec::new();
    for _ in 0..7 {
        let slow = program.state.slow.clone().unwrap();
        assert!(slow.taken.is_some());
        seen.push(slow.stage);
        program.act(Action::StageMoved(1));
    }
    assert_eq!(seen, Stage::ALL.map(|(stage, _)| stage));
    program.frames(3);
    assert_eq!(program.step(), 3);
    assert_eq!(program.state.slow.as_ref().unwrap().stage, Stage::Batch);
    // By itself, at reading pace.
    program.frames(200);
    assert!(program.state.slow.as_ref().unwrap().stage != Stage::Batch);
    program.act(Action::SlowMotionToggled);
    program.frames(3);
    assert!(program.state.slow.is_none());
    assert_eq!(program.step(), 3);
}

#[test]
fn a_clean_input_has_no_stage_of_corruption() {
    let mut program = Program::ready("#");
    program.act(Action::SlowMotionToggled);
    program.frames(3);
    program.act(Action::StageMoved(1));
    assert_eq!(program.state.slow.as_ref().unwrap().stage, Stage::Encode);
}

/// What is said of the weight that moves most is the optimiser's rule with its own numbers.
/// Steps that were taken before anybody asked count for nothing that is asked for after a step taken apart.
#[test]
fn a_step_after_a_step_taken_apart_is_one_step() {
    let clock = Cell::new(0.0);
    let mut engine = Engine::new(move || {
        clock.set(clock.get() + 0.01);
        clock.get()
    });
    start(&mut engine, "#hidden=8&k=3");
    let train = |engine: &mut Engine, steps: u32| {
        let pace = Pace {
            steps,
            budget_ms: 1.0,
        };
        let view = View::default();
        snapshot(
            engine
                .handle(Command::Train { run: 1, pace, view })
                .unwrap(),
        )
        .step
    };
    let asked = train(&mut engine, u32::MAX);
    engine.go_on(1.0);
    let view = View::default();
    let taken = snapshot(engine.handle(Command::Dissect { run: 1, view }).unwrap());
    assert!(taken.step > asked + 1, "nothing was taken ahead");
    assert_eq!(train(&mut engine, 1), taken.step + 1);
}

#[test]
fn the_rule_gives_the_change() {
    let rules = [("sgd", 0.1), ("momentum", 0.02), ("adam", 0.003)];
    // Atoms of length 1 are scaled besides: they are not what the rule is shown with.
    let shapes = [
        "&hidden=8",
        "&hidden=none&atoms=unit",
        "&hidden=6&atoms=unit",
    ];
    for ((opt, rate), shape) in rules
        .iter()
        .flat_map(|rule| shapes.map(|shape| (*rule, shape)))
    {
        let mut engine = engine();
        start(&mut engine, &format!("#k=3&opt={opt}&lr={rate}{shape}"));
        train(&mut engine, 30, View::default());
        let view = View::default();
        let taken = snapshot(engine.handle(Command::Dissect { run: 1, view }).unwrap());
        let parts = taken.dissection.unwrap();
        let moved = parts.moved.unwrap();
        let [first, second] = moved.moments;
        assert_eq!(parts.optimiser.key(), opt);
        let wanted = match opt {
            "sgd" => -rate * moved.gradient,
            "momentum" => -rate * first,
            _ => -rate * first / (second.sqrt() + 1e-8),
        };
        let off = (moved.change - wanted).abs() / wanted.abs();
        assert!(off < 1e-3, "{opt}: {moved:?} is not {wanted}");
        if shape.contains("unit") {
            continue;
        }
        let shown = parts.updates.iter().flat_map(|update| &update.values);
        let largest = shown.fold(0.0_f32, |most, u| most.max(u.abs()));
        assert!(
            f64::from(largest) <= moved.change.abs() * 1.000_001,
            "{opt}"
        );
    }
}
