//! What the code and the errors are good for: what the page shows of it is what the network does.

use crate::common::program::Program;
use crate::common::{engine, snapshot, start, train};
use hourglass::analysis::{Confusion, Quantiser, precision_of_nearest, threshold};
use hourglass::engine::Engine;
use hourglass::link;
use hourglass::protocol::{Command, Uses, UsesView, View};
use hourglass::session::{Action, Figure};
use ndarray::{Array2, ArrayView2, array, s};

/// The uses of a link's network after so many steps.
fn uses(link: &str, steps: u32, asked: UsesView) -> Uses {
    let mut engine = engine();
    start(&mut engine, link);
    let view = View {
        uses: asked,
        gallery: vec![1500, 1501],
        sample: Some(1500),
        ..View::default()
    };
    snapshot(train(&mut engine, steps, view)).uses
}

#[test]
fn a_threshold_is_the_smallest_score_that_enough_do_not_exceed() {
    let scores = [5.0, 1.0, 4.0, 2.0, 3.0];
    assert_eq!(threshold(&scores, 0.8), 4.0);
    assert_eq!(threshold(&scores, 0.81), 5.0);
    assert_eq!(threshold(&scores, 0.0), 1.0);
    assert_eq!(threshold(&[], 0.5), 0.0);
}

#[test]
fn an_alarm_is_above_the_threshold_and_everyone_is_counted_once() {
    let counts = Confusion::of(&[0.1, 0.5, 0.6], &[0.5, 0.9], 0.5);
    let wanted = Confusion {
        found: 1,
        missed: 1,
        false_alarms: 1,
        passed: 2,
    };
    assert_eq!(counts, wanted);
    assert_eq!(Confusion::of(&[], &[], 0.5), Confusion::default());
}

/// The area under the ROC curve is the chance that a novel sample's error is the larger one, counted
/// over all pairs; the counts are those of the errors on the page.
#[test]
fn counts_and_area_are_those_of_the_errors() {
    for named in [None, Some(0.002_f32), Some(0.0)] {
        let asked = UsesView {
            anomalies: true,
            threshold: named,
            ..UsesView::default()
        };
        let found = uses("#lesson=uses", 40, asked).anomalies.unwrap();
        let novel = (found.found + found.missed) as usize;
        let errors = &found.errors.values;
        let (familiar, strange) = errors.split_at(errors.len() - novel);
        assert_eq!((found.false_alarms + found.passed) as usize, familiar.len());
        if let Some(named) = named {
            assert_eq!(found.threshold, named);
        }
        let above = |some: &[f32]| some.iter().filter(|e| **e > found.threshold).count() as u32;
        assert_eq!(
            [found.found, found.false_alarms],
            [above(strange), above(familiar)]
        );
        let pairs = strange
            .iter()
            .flat_map(|s| familiar.iter().map(move |f| (s, f)));
        let won: f64 = pairs
            .map(|(s, f)| match s.total_cmp(f) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            })
            .sum();
        let chance = won / (strange.len() * familiar.len()) as f64;
        assert!((found.auc - chance).abs() < 1e-9, "{} {chance}", found.auc);
        // The point of the threshold lies on the curve.
        let rate = |some: u32, others: usize| some as f32 / others as f32;
        let point = [
            rate(found.false_alarms, familiar.len()),
            rate(found.found, strange.len()),
        ];
        let on_curve = found
            .roc
            .values
            .chunks_exact(2)
            .any(|at| at.iter().zip(point).all(|(a, b)| (a - b).abs() < 1e-6));
        assert!(on_curve, "{point:?}");
    }
}

#[test]
fn a_threshold_that_is_found_lets_95_percent_of_the_training_samples_pass() {
    let mut program = Program::ready("#lesson=uses");
    program.load_assets();
    program.frames(20);
    let found = || UsesView {
        anomalies: true,
        ..UsesView::default()
    };
    let found = uses("#lesson=uses", 200, found()).anomalies.unwrap();
    // Held-out beats are much like training beats: about as many pass.
    let passed = f64::from(found.passed) / f64::from(found.passed + found.false_alarms);
    assert!((0.90..=0.99).contains(&passed), "{passed}");
    assert_eq!(program.state.figure(), Figure::Errors);
    program.act(Action::ThresholdMoved(Some(0.01)));
    program.frames(2);
    let picture = program.state.training.picture.as_ref().unwrap();
    assert_eq!(
        picture.snapshot.uses.anomalies.as_ref().unwrap().threshold,
        0.01
    );
    program.act(Action::ThresholdMoved(Some(f32::NAN)));
    assert_eq!(program.state.look.threshold, None);
}

/// Written with more bits a number is never further than half a cell from itself, and cells halve with
/// every bit.
#[test]
fn a_bit_more_halves_the_distance_to_the_code() {
    let codes = Array2::from_shape_fn((200, 3), |(i, j)| ((i * 37 + j * 11) % 101) as f32 / 7.0);
    let quantiser = Quantiser::of(codes.view());
    for bits in 1..=16 {
        let few = quantiser.quantise(codes.view(), bits);
        for (unit, (written, exact)) in few.columns().into_iter().zip(codes.columns()).enumerate() {
            let range = exact.fold(0.0_f32, |most, &h| most.max(h))
                - exact.fold(1e9, |least: f32, &h| least.min(h));
            let half_cell = 0.5 * range / (1 << bits) as f32;
            let furthest = (&written - &exact).fold(0.0_f32, |most, d| most.max(d.abs()));
            assert!(
                furthest <= half_cell * 1.001 + 1e-5,
                "{bits} {unit}: {furthest}"
            );
            let mut levels: Vec<u32> = written.iter().map(|h| h.to_bits()).collect();
            levels.sort_unstable();
            levels.dedup();
            assert!(levels.len() <= 1 << bits);
        }
    }
    // Beyond the range it is the last cell; a unit that never moves stays where it is.
    let quantiser = Quantiser::of(array![[0.0_f32, 2.0], [8.0, 2.0]].view());
    let few = quantiser.quantise(array![[-5.0_f32, 2.0], [100.0, 2.5]].view(), 2);
    assert_eq!(few, array![[1.0, 2.0], [7.0, 2.0]]);
}

#[test]
fn with_16_bits_the_error_is_that_of_the_code_itself() {
    let mut engine = engine();
    start(&mut engine, "#lesson=uses&data=digits&hidden=128&k=8");
    let view = |bits| View {
        uses: UsesView {
            bits: Some(bits),
            rates: true,
            ..UsesView::default()
        },
        gallery: vec![1500, 1501],
        ..View::default()
    };
    let trained = snapshot(train(&mut engine, 600, view(16)));
    let few = trained.uses.quantised.unwrap();
    let exact = [trained.readouts.heldout_mse, trained.readouts.pca_mse];
    assert!((few.error / exact[0] - 1.0).abs() < 0.01);
    assert!((few.pca_error / exact[1] - 1.0).abs() < 0.01);
    let rates = trained.uses.rates.unwrap();
    assert_eq!(rates.rows(), 16);
    assert!((f64::from(rates.row(15)[0]) / few.error - 1.0).abs() < 1e-5);
    // The chart's place of the chosen bits is what is said of them.
    let one = snapshot(train(&mut engine, 0, view(1)))
        .uses
        .quantised
        .unwrap();
    assert!((f64::from(rates.row(0)[0]) / one.error - 1.0).abs() < 1e-5);
    assert!(one.error > 2.0 * few.error);
    assert_eq!(few.gallery.rows(), 2);
    let apart = few.gallery.values.iter().zip(&trained.gallery.values);
    assert!(apart.map(|(a, b)| (a - b).abs()).fold(0.0_f32, f32::max) < 0.01);
}

#[test]
fn a_walk_begins_and_ends_where_the_samples_are() {
    let mut engine = engine();
    start(&mut engine, "#lesson=uses&data=digits&seed=1");
    let view = View {
        uses: UsesView {
            walk: Some([1500, 1600]),
            grid: true,
            ..UsesView::default()
        },
        axes: [0, 1],
        gallery: vec![1500, 1600],
        ..View::default()
    };
    let trained = snapshot(train(&mut engine, 100, view));
    let walk = trained.uses.walk.unwrap();
    let last = walk.network.rows() - 1;
    let near = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-5);
    assert!(near(walk.network.row(0), trained.gallery.row(0)));
    assert!(near(walk.network.row(last), trained.gallery.row(1)));
    assert!(near(walk.pca.row(last), trained.gallery_pca.row(1)));
    let middle: Vec<f32> = walk
        .features
        .row(0)
        .iter()
        .zip(walk.features.row(last))
        .map(|(a, b)| 0.5 * (a + b))
        .collect();
    assert!(near(walk.features.row(last / 2), &middle));
    // The grid is the decoder at its places.
    let grid = trained.uses.grid.unwrap();
    let at = [grid.ranges[0][1], grid.ranges[1][1]];
    let corner = View {
        probe: Some(at),
        axes: [0, 1],
        ..View::default()
    };
    let probe = snapshot(train(&mut engine, 0, corner)).probe.unwrap();
    let top_right = grid.sides[0] as usize - 1;
    assert!(near(probe.decoded.row(0), grid.decoded.row(top_right)));
}

/// Neighbours are the nearest there are, and the precisions those of all held-out samples.
#[test]
fn neighbours_are_nearest_and_precisions_those_of_the_codes() {
    let mut engine = engine();
    start(&mut engine, "#lesson=uses&data=digits");
    let facts = {
        let mut other = crate::common::engine();
        match start(&mut other, "#lesson=uses&data=digits") {
            hourglass::protocol::Event::Started { facts, .. } => facts,
            other => panic!("{other:?}"),
        }
    };
    let view = View {
        uses: UsesView {
            neighbours: true,
            ..UsesView::default()
        },
        sample: Some(1500),
        axes: [0, 1],
        analyses: true,
        ..View::default()
    };
    let trained = snapshot(train(&mut engine, 100, view));
    let near = trained.uses.neighbours.unwrap();
    let (n, n_train) = (facts.labels.len(), facts.n_train);
    let codes = ArrayView2::from_shape((n, 2), &trained.codes.values).unwrap();
    let x = ArrayView2::from_shape((n, 64), &facts.x.values).unwrap();
    for (found, of) in [(&near.by_code, codes), (&near.by_features, x)] {
        let distance = |row: usize| {
            (&of.row(row) - &of.row(1500))
                .mapv(|d| f64::from(d * d))
                .sum()
        };
        let furthest = found
            .iter()
            .map(|&row| distance(row as usize))
            .fold(0.0, f64::max);
        let nearer = (0..n_train)
            .filter(|&row| distance(row) < furthest * 0.999)
            .count();
        assert!(found.len() == 5 && nearer <= 5, "{nearer} are nearer");
    }
    let analyses = trained.analyses.unwrap();
    let precision = |of: ArrayView2<f32>| {
        precision_of_nearest(
            (of.slice(s![..n_train, ..]), &facts.labels[..n_train]),
            (of.slice(s![n_train.., ..]), &facts.labels[n_train..]),
            5,
        )
    };
    assert_eq!(analyses.precision, Some(precision(codes)));
    assert_eq!(analyses.feature_precision, Some(precision(x)));
}

/// All three rows of the search are of what the network sees.
#[test]
fn precision_by_pixels_is_of_the_same_samples_as_by_code() {
    let view = || View {
        analyses: true,
        ..View::default()
    };
    let precision_at = |level: &str| {
        let mut engine = engine();
        start(
            &mut engine,
            &format!("#data=digits&n=400&noise=gaussian&level={level}"),
        );
        let analyses = snapshot(train(&mut engine, 1, view())).analyses.unwrap();
        analyses.feature_precision.unwrap()
    };
    let [clean, noisy] = ["0", "0.8"].map(precision_at);
    assert!(noisy < clean - 0.05, "{noisy} and {clean}");
    // The level is turned while it runs.
    let mut engine = engine();
    start(&mut engine, "#data=digits&n=400&noise=gaussian&level=0");
    let of = |engine: &mut Engine| {
        snapshot(train(engine, 1, view()))
            .analyses
            .unwrap()
            .feature_precision
    };
    assert_eq!(of(&mut engine), Some(clean));
    engine.handle(Command::Tune {
        run: 1,
        settings: link::read("#data=digits&n=400&noise=gaussian&level=0.8")
            .0
            .settings,
    });
    assert_eq!(of(&mut engine), Some(noisy));
}

/// Uses stand in lesson 6 and the Lab; elsewhere the look falls back.
#[test]
fn figures_of_uses_belong_to_their_lessons() {
    let figure = |link: &str, chosen: Figure| {
        let mut program = Program::ready(link);
        program.act(Action::FigureChosen(chosen));
        program.state.figure()
    };
    assert_eq!(
        figure("#lesson=uses&data=digits", Figure::Walk),
        Figure::Walk
    );
    assert_eq!(figure("#lesson=lab", Figure::Bits), Figure::Bits);
    assert_eq!(figure("#lesson=intro", Figure::Bits), Figure::Samples);
    assert_eq!(
        figure("#lesson=uses&data=digits", Figure::Errors),
        Figure::Samples
    );
}
