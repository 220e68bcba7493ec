//! The code gets other units while a run is watched: the picture follows at once, its numbers say of which
//! network they are until they follow too.

use hourglass::engine::Engine;
use hourglass::link;
use hourglass::protocol::{Command, Pace, Snapshot, UsesView, View};

use super::watched::engine;
use crate::common::{snapshot, steps};

const LINKS: [&str; 2] = [
    "#k=48&hidden=32",
    "#hidden=none&k=48&code=relu&penalty=l1&noise=gaussian&level=0.3",
];

/// A run that is watched, of which everything is known, and one of which every moment is exact. To both a
/// look at all samples is slow.
fn pair(link: &str, view: &View) -> [Engine; 2] {
    let exact = View {
        may_lag: false,
        ..view.clone()
    };
    [(); 2].map(|()| {
        let mut engine = engine(link, 60.0);
        // The first look tells what a look costs, the next is remembered.
        steps(&mut engine, 0, exact.clone());
        steps(&mut engine, 0, exact.clone());
        engine
    })
}

fn view(may_lag: bool) -> View {
    View {
        may_lag,
        sample: Some(1500),
        gallery: vec![1700, 3, 1600],
        heatmap: (1440..1500).collect(),
        axes: [1, 0],
        dictionary: true,
        nonsense: true,
        uses: UsesView {
            anomalies: true,
            ..UsesView::default()
        },
        ..View::default()
    }
}

fn of_size(link: &str, k: u32) -> Command {
    let mut settings = link::read(link).0.settings;
    settings.k = k;
    Command::Tune { run: 1, settings }
}

/// The slider is moved while the page waits for steps: what comes of it, one step later.
fn reshaped(engine: &mut Engine, link: &str, k: u32, view: View) -> Snapshot {
    let pace = Pace {
        steps: u32::MAX,
        budget_ms: 50.0,
    };
    assert!(
        engine
            .accept(Command::Train { run: 1, pace, view })
            .is_none()
    );
    assert!(engine.accept(of_size(link, k)).is_none());
    snapshot(engine.go_on(f64::INFINITY).unwrap())
}

/// What is drawn is of the network that there is; what was measured, of the one that it says. `all` are the
/// exact moments of every step.
fn is_right(seen: &Snapshot, all: &[Snapshot]) {
    let since = &all[seen.readouts.step as usize..=seen.step as usize];
    let [then, now] = [&since[0], &since[since.len() - 1]];
    assert_eq!(seen.step, now.step);
    let step = seen.step;
    assert_eq!(seen.k, now.k, "step {step}");
    assert_eq!(seen.gallery, now.gallery, "step {step}");
    assert_eq!(seen.gallery_pca, now.gallery_pca, "step {step}");
    assert_eq!(seen.gallery_inputs, now.gallery_inputs, "step {step}");
    assert_eq!(seen.heatmap, now.heatmap, "step {step}");
    assert_eq!(seen.heatmap_errors, now.heatmap_errors, "step {step}");
    assert_eq!(seen.sample, now.sample, "step {step}");
    assert_eq!(seen.dictionary.rows(), seen.k as usize, "step {step}");
    if !now.bias.values.is_empty() {
        assert_eq!(seen.dictionary, now.dictionary, "step {step}");
    }
    assert_eq!(seen.codes.columns, now.codes.columns, "step {step}");
    assert_eq!(seen.codes.rows(), now.codes.rows(), "step {step}");
    let mut wanted = then.readouts.clone();
    wanted.steps_per_s = seen.readouts.steps_per_s;
    assert_eq!(seen.readouts, wanted, "step {step}");
    assert_eq!(seen.measured_k(), then.k, "step {step}");
    assert_eq!(seen.dead_units, then.dead_units, "step {step}");
    assert_eq!(seen.nonsense, then.nonsense, "step {step}");
    assert_eq!(seen.uses, then.uses, "step {step}");
    assert_eq!(seen.mean_activations, then.mean_activations, "step {step}");
}

#[test]
fn the_picture_follows_at_once_and_its_numbers_before_the_next() {
    for link in LINKS {
        let [mut watched, mut exact] = pair(link, &view(false));
        let mut all = vec![steps(&mut exact, 0, view(false))];
        for k in [49, 50, 30, 31, 20, 21, 64] {
            let seen = reshaped(&mut watched, link, k, view(true));
            exact.handle(of_size(link, k));
            all.push(steps(&mut exact, 1, view(false)));
            is_right(&seen, &all);
            // The last numbers are told again: nothing was gone through for this picture.
            assert_ne!(seen.measured_k(), seen.k, "{link}, k = {k}");
            let next = steps(&mut watched, 1, view(true));
            assert_eq!([next.measured_k(), next.k], [k, k], "{link}");
            all.push(steps(&mut exact, 1, view(false)));
            is_right(&next, &all);
            // Nothing that was known of the network before is left.
            let [paused, after] = [&steps(&mut watched, 0, view(false)), &all[all.len() - 1]];
            assert_eq!(paused.readouts.heldout_mse, after.readouts.heldout_mse);
            assert_eq!(paused.codes, after.codes, "{link}");
            assert_eq!(paused.mean_activations, after.mean_activations, "{link}");
        }
    }
}

/// A slider that does not rest leaves no time to go over all samples between two changes.
#[test]
fn a_slider_that_does_not_rest_has_numbers_too() {
    for link in LINKS {
        let [mut watched, mut exact] = pair(link, &view(false));
        let mut all = vec![steps(&mut exact, 0, view(false))];
        let (mut measured, mut late) = (Vec::new(), 0);
        for turn in 0..160 {
            let k = 48 - [turn % 32, 32 - turn % 32][turn as usize / 32 % 2];
            let seen = reshaped(&mut watched, link, k, view(true));
            exact.handle(of_size(link, k));
            all.push(steps(&mut exact, 1, view(false)));
            is_right(&seen, &all);
            let then = seen.readouts.step as usize;
            measured.push(then);
            late = late.max(seen.step as usize - then);
        }
        measured.dedup();
        assert!(measured.len() > 3, "{link}: {measured:?}");
        assert!(late < 70, "{link}: numbers of {late} steps before");
    }
}

/// What is asked of all samples and is of one code alone comes with it, however long it takes.
#[test]
fn what_is_of_one_code_alone_is_never_told_of_another() {
    let digits = LINKS[0];
    let asked = |change: fn(&mut View)| {
        let mut view = view(true);
        change(&mut view);
        view
    };
    let cases = [
        ("one number instead of two", digits, 1, asked(|_| {})),
        (
            "an axis that is gone",
            digits,
            5,
            asked(|view| view.axes = [40, 2]),
        ),
        (
            "who excites a unit",
            digits,
            30,
            asked(|view| view.code_unit = Some(3)),
        ),
        (
            "a walk",
            digits,
            30,
            asked(|view| view.uses.walk = Some([3, 5])),
        ),
        ("bits", digits, 30, asked(|view| view.uses.bits = Some(3))),
        (
            "the plane of the code",
            digits,
            30,
            asked(|view| view.uses.grid = true),
        ),
        (
            "places moved by the network",
            "#data=blobs&hidden=none&k=16&code=relu",
            12,
            asked(|view| {
                *view = View {
                    may_lag: true,
                    ..View::default()
                };
            }),
        ),
    ];
    for (what, link, k, view) in cases {
        let [mut watched, mut exact] = pair(link, &view);
        let seen = reshaped(&mut watched, link, k, view.clone());
        exact.handle(of_size(link, k));
        let mut now = steps(
            &mut exact,
            1,
            View {
                may_lag: false,
                ..view
            },
        );
        now.readouts.steps_per_s = seen.readouts.steps_per_s;
        assert_eq!(seen.k, k, "{what}");
        assert_eq!(seen.readouts.step, seen.step, "{what}");
        assert_eq!(seen, now, "{what}");
    }
}

/// A survey that began before the change ends after it: its error, ten times less than any that the next
/// network will have, must not forbid to fall back on that one.
#[test]
fn a_run_falls_back_on_the_network_that_it_has() {
    let link = "#hidden=none&k=60&lr=0.01";
    let [mut run, _] = pair(link, &view(false));
    let low = steps(&mut run, 2000, view(false)).readouts.heldout_mse;
    steps(&mut run, 1, view(true));
    let reshaped_at = reshaped(&mut run, link, 12, view(true)).step;
    let mut measured = Vec::new();
    for _ in 0..60 {
        let pace = Pace {
            steps: 1,
            budget_ms: 0.0,
        };
        let view = view(true);
        let seen = snapshot(run.handle(Command::Train { run: 1, pace, view }).unwrap());
        measured.push((seen.measured_k(), seen.readouts.heldout_mse));
    }
    measured.dedup();
    let [.., (60, before), (12, after)] = measured[..] else {
        panic!("{measured:?}");
    };
    assert!(after > 10.0 * before.max(low), "{before} {after}");
    run.handle(Command::Recover { run: 1 });
    let recovered = steps(&mut run, 0, view(false));
    assert!(recovered.step > reshaped_at, "back to {}", recovered.step);
}

/// Another width of a hidden layer, another activation: nothing that was known is told of it.
#[test]
fn only_another_bottleneck_keeps_what_is_known() {
    let link = "#k=48&hidden=32";
    for change in [
        "#k=48&hidden=24",
        "#k=48&hidden=32&code=relu",
        "#k=48&hidden=32&act=tanh",
    ] {
        let [mut run, _] = pair(link, &view(false));
        steps(&mut run, 5, view(true));
        let settings = link::read(change).0.settings;
        run.handle(Command::Tune { run: 1, settings });
        let seen = steps(&mut run, 1, view(true));
        assert_eq!(seen.readouts.step, seen.step, "{change}");
    }
}

/// There and back within one survey: the network has its size again, and other units.
#[test]
fn there_and_back_is_another_network() {
    let link = "#hidden=none&k=60&lr=0.01";
    let [mut run, _] = pair(link, &view(false));
    steps(&mut run, 2000, view(false));
    steps(&mut run, 1, view(true));
    reshaped(&mut run, link, 12, view(true));
    let back = reshaped(&mut run, link, 60, view(true));
    assert!(back.readouts.step < back.step);
    // The numbers come before the next steps, though its size is that of those known.
    let next = steps(&mut run, 1, view(true));
    assert_eq!(next.readouts.step, back.step);
    // What the survey under way found is not what the run falls back on.
    run.handle(Command::Recover { run: 1 });
    let recovered = steps(&mut run, 0, view(false));
    assert!(recovered.step >= back.step, "back to {}", recovered.step);
}
