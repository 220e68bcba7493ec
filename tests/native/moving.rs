//! Points of the plane that are put elsewhere by hand.

use crate::common::program::Program;
use hourglass::data::record;
use hourglass::export::{Format, Source, from_json};
use hourglass::protocol::{Door, Facts, SavedRun};
use hourglass::session::{Action, State};
use hourglass::settings::{DataSet, Key, Moved, Settings, Value};

const LINE: &str = "#lesson=pca&data=line";

fn facts(program: &Program) -> &Facts {
    &program.state.training.picture.as_ref().unwrap().facts
}

fn point(program: &Program, sample: u32) -> [f32; 2] {
    let row = facts(program).x.row(sample as usize);
    [row[0], row[1]]
}

/// PCA of the training points from the textbook's 2 × 2 eigenproblem, in f64: the mean, the angle of the first
/// direction, and the held-out error with one component.
fn textbook(facts: &Facts) -> ([f64; 2], f64, f64) {
    let at = |i: usize| [0, 1].map(|axis| f64::from(facts.x.row(i)[axis]));
    let n = facts.n_train;
    let mean = [0, 1].map(|axis| (0..n).map(|i| at(i)[axis]).sum::<f64>() / n as f64);
    let product = |a: usize, b: usize| {
        let terms = (0..n).map(|i| (at(i)[a] - mean[a]) * (at(i)[b] - mean[b]));
        terms.sum::<f64>()
    };
    let angle = 0.5 * f64::atan2(2.0 * product(0, 1), product(0, 0) - product(1, 1));
    let off = |i: usize| {
        let way = [0, 1].map(|axis| at(i)[axis] - mean[axis]);
        way[1] * angle.cos() - way[0] * angle.sin()
    };
    let held_out = n..facts.labels.len() - facts.n_novel;
    let count = 2.0 * held_out.len() as f64;
    let error = held_out.map(|i| off(i) * off(i)).sum::<f64>() / count;
    (mean, angle, error)
}

#[test]
fn pca_follows_a_moved_point_at_once() {
    let mut program = Program::ready(LINE);
    let before = facts(&program).clone();
    program.act(Action::PointMoved(3, [-6.0, 8.0]));
    program.frames(2);
    assert_eq!(point(&program, 3), [-6.0, 8.0]);
    let after = facts(&program);
    let changed: Vec<usize> = (0..after.labels.len())
        .filter(|&i| after.x.row(i) != before.x.row(i))
        .collect();
    assert_eq!(changed, [3]);
    let (mean, angle, error) = textbook(after);
    for (axis, wanted) in mean.into_iter().enumerate() {
        assert!((f64::from(after.pca.mean.values[axis]) - wanted).abs() < 1e-6);
    }
    let direction = after.pca.components.row(0);
    let aside = f64::from(direction[1]) * angle.cos() - f64::from(direction[0]) * angle.sin();
    assert!(aside.abs() < 1e-5, "{direction:?} is not at {angle}");
    assert!((after.pca.heldout_mse[0] - error).abs() < 1e-7 * error.max(1.0));
    assert!(after.pca.heldout_mse[0] > 1.5 * before.pca.heldout_mse[0]);
    // What the page shows of PCA is what it now is.
    let readouts = program.state.training.readouts.as_ref().unwrap();
    let shown = readouts.pca_mse / after.pca.heldout_mse[0];
    assert!((shown - 1.0).abs() < 1e-5, "{shown}");
    // No step was taken, and no run begun.
    assert_eq!((readouts.step, program.state.training.run), (0, 1));

    program.act(Action::PointsPutBack);
    program.frames(2);
    assert!(*facts(&program) == before, "everything is as it was");
}

/// A network that learns from moved points is the one that would have learnt from them all along.
#[test]
fn the_network_learns_from_where_the_points_are() {
    let mut moved = Program::ready("#lesson=pca&data=circle");
    moved.act(Action::PointMoved(0, [2.0, 2.0]));
    moved.act(Action::PointMoved(401, [-2.0, 1.5]));
    let link = moved.state.link();
    assert!(link.contains("moved=0:2:2,401:-2:1.5"), "{link}");
    let mut opened = Program::ready(&link);
    let errors = [&mut moved, &mut opened].map(|program| {
        for _ in 0..40 {
            program.act(Action::StepPressed);
            program.frames(1);
        }
        program.frames(3);
        let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
        assert_eq!(snapshot.readouts.step, 40);
        (snapshot.readouts.train_mse, snapshot.readouts.heldout_mse)
    });
    assert_eq!(errors[0], errors[1]);
    let mut plain = Program::ready("#lesson=pca&data=circle");
    for _ in 0..40 {
        plain.act(Action::StepPressed);
        plain.frames(1);
    }
    plain.frames(3);
    let plain = &plain.state.training.picture.as_ref().unwrap().snapshot;
    assert!(plain.readouts.heldout_mse < errors[0].1);
}

#[test]
fn other_samples_are_where_they_were_drawn() {
    let link = "#lesson=pca&data=line&moved=3:1:1";
    for (key, value) in [
        (Key::Seed, Value::Number(7.0)),
        (Key::Scatter, Value::Number(0.2)),
        (Key::N, Value::Number(300.0)),
        (Key::Data, Value::Choice(DataSet::Circle as usize)),
    ] {
        let mut program = Program::ready(link);
        assert_eq!(point(&program, 3), [1.0, 1.0]);
        program.act(Action::KnobTurned(key, value));
        program.frames(3);
        assert!(program.state.training.settings.moved.is_empty(), "{key:?}");
        assert_ne!(point(&program, 3), [1.0, 1.0], "{key:?}");
        // Taking the new run back brings the moved point back too.
        program.act(Action::UndoPressed);
        program.frames(3);
        if program.state.training.settings.moved.len() == 1 {
            assert_eq!(point(&program, 3), [1.0, 1.0], "{key:?}");
        }
    }
    // Another network, or the same anew, learns from the same points.
    let mut program = Program::ready(link);
    program.turn(Key::Batch, 32.0);
    program.act(Action::ResetPressed);
    program.frames(3);
    assert_eq!(point(&program, 3), [1.0, 1.0]);
}

#[test]
fn a_fresh_trainer_finds_the_points_where_they_were_put() {
    let mut program = Program::ready(LINE);
    program.act(Action::PointMoved(5, [0.5, -1.0]));
    program.act(Action::StepPressed);
    program.frames(3);
    program.kill_engine();
    program.act(Action::TrainerReplaced);
    program.spawn_engine();
    program.frames(3);
    assert_eq!(point(&program, 5), [0.5, -1.0]);
}

#[test]
fn moved_points_go_out_and_come_back() {
    let mut program = Program::ready(LINE);
    program.act(Action::PointMoved(5, [0.5, -1.0]));
    program.frames(2);
    program.act(Action::DeskAsked(Door::Export));
    program.frames(3);
    let run = *program.state.brief().unwrap().run.unwrap();
    let source = Source::new(run.clone(), None).unwrap();
    let back = from_json(&source.file(Format::Json).unwrap()).unwrap();
    let seen = Vec::new();
    assert!(back == SavedRun { seen, ..run });
    assert_eq!(back.settings.moved.len(), 1);
    let csv = String::from_utf8(source.file(Format::Codes).unwrap()).unwrap();
    assert!(csv.lines().count() > 400);
    let mut elsewhere = Program::ready("#");
    elsewhere.act(Action::RunBrought(Box::new(back)));
    elsewhere.load_assets();
    elsewhere.frames(3);
    assert_eq!(point(&elsewhere, 5), [0.5, -1.0]);
}

#[test]
fn impossible_moves_are_refused() {
    for (link, complains) in [
        ("#lesson=pca&data=line&moved=3:1:1", false),
        ("#lesson=pca&data=line&moved=3:1:1,3:2:2", true),
        ("#lesson=pca&data=line&moved=500:1:1", true),
        ("#lesson=pca&data=line&moved=3:1", true),
        ("#lesson=pca&data=line&moved=3:1:1:1", true),
        ("#lesson=pca&data=line&moved=3:NaN:1", true),
        ("#lesson=pca&data=line&moved=3:1e99:1", true),
        ("#lesson=pca&data=line&moved=-1:1:1", true),
        ("#lesson=pca&data=line&moved=", true),
        ("#data=digits&moved=3:1:1", true),
        ("#lesson=lab&data=scurve&moved=3:1:1", true),
    ] {
        let state = State::open(link);
        let complaints = &state.complaints;
        assert_eq!(!complaints.is_empty(), complains, "{link}: {complaints:?}");
        let said = complaints
            .iter()
            .all(|complaint| complaint.contains("12:0.3:-0.4"));
        assert!(said, "{complaints:?}");
        let most = usize::from(!link.contains("digits") && !link.contains("scurve"));
        assert!(state.training.settings.moved.len() <= most, "{link}");
    }
    let mut settings = Settings::preset();
    settings.choose_data(DataSet::Line);
    for sample in 0..200 {
        settings.put(sample, [0.123_456, f32::NAN]);
        settings.put(sample, [0.123_456, -1e-7]);
    }
    assert_eq!(settings.moved.len(), Settings::MOST_MOVED);
    let first = Moved {
        sample: 0,
        to: [0.1235, -1e-7],
    };
    assert_eq!(settings.moved[0], first);
    let mut dataset = record(DataSet::Line).dataset(&settings, None).unwrap();
    assert_eq!(dataset.x[[0, 0]], 0.1235);
    let placed = dataset.clone();
    dataset.place(&[]);
    settings.moved.clear();
    assert!(dataset == record(DataSet::Line).dataset(&settings, None).unwrap());
    assert!(dataset != placed);
}

#[test]
fn a_locked_data_set_stays_as_it_is() {
    let mut program = Program::ready("#lesson=pca&data=line&lock=data");
    let before = facts(&program).clone();
    program.act(Action::PointMoved(3, [-2.0, 4.0]));
    program.frames(2);
    assert!(*facts(&program) == before);
}

/// A drag leaves one mark on the time axis, not one for every place that it passes.
#[test]
fn a_drag_is_one_mark() {
    let mut program = Program::ready(LINE);
    program.act(Action::StepPressed);
    program.frames(2);
    for at in 0..20 {
        program.act(Action::PointMoved(3, [0.1 * at as f32, 1.0]));
        program.frames(1);
    }
    assert_eq!(program.state.time.history.marks.len(), 1);
}
