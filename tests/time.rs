//! Time: back to an earlier moment, on from there, slowly through one step, and an end by itself.

#![allow(clippy::unwrap_used)]

mod common;

use common::program::Program;
use common::{engine, start, train};
use hourglass::engine::autoencoder_config;
use hourglass::link;
use hourglass::model::Autoencoder;
use hourglass::protocol::{Command, Event, Link, Snapshot, Unit, View};
use hourglass::random::{Purpose, stream};
use hourglass::session::{Action, PATIENCE_STEPS, Stage};
use hourglass::settings::{Key, Settings, Value};
use hourglass::train::mse;
use ndarray::Array2;

const LINK: &str = "#data=moons&k=1&hidden=8&noise=gaussian&level=0.1&batch=16";

fn snapshot(event: Event) -> Snapshot {
    match event {
        Event::Snapshot { snapshot, .. } => *snapshot,
        other => panic!("{other:?}"),
    }
}

fn with_weights() -> View {
    View {
        weights: true,
        ..View::default()
    }
}

/// Weights, loss and all: what a look back shows is what was there.
#[test]
fn looking_back_shows_the_weights_of_that_step() {
    let mut engine = engine();
    start(&mut engine, LINK);
    let recorded: Vec<Snapshot> = (0..60)
        .map(|_| snapshot(train(&mut engine, 7, with_weights())))
        .collect();
    for then in &recorded {
        let step = then.readouts.step;
        let view = View {
            at: Some(step),
            ..View::default()
        };
        let seen = snapshot(train(&mut engine, 100, view));
        assert!(seen.is_past);
        assert_eq!(seen.readouts.step, step);
        assert_eq!(seen.readouts.loss, then.readouts.loss);
        assert_eq!(seen.readouts.heldout_mse, then.readouts.heldout_mse);
        assert_eq!(seen.codes, then.codes);
    }
    let newest = snapshot(train(&mut engine, 0, with_weights()));
    assert_eq!(newest.weights, recorded.last().unwrap().weights);
}

/// The very same batches, corruption and moments: going on from an earlier step repeats what followed.
#[test]
fn going_on_from_an_earlier_step_repeats_the_run_bit_for_bit() {
    let mut engine = engine();
    start(&mut engine, LINK);
    let then = snapshot(train(&mut engine, 40, with_weights()));
    let later = snapshot(train(&mut engine, 60, with_weights()));
    engine.handle(Command::Rewind { run: 1, step: 40 });
    let back = snapshot(train(&mut engine, 0, with_weights()));
    assert_eq!(back.weights, then.weights);
    let again = snapshot(train(&mut engine, 60, with_weights()));
    assert_eq!(again.weights, later.weights);
    // What came after the step is forgotten: the past holds one story.
    engine.handle(Command::Rewind { run: 1, step: 40 });
    let view = View {
        at: Some(100),
        ..View::default()
    };
    assert_eq!(snapshot(train(&mut engine, 0, view)).readouts.step, 40);
}

#[test]
fn the_past_thins_as_it_grows_and_keeps_its_beginning() {
    let mut engine = engine();
    start(&mut engine, "#data=line&k=1&hidden=none&n=100");
    train(&mut engine, 0, View::default());
    for _ in 0..3000 {
        train(&mut engine, 1, View::default());
    }
    let mut kept = Vec::new();
    for step in 0..=3000 {
        let view = View {
            at: Some(step),
            ..View::default()
        };
        kept.push(snapshot(train(&mut engine, 0, view)).readouts.step);
    }
    kept.dedup();
    assert_eq!(kept[0], 0);
    assert!(kept.len() <= 256 && kept.len() > 100, "{}", kept.len());
    let gaps: Vec<u64> = kept.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(gaps.iter().all(|&gap| gap <= 2 * gaps[0]), "{gaps:?}");
}

/// In the whole program: the picture goes back, nothing is lost, and the run goes on from there with
/// the settings of that time.
#[test]
fn a_student_goes_back_and_on() {
    let mut program = Program::ready("#k=8&play=1");
    program.frames(30);
    let early = program.step();
    program.turn(Key::K, 3.0);
    program.frames(30);
    program.act(Action::PlayToggled);
    program.frames(3);
    let newest = program.state.history.last_step();
    let recorded = program.state.history.clone();
    program.act(Action::LookedBack(Some(early)));
    program.frames(3);
    assert!(!program.state.playing);
    let shown = program.step();
    assert!(shown <= early && shown > 0);
    let then = recorded
        .points
        .iter()
        .find(|point| point.step == shown)
        .unwrap();
    assert_eq!(program.readouts().train_mse, then.train);
    assert_eq!(program.state.picture.as_ref().unwrap().snapshot.k, 8);
    assert_eq!(
        program.state.history, recorded,
        "looking takes nothing away"
    );

    program.act(Action::LookedBack(None));
    program.frames(3);
    assert_eq!(program.step(), newest);

    program.act(Action::LookedBack(Some(early)));
    program.frames(3);
    program.act(Action::ResumedHere);
    program.frames(3);
    assert_eq!(program.step(), shown);
    assert_eq!(program.state.settings.k, 8);
    assert_eq!(program.state.history.last_step(), shown);
    program.act(Action::PlayToggled);
    program.frames(10);
    assert!(program.step() > shown && program.step() < newest);
}

/// Keys may be faster than the trainer: each counts.
#[test]
fn two_keys_in_one_frame_go_two_pictures_back() {
    let mut program = Program::ready("#k=8");
    for _ in 0..6 {
        program.act(Action::StepPressed);
        program.frames(3);
    }
    program.act(Action::LookedAbout(-1));
    program.act(Action::LookedAbout(-1));
    program.frames(3);
    assert_eq!(program.step(), 4);
    program.act(Action::LookedAbout(1));
    program.frames(3);
    assert_eq!(program.step(), 5);
}

#[test]
fn play_goes_on_from_the_newest_step() {
    let mut program = Program::ready("#play=1");
    program.frames(30);
    let newest = program.state.history.last_step();
    program.act(Action::LookedBack(Some(1)));
    program.frames(2);
    program.act(Action::PlayToggled);
    program.frames(5);
    assert!(program.step() > newest);
}

#[test]
fn a_run_that_no_longer_improves_stops_and_says_so() {
    // A line is soon learned, and then the error stands still.
    let mut program = Program::ready(
        "#data=line&k=1&hidden=none&n=100&opt=sgd&lr=0.1&batch=512&speed=fast&play=1",
    );
    while program.state.playing && program.step() < 4 * PATIENCE_STEPS {
        program.frames(100);
    }
    assert!(program.state.rested);
    assert!(program.step() >= PATIENCE_STEPS);
    let stopped = program.step();
    program.act(Action::PlayToggled);
    program.frames(50);
    assert!(program.step() > stopped && !program.state.rested);
}

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

/// r moves by what the formula says: without hidden layers and linear, by Δw · h.
#[test]
fn an_edited_weight_changes_the_output_by_the_formula() {
    let mut program = Program::ready("#hidden=none&k=4&lesson=lab");
    program.act(Action::StepPressed);
    program.frames(3);
    let before = program.state.picture.as_ref().unwrap().snapshot.clone();
    let network = before.network.as_ref().unwrap();
    let (from, to) = (2, 20);
    let link = Link {
        layer: 1,
        from,
        to: network.columns[2].units[to as usize],
    };
    let old = program.state.weight(link).unwrap();
    program.act(Action::WeightEdited(link, old + 0.5));
    program.frames(3);
    let after = program.state.picture.as_ref().unwrap().snapshot.clone();
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
    assert_eq!(program.state.weight(link), Some(old));
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
    start(&mut engine, LINK);
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

/// A unit's sum is written out whole: Σ input · weight + bias.
#[test]
fn a_units_sum_is_the_sum_of_its_terms() {
    let mut engine = engine();
    start(&mut engine, "#hidden=16-8&act=tanh&k=3");
    for column in 1..=6 {
        let unit = Unit { column, unit: 1 };
        let view = View {
            sample: Some(5),
            network: true,
            unit: Some(unit),
            ..View::default()
        };
        let seen = snapshot(train(&mut engine, 5, view));
        let closely = seen.unit.unwrap();
        let terms = closely.inputs.values.iter().zip(&closely.weights.values);
        let sum: f32 = terms.map(|(a, w)| a * w).sum::<f32>() + closely.bias;
        assert!((sum - closely.sum).abs() < 1e-5);
        let bends = !matches!(column, 3 | 6);
        let activation = if bends { sum.tanh() } else { sum };
        assert!((activation - closely.activation).abs() < 1e-5);
        let shown = &seen.network.unwrap().columns[column as usize];
        assert_eq!(shown.activations.values[1], closely.activation);
        assert_eq!(closely.slope.values.len(), 64);
        assert!(closely.slope.values.iter().any(|s| *s != 0.0) || column == 6);
    }
}

/// Wide layers are shown in part, and say so.
#[test]
fn the_network_shows_at_most_64_units_of_a_column() {
    let mut engine = engine();
    start(&mut engine, "#data=mnist&n=500&hidden=128&k=100");
    let view = View {
        sample: Some(0),
        network: true,
        ..View::default()
    };
    let network = snapshot(train(&mut engine, 1, view)).network.unwrap();
    let widths: Vec<u32> = network.columns.iter().map(|column| column.width).collect();
    assert_eq!(widths, [784, 128, 100, 128, 784]);
    for column in &network.columns {
        assert_eq!(column.units.len(), 64);
        assert_eq!(column.activations.values.len(), 64);
        assert!(column.units.windows(2).all(|pair| pair[0] < pair[1]));
    }
    assert_eq!(network.columns[0].units, network.columns[4].units);
    assert!(
        network
            .weights
            .iter()
            .all(|weights| (weights.rows(), weights.columns) == (64, 64))
    );
}

#[test]
fn a_pinned_run_keeps_its_curve_and_names_what_differs() {
    let mut program = Program::ready("#k=8&play=1");
    program.frames(20);
    program.act(Action::PinPressed);
    let pinned = program.state.pinned.clone().unwrap();
    program.act(Action::KnobTurned(Key::K, Value::Number(2.0)));
    program.act(Action::KnobTurned(Key::Seed, Value::Number(3.0)));
    program.frames(20);
    assert_eq!(program.state.pinned, Some(pinned.clone()));
    let differ = hourglass::session::differences(&pinned.settings, &program.state.settings);
    assert_eq!(differ, ["k 8 → 2", "seed 0 → 3"]);
    assert!(program.state.history.points != pinned.history.points);
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
    while program.state.sweep.is_some() && frames < 20_000 {
        program.frames(50);
        frames += 50;
    }
    let ks: Vec<u32> = program.state.swept.iter().map(|point| point.k).collect();
    assert_eq!(ks, (1..=16).collect::<Vec<u32>>());
    assert!(!program.state.playing);
    let errors: Vec<f64> = program
        .state
        .swept
        .iter()
        .map(|point| point.held_out)
        .collect();
    assert!(errors[15] < errors[0]);
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
    let twin = program.state.twin.clone().unwrap();
    assert_eq!(
        hourglass::session::differences(
            &program.state.settings,
            &twin.settings(&program.state.settings)
        ),
        ["k 8 → 4"]
    );
    program.act(Action::TwinChosen(Key::Lr));
    program.act(Action::TwinTurned(Value::Number(0.1)));
    program.turn(Key::K, 3.0);
    let twin = program.state.twin.clone().unwrap();
    let settings = twin.settings(&program.state.settings);
    assert_eq!((settings.k, settings.lr), (3, 0.1));

    let mut follower = Program::ready("#");
    follower.act(Action::Followed(Box::new(settings.clone()), true));
    follower.frames(10);
    assert_eq!(follower.state.settings, settings);
    assert!(follower.step() > 0 && follower.state.playing);
    follower.act(Action::Followed(Box::new(settings), false));
    follower.frames(3);
    let stood = follower.step();
    follower.frames(5);
    assert_eq!(follower.step(), stood);
}
