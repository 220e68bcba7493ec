//! Anything in any order: the page and its trainer, driven by chance for a long time, never stop and never show what is
//! not so.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::common::file;
use crate::common::program::Program;
use hourglass::lessons::Lesson;
use hourglass::protocol::{Door, Link, Unit};
use hourglass::random::{ChaCha8Rng, Purpose, stream, uniform};
use hourglass::session::{
    Action, Asset, Brush, Figure, Panel, Phase, Prediction, SampleOrder, UnitOrder,
};
use hourglass::settings::{DataSet, KNOBS, Key, Kind, Settings, Value};

fn below(rng: &mut ChaCha8Rng, most: usize) -> usize {
    uniform(rng, 0.0, most as f64) as usize
}

fn one<T: Clone>(rng: &mut ChaCha8Rng, all: &[T]) -> T {
    all[below(rng, all.len())].clone()
}

/// Any place, and now and then none.
fn place(rng: &mut ChaCha8Rng) -> [f32; 2] {
    let odd = [f32::NAN, f32::INFINITY, -1e30, 0.0];
    [0, 1].map(|_| match below(rng, 12) {
        0 => one(rng, &odd),
        _ => uniform(rng, -3.0, 9.0) as f32,
    })
}

/// A value of a knob, within its range, beyond it or of another kind.
fn value(rng: &mut ChaCha8Rng, key: Key, settings: &Settings) -> Value {
    let knob = key.knob();
    match (below(rng, 12), knob.kind) {
        (0, _) => Value::Number(one(rng, &[f64::NAN, -1.0, 1e300, f64::INFINITY])),
        (1, _) => Value::Widths(vec![0, 7, 4_000_000_000, 3, 3]),
        (_, Kind::Choice(options)) => Value::Choice(below(rng, options.keys.len())),
        (_, Kind::Widths { .. }) => {
            let layers = below(rng, 3);
            Value::Widths((0..layers).map(|_| 1 + below(rng, 24) as u32).collect())
        }
        _ => {
            let (low, high) = knob.bounds(settings).unwrap_or((0.0, 1.0));
            // Large networks and sets are other tests' matter: this one takes many steps.
            Value::Number(uniform(
                rng,
                low,
                high.min(match key {
                    Key::N => 120.0,
                    Key::K => 12.0,
                    _ => high,
                }),
            ))
        }
    }
}

fn sample(rng: &mut ChaCha8Rng) -> Option<u32> {
    match below(rng, 5) {
        0 => None,
        1 => Some(u32::MAX),
        _ => Some(below(rng, 140) as u32),
    }
}

fn any_action(rng: &mut ChaCha8Rng, settings: &Settings) -> Action {
    let key = KNOBS[below(rng, KNOBS.len())].key;
    let unit = Unit {
        column: below(rng, 8) as u32,
        unit: below(rng, 70) as u32,
    };
    let panel = Panel::ALL[below(rng, Panel::ALL.len())].0;
    let figure = Figure::ALL[below(rng, Figure::ALL.len())].0;
    let lesson = one(rng, Lesson::ALL);
    match below(rng, 64) {
        0..=15 => Action::KnobTurned(key, value(rng, key, settings)),
        16 => Action::LessonChosen(lesson),
        17 => Action::SceneChosen(below(rng, 8)),
        18 => Action::FailureChosen(below(rng, 6)),
        19 => Action::FixPressed,
        20 => Action::FailureLeft,
        21..=24 => Action::PlayToggled,
        25 => Action::ResetPressed,
        26 => Action::UndoPressed,
        27 => Action::StepPressed,
        28 => Action::FigureChosen(figure),
        29 => Action::PanelChosen(panel),
        30 => Action::PanelToggled(panel),
        31 => Action::PanelMoved(panel),
        32 => Action::UnitHovered(Some(unit)),
        33 => Action::AtomChosen(Some(below(rng, 20) as u32)),
        34 => Action::UnitsOrdered(one(rng, &[UnitOrder::Number, UnitOrder::Mean])),
        35 => Action::SamplesOrdered(one(rng, &[SampleOrder::Class, SampleOrder::Error])),
        36 => Action::SampleHovered(sample(rng)),
        37 => Action::SampleSelected(sample(rng)),
        38 => Action::SampleMoved(below(rng, 5) as i32 - 2),
        39 => Action::BrushChosen(one(rng, &[Brush::Ink, Brush::Rubber])),
        40 => Action::Scribbled(place(rng), place(rng)),
        41 => Action::SketchCleared,
        42 => Action::SheetChosen(below(rng, 2) == 0),
        43 => Action::ParticleDropped(place(rng)),
        44 => Action::PointMoved(sample(rng).unwrap_or(0), place(rng)),
        45 => Action::PointsPutBack,
        46 => Action::ThresholdMoved(one(rng, &[None, Some(0.02), Some(f32::NAN)])),
        47 => Action::BitsChosen(below(rng, 40) as u32),
        48 => Action::EndChosen(below(rng, 3), below(rng, 140) as u32),
        49 => Action::ProbeMoved(Some(place(rng))),
        50 => Action::AxisChosen(below(rng, 2), below(rng, 20) as u32),
        51 => Action::LookedBack(Some(below(rng, 3000) as u64)),
        52 => one(rng, &[Action::LookedBack(None), Action::ResumedHere]),
        53 => Action::LookedAbout(below(rng, 3) as i32 - 1),
        54 => Action::SlowMotionToggled,
        55 => Action::StageMoved(below(rng, 3) as i32 - 1),
        56 => one(
            rng,
            &[
                Action::PinPressed,
                Action::PinRemoved,
                Action::PinnedShown(true),
            ],
        ),
        57 => one(rng, &[Action::TwinToggled, Action::TwinChosen(key)]),
        58 => Action::TwinTurned(value(rng, key, settings)),
        59 => one(rng, &[Action::SweepToggled, Action::DecompositionToggled]),
        60 => Action::WeightEdited(
            Link {
                layer: below(rng, 4) as u32,
                from: below(rng, 40) as u32,
                to: below(rng, 40) as u32,
            },
            one(rng, &[0.0, -3.0, 1e20, f32::NAN]),
        ),
        61 => one(
            rng,
            &[
                Action::EditUndone,
                Action::MendPressed,
                Action::PastDismissed,
            ],
        ),
        62 => Action::Predicted(Some(Prediction::Choice(below(rng, 4)))),
        _ => one(
            rng,
            &[
                Action::LinkOpened(format!("#lesson={}&n=90&play=1", lesson.key())),
                Action::LinkRevisited("#data=line&n=80&k=1&moved=3:1:1".to_owned()),
                Action::DeskAsked(Door::Export),
                Action::MultiplesToggled,
                Action::ThemeSwitched,
            ],
        ),
    }
}

/// What must hold whatever was done.
fn check(program: &Program, done: &str) {
    let state = &program.state;
    let settings = &state.training.settings;
    let mut normal = settings.clone();
    normal.normalise();
    assert!(normal == *settings, "{done}: settings beyond their ranges");
    let link = state.link();
    assert_eq!(
        hourglass::session::State::open(&link).link(),
        link,
        "{done}: the link is not what it opens"
    );
    if let Some(picture) = &state.training.picture {
        let (facts, snapshot) = (&picture.facts, &picture.snapshot);
        let readouts = &snapshot.readouts;
        assert!(
            readouts.train_mse.is_finite() && readouts.heldout_mse.is_finite(),
            "{done}"
        );
        assert!(readouts.step <= snapshot.step, "{done}");
        assert_eq!(facts.x.rows(), facts.labels.len(), "{done}");
        if !snapshot.reconstructions.values.is_empty() {
            assert_eq!(snapshot.reconstructions.rows(), facts.x.rows(), "{done}");
        }
    }
    if let Some(shown) = &state.training.readouts {
        assert!(shown.loss.is_finite(), "{done}");
    }
    assert!(
        !state.caption().contains("NaN"),
        "{done}: {}",
        state.caption()
    );
}

/// The last actions, told where one of them goes wrong.
#[derive(Default)]
struct Last(VecDeque<String>);

impl Last {
    fn push(&mut self, done: String) {
        const TOLD: usize = 30;
        self.0.truncate(TOLD - 1);
        self.0.push_front(done);
    }
}

impl Drop for Last {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the last first: {:#?}", self.0);
        }
    }
}

/// Actions by chance; where one goes wrong, it and those before it are named.
fn use_it(seed: u32, actions: usize) {
    let mut rng = stream(seed, Purpose::Data);
    let mut program = Program::open("#data=line&n=100");
    program.frames(2);
    let mut last = Last::default();
    for at in 0..actions {
        let settings = program.state.training.settings.clone();
        let mut action = any_action(&mut rng, &settings);
        if let Action::KnobTurned(Key::Data, Value::Choice(data)) = &mut action {
            // The two large sets take most of the time and show nothing new.
            *data = match *data {
                mnist if mnist == DataSet::Mnist as usize => DataSet::Digits as usize,
                fashion if fashion == DataSet::Fashion as usize => DataSet::Digits as usize,
                other => other,
            };
        }
        let done = format!("seed {seed}, action {at}: {action:?}");
        last.push(done.clone());
        program.act(action);
        while let Some(path) = program.state.missing_asset() {
            let bytes = Asset::Arrived(Rc::new(file(path).to_vec()));
            program.act(Action::AssetProgressed(path, bytes));
        }
        if program.state.training.settings.n > 150 {
            program.turn(Key::N, 100.0);
        }
        if at % 4 == 0 {
            program.frames(1);
        }
        check(&program, &done);
    }
    // It can still be used.
    program.act(Action::LinkOpened("#data=line&n=100&play=1".to_owned()));
    program.frames(20);
    let training = &program.state.training;
    assert!(matches!(
        training.phase,
        Phase::Live | Phase::Diverged { .. }
    ));
    assert!(
        training.shown_step() > Some(0),
        "seed {seed}: nothing is learned any more"
    );
}

/// Four runs side by side, each from a seed of its own.
fn use_all(actions: usize) {
    let threads: Vec<_> = (0..4)
        .map(|seed| std::thread::spawn(move || use_it(seed, actions)))
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn four_thousand_actions_in_any_order() {
    use_all(1000);
}

#[test]
#[ignore = "takes many minutes"]
fn a_hundred_thousand_actions_in_any_order() {
    use_all(25_000);
}
