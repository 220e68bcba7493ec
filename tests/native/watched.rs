//! A run that is watched: what is drawn follows every step, what takes all samples comes from surveys in
//! between, and every number is exact for the step that it names.

use std::cell::Cell;
use std::rc::Rc;

use hourglass::engine::Engine;
use hourglass::link;
use hourglass::protocol::{Command, Event, Pace, Snapshot, UsesView, View};
use hourglass::session::Action;

use crate::common::program::Program;
use crate::common::{self, file};

/// A clock that moves so much at every look: with slow looks, all samples are too many for one picture.
pub fn engine(link: &str, look_ms: f64) -> Engine {
    let clock = Rc::new(Cell::new(0.0));
    let mut engine = Engine::new(move || {
        clock.set(clock.get() + look_ms);
        clock.get()
    });
    engine.handle(Command::Start {
        run: 1,
        settings: link::read(link).0.settings,
        keep_previous: false,
        asset: Some(file("data/digits.bin").to_vec()),
        resume: None,
    });
    engine
}

fn train(engine: &mut Engine, steps: u32, may_lag: bool) -> Snapshot {
    let view = View {
        may_lag,
        sample: Some(1500),
        gallery: vec![1700, 3, 1600],
        heatmap: (1440..1500).collect(),
        axes: [1, 0],
        dictionary: true,
        network: true,
        probe: Some([0.1, 0.2]),
        levels: true,
        ..View::default()
    };
    common::steps(engine, steps, view)
}

/// The errors at every level, to the bit: those of a network that is not there are no numbers.
fn levels(snapshot: &Snapshot) -> Option<Vec<u32>> {
    let levels = snapshot.levels.as_ref()?;
    Some(levels.values.iter().map(|error| error.to_bits()).collect())
}

const LINKS: [&str; 2] = [
    "#k=8&hidden=32",
    "#hidden=none&k=64&code=relu&penalty=l1&noise=gaussian&level=0.3",
];

/// The exact snapshot of every step, from a run of its own that takes the same steps.
#[test]
fn what_is_drawn_and_what_is_measured_are_exact_at_their_steps() {
    for link in LINKS {
        let mut watched = engine(link, 10.0);
        let mut exact = engine(link, 10.0);
        train(&mut watched, 0, false);
        let all: Vec<Snapshot> = (0..=120)
            .map(|step| train(&mut exact, u32::from(step > 0), false))
            .collect();
        let (mut lags, mut measured, mut made) = (0, Vec::new(), Vec::new());
        for step in 1..=120 {
            let seen = train(&mut watched, 1, true);
            let drawn = &all[step];
            assert_eq!(seen.step, step as u64, "{link}");
            assert_eq!(seen.gallery, drawn.gallery, "{link}, step {step}");
            assert_eq!(seen.gallery_inputs, drawn.gallery_inputs, "{link}");
            assert_eq!(seen.heatmap, drawn.heatmap, "{link}");
            assert_eq!(seen.heatmap_errors, drawn.heatmap_errors, "{link}");
            assert_eq!(seen.sample, drawn.sample, "{link}");
            assert_eq!(seen.network, drawn.network, "{link}");
            assert_eq!(seen.bias, drawn.bias, "{link}");
            let then = seen.readouts.step as usize;
            let mut wanted = all[then].readouts.clone();
            wanted.steps_per_s = seen.readouts.steps_per_s;
            assert_eq!(seen.readouts, wanted, "{link}, step {step}");
            assert_eq!(seen.mean_activations, all[then].mean_activations, "{link}");
            assert!(step - then < 60, "{link}: measured at {then} of {step}");
            lags += usize::from(then < step);
            measured.push(then);
            // The errors at every level are those of one of the last steps.
            let is_of = |then: &Snapshot| levels(then) == levels(&seen);
            let levels = all[..=step].iter().rposition(is_of);
            assert!(
                levels.is_some_and(|then| step - then < 30),
                "{link}, step {step}"
            );
            made.extend(levels);
        }
        measured.dedup();
        made.dedup();
        let is_noisy = all[0].levels.is_some();
        assert!(
            made.len() > 10 && (made.len() < 60) == is_noisy,
            "{link}: {made:?}"
        );
        // Some pictures are of a step that was not measured, and measurements go on.
        assert!(lags > 60 && measured.len() > 3, "{link}: {measured:?}");
        // Each code is that of one of the last steps.
        let last = train(&mut watched, 1, true);
        let codes = &last.codes;
        let is_recent = |row: usize| {
            all[60..]
                .iter()
                .any(|then| then.codes.row(row) == codes.row(row))
        };
        let others = (0..codes.rows()).filter(|&row| !is_recent(row)).count();
        // Those of the very last step are not among them.
        assert!(others <= 192 + 64, "{link}: {others}");
        // Paused, everything is of the last step.
        let mut paused = train(&mut watched, 0, false);
        let mut exact = train(&mut exact, 1, false);
        exact.readouts.steps_per_s = paused.readouts.steps_per_s;
        assert_eq!(levels(&paused), levels(&exact), "{link}");
        (paused.levels, exact.levels) = (None, None);
        assert_eq!(paused, exact, "{link}");
    }
}

/// A paused run is looked at here and there: nothing that the eye moves over goes through the network with
/// all samples again, and everything is as if it did.
#[test]
fn who_looks_about_in_a_paused_run_sees_what_is_there() {
    let link = "#k=8&hidden=32&noise=gaussian&level=0.3&play=0";
    let [mut paused, mut fresh] = [10.0, 0.1].map(|look_ms| engine(link, look_ms));
    for engine in [&mut paused, &mut fresh] {
        train(engine, 40, false);
    }
    let view = View {
        gallery: vec![1700, 3],
        sample: Some(7),
        analyses: true,
        network: true,
        levels: true,
        ..View::default()
    };
    let bits = UsesView {
        bits: Some(3),
        ..UsesView::default()
    };
    let neighbours = UsesView {
        neighbours: true,
        ..UsesView::default()
    };
    let walks = UsesView {
        walk: Some([3, 7]),
        ..UsesView::default()
    };
    let with = |sample: u32, uses: &UsesView| View {
        sample: Some(sample),
        uses: uses.clone(),
        ..view.clone()
    };
    let none = UsesView::default();
    let places = View {
        gallery: vec![5, 6],
        heatmap: (0..9).collect(),
        probe: Some([0.3, 0.1]),
        dictionary: true,
        ..with(9, &bits)
    };
    let unlike = View {
        axes: [2, 5],
        plain: true,
        ..with(2, &none)
    };
    let looks = [
        with(7, &none),
        with(8, &none),
        with(8, &bits),
        with(1900, &bits),
        places,
        with(9, &neighbours),
        with(10, &neighbours),
        with(11, &walks),
        unlike,
        with(12, &none),
    ];
    let mut settings = link::read(link).0.settings;
    for penalty in [0.0, 0.5] {
        settings.decay = penalty;
        for look in &looks {
            let [mut seen, mut wanted] = [&mut paused, &mut fresh].map(|engine| {
                let settings = settings.clone();
                engine.handle(Command::Tune { run: 1, settings });
                look_at(engine, look)
            });
            assert_eq!(levels(&seen), levels(&wanted), "{look:?}");
            (seen.levels, wanted.levels) = (None, None);
            seen.readouts.steps_per_s = wanted.readouts.steps_per_s;
            assert_eq!(seen, wanted, "{look:?}");
            assert_eq!(seen.readouts.decay.is_some(), penalty > 0.0);
        }
    }
}

/// PCA's error is on what the network sees now, and at its bottleneck size of now.
#[test]
fn the_yardstick_follows_the_settings() {
    let level = |level: f64| format!("#k=8&hidden=32&noise=gaussian&level={level}");
    let mut engine = engine(&level(0.3), 0.1);
    let look = View::default();
    for link in [
        level(0.3),
        level(0.6),
        level(0.6).replace("k=8", "k=9"),
        level(0.3),
        "#k=8&hidden=32".to_owned(),
    ] {
        let settings = link::read(&link).0.settings;
        engine.handle(Command::Tune { run: 1, settings });
        let pca = look_at(&mut engine, &look).readouts.pca_mse;
        let of_its_own = look_at(&mut super::watched::engine(&link, 0.1), &look);
        assert_eq!(pca, of_its_own.readouts.pca_mse, "{link}");
    }
}

fn look_at(engine: &mut Engine, view: &View) -> Snapshot {
    let view = view.clone();
    let pace = Pace {
        steps: 0,
        budget_ms: 0.0,
    };
    match engine.handle(Command::Train { run: 1, pace, view }) {
        Some(Event::Snapshot { snapshot, .. }) => *snapshot,
        other => panic!("{other:?}"),
    }
}

/// A survey looks at a moment before a change; to fall back on, it has the settings of after.
#[test]
fn a_moment_to_fall_back_on_has_the_settings_of_now() {
    let mut engine = engine(LINKS[0], 10.0);
    train(&mut engine, 0, false);
    let measured = train(&mut engine, 1, true).readouts.step;
    let mut settings = link::read(LINKS[0]).0.settings;
    settings.lr = 0.0123;
    train(&mut engine, 1, true);
    engine.handle(Command::Tune { run: 1, settings });
    let mut steps = 0;
    while train(&mut engine, 1, true).readouts.step == measured && steps < 200 {
        steps += 1;
    }
    assert!(steps < 200, "no survey ended");
    engine.handle(Command::Recover { run: 1 });
    let view = View::default();
    let Some(Event::Snapshot { snapshot, .. }) = engine.handle(Command::Dissect { run: 1, view })
    else {
        panic!("no step");
    };
    assert_eq!(snapshot.dissection.unwrap().learning_rate, 0.0123);
}

/// Errors at every level are of the moment that is looked at, earlier ones too.
#[test]
fn an_earlier_moment_has_its_own_errors_at_every_level() {
    let mut engine = engine(LINKS[1], 0.1);
    let then = train(&mut engine, 5, false);
    train(&mut engine, 60, false);
    let view = View {
        at: Some(then.step),
        levels: true,
        faces: true,
        ..View::default()
    };
    let pace = Pace {
        steps: 0,
        budget_ms: 0.0,
    };
    let Some(Event::Snapshot { snapshot, .. }) =
        engine.handle(Command::Train { run: 1, pace, view })
    else {
        panic!("no look");
    };
    assert!(snapshot.is_past && snapshot.step == then.step);
    assert_eq!(levels(&snapshot), levels(&then));
    assert!(snapshot.faces.is_some(), "the newest network's would stay");
}

/// A quick machine goes through all samples for every picture.
#[test]
fn where_all_samples_are_cheap_every_picture_is_exact() {
    let mut watched = engine(LINKS[0], 0.5);
    for _ in 0..10 {
        let seen = train(&mut watched, 3, true);
        assert_eq!(seen.readouts.step, seen.step);
    }
}

/// Between two requests for as many steps as there is time for, the run goes on; the steps are the same
/// ones, and they count.
#[test]
fn a_run_goes_on_while_the_page_draws() {
    let mut eager = engine(LINKS[0], 0.1);
    let mut plain = engine(LINKS[0], 0.1);
    let ask = |engine: &mut Engine, steps: u32, budget_ms: f64| {
        let view = View {
            gallery: vec![3],
            ..View::default()
        };
        let pace = Pace { steps, budget_ms };
        match engine.handle(Command::Train { run: 1, pace, view }) {
            Some(Event::Snapshot { snapshot, .. }) => *snapshot,
            other => panic!("{other:?}"),
        }
    };
    let first = ask(&mut eager, u32::MAX, 5.0);
    assert!(eager.is_busy());
    let mut slices = 0;
    while eager.is_busy() {
        assert!(eager.go_on(3.0).is_none());
        slices += 1;
    }
    // It stops by itself where no request comes.
    assert!((10..100).contains(&slices), "{slices}");
    let second = ask(&mut eager, u32::MAX, 5.0);
    assert!(
        second.step > first.step + 100,
        "{} {}",
        first.step,
        second.step
    );
    // Somebody who looks without asking for steps ends it.
    let looked = ask(&mut eager, 0, 0.0);
    assert!(!eager.is_busy());
    assert_eq!(looked.step, second.step);
    let steps = u32::try_from(looked.step).unwrap();
    let mut same = ask(&mut plain, steps, f64::INFINITY);
    same.readouts.steps_per_s = looked.readouts.steps_per_s;
    assert_eq!(same.readouts, looked.readouts);
}

/// A device is timed by what it did in the time it had: here a look at the clock takes a millisecond.
#[test]
fn speed_is_samples_by_time() {
    let mut engine = engine(LINKS[0], 1.0);
    let widths = vec![2, 16, 16, 1, 16, 16, 2];
    let asked = Command::Time {
        widths: widths.clone(),
        ms: 40.0,
    };
    let Some(Event::Timed(timed)) = engine.handle(asked) else {
        panic!("not timed");
    };
    assert_eq!(timed.widths, widths);
    // Four steps of 64 samples between two looks.
    assert_eq!((timed.samples, timed.ms), (40 * 4 * 64, 40.0));
    assert_eq!(timed.samples_per_s(), 256_000.0);
    let weights = 2.0 * (2.0 * 16.0 + 16.0 * 16.0 + 16.0);
    assert!((timed.gflops() - 6e-9 * weights * 256_000.0).abs() < 1e-12);
}

/// However far the numbers lagged: paused, they are those of the step on the page.
#[test]
fn a_paused_page_shows_the_numbers_of_its_step() {
    for speed in ["normal", "fast"] {
        let mut program = Program::ready(&format!("#k=3&speed={speed}"));
        program.slow_down(10.0);
        program.act(Action::PlayToggled);
        let mut lagged = false;
        for _ in 0..60 {
            program.frames(1);
            let shown = program.state.training.shown_step();
            lagged |= Some(program.readouts().step) != shown;
            // What is said of the readouts' step is true of the step beside them.
            let training = &program.state.training;
            if let (Some(measured), Some((step, _))) = (training.measured(), training.reached) {
                assert!(measured < step, "{speed}: {measured} of {step}");
                assert_eq!(training.readouts.as_ref().unwrap().step, measured);
            }
        }
        assert!(lagged, "{speed}: the test must see what it is about");
        program.act(Action::PlayToggled);
        program.frames(3);
        let readouts = program.readouts().clone();
        assert_eq!(Some(readouts.step), program.state.training.shown_step());
        let told = program.state.training.readouts.as_ref().unwrap();
        assert_eq!(*told, readouts, "{speed}");
        assert_eq!(program.state.training.measured(), None, "{speed}");
        // Nothing more is asked of a page that stands still.
        let sent = program.sent.len();
        program.frames(20);
        assert_eq!(program.sent.len(), sent, "{speed}");
    }
}
