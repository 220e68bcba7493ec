//! The desk's side of the page: what it is told, and a run that it brings.

use hourglass::protocol::{Brief, Message, SavedRun, Sight, SweepPoint, Trade};
use hourglass::session::{Action, Door, Phase};
use hourglass::settings::{Key, PenaltyChoice, Value};

use crate::common::program::Program;

/// The run on the page, as the desk is told of it.
fn saved(program: &mut Program) -> SavedRun {
    program.act(Action::DeskAsked(Door::Export));
    for _ in 0..60 {
        if let Some(brief) = program.state.brief() {
            program.act(Action::DeskBriefed);
            let told = Brief::from_packet(brief.clone().into_packet().unwrap()).unwrap();
            // Written out, a number that does not apply is like itself.
            assert_eq!(format!("{brief:?}"), format!("{told:?}"));
            return *brief.run.unwrap();
        }
        program.frames(1);
    }
    panic!("nothing was told");
}

#[test]
fn what_is_saved_is_all_of_one_step_whatever_the_pace() {
    for link in [
        "#play=1&speed=fast",
        "#play=1",
        "#lesson=pca",
        "#play=1&speed=slow&k=3",
    ] {
        let mut program = Program::ready(link);
        program.frames(200);
        let run = saved(&mut program);
        let step = run.weights.step;
        assert_eq!(run.readouts.step, step, "{link}");
        assert_eq!(
            run.points.last().map(|point| point.step),
            Some(step),
            "{link}"
        );
        assert_eq!(run.link, program.state.link());
        assert_eq!(program.state.brief(), None, "{link}: told once");
    }
}

/// What is on the page besides goes along: the same numbers, as long as they are there.
#[test]
fn what_pictures_show_besides_is_taken_along() {
    let mut program = Program::ready("#lesson=denoising&n=400&play=1");
    program.frames(200);
    let run = saved(&mut program);
    let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
    let levels = snapshot.levels.as_ref().unwrap();
    let [pca, taken] = [0, 1].map(|at| &run.seen[at]);
    assert_eq!([pca.what, taken.what], [Sight::PcaCodes, Sight::Levels]);
    assert_eq!(taken.rows.rows(), levels.rows());
    assert_eq!(taken.rows.row(3)[4], levels.row(3)[4]);
    let [n, k] = [400, run.settings.k as usize];
    assert_eq!([pca.rows.rows(), pca.rows.columns], [n, k]);
    assert_eq!(run.seen.len(), 2);

    // Nearest samples are counted from 1, as in all tables.
    let mut program = Program::ready("#lesson=uses&scene=2&n=400&play=1");
    program.act(Action::SampleSelected(Some(0)));
    program.frames(200);
    let run = saved(&mut program);
    let picture = program.state.training.picture.as_ref().unwrap();
    let found = picture.snapshot.uses.neighbours.as_ref().unwrap();
    let nearest = run.seen.last().unwrap();
    assert_eq!(nearest.what, Sight::Neighbours);
    let first = nearest.rows.row(0);
    assert_eq!(first[0], found.sample as f32 + 1.0);
    assert_eq!(first[2], found.by_pca[0] as f32 + 1.0);
}

/// The walk and the plane of the last lesson, whatever k is: on a line there is no second code number.
#[test]
fn a_walk_and_a_decoded_plane_are_taken_along() {
    for (k, has_second) in [(2, true), (1, false)] {
        let mut program = Program::ready(&format!("#lesson=uses&scene=4&k={k}&n=300&play=1"));
        program.frames(100);
        let run = saved(&mut program);
        let rows_of = |what| &run.seen.iter().find(|seen| seen.what == what).unwrap().rows;
        let walk = rows_of(Sight::Walk);
        let places = walk.rows() / 3;
        // One sample fades into the other: half-way it is half of both.
        let fading = |place: usize| walk.row(2 * places + place);
        assert_eq!([fading(0)[0], fading(0)[1]], [2.0, 0.0]);
        assert_eq!(fading(places - 1)[1], 1.0);
        for ((first, last), middle) in (fading(0).iter().zip(fading(places - 1)))
            .zip(fading((places - 1) / 2))
            .skip(2)
        {
            let part = fading((places - 1) / 2)[1];
            assert!(((1.0 - part) * first + part * last - middle).abs() < 1e-6);
        }
        let plane = rows_of(Sight::Grid);
        assert_eq!(plane.columns, 2 + 64);
        assert_eq!(!plane.row(0)[1].is_nan(), has_second);
        let left: Vec<f32> = (0..plane.rows()).map(|at| plane.row(at)[0]).collect();
        let picture = program.state.training.picture.as_ref().unwrap();
        let [low, high] = picture.snapshot.uses.grid.as_ref().unwrap().ranges[0];
        let reached = [f32::min, f32::max].map(|of| left.iter().copied().reduce(of).unwrap());
        assert!(
            reached[0] == low && (reached[1] - high).abs() < 1e-6,
            "{reached:?}"
        );
    }
}

#[test]
fn a_run_that_comes_back_goes_on_with_its_history_and_the_other_is_kept() {
    let mut program = Program::ready("#k=5&seed=3&play=1");
    program.frames(100);
    program.turn(Key::Lr, 0.001);
    program.frames(100);
    let mut run = saved(&mut program);
    assert_eq!(run.occurrences.len(), 1);
    run.swept = vec![SweepPoint {
        k: 1,
        train: 0.3,
        held_out: 0.4,
        pca: 0.5,
    }];
    run.trades = vec![Trade {
        penalty: PenaltyChoice::L1,
        price: 0.001,
        lit: 3.5,
        held_out: 0.1,
    }];

    // The door has paused it, so that all that goes out is of one moment.
    assert!(!program.state.training.playing);
    program.act(Action::KnobTurned(Key::Seed, Value::Number(9.0)));
    program.act(Action::PlayToggled);
    program.frames(100);
    let other = program.step();
    assert!(other > 0);
    program.act(Action::RunBrought(Box::new(run.clone())));
    program.frames(30);
    assert_eq!(program.state.training.phase, Phase::Live);
    assert_eq!(program.state.training.settings, run.settings);
    assert_eq!(program.step(), run.weights.step);
    assert_eq!(program.readouts().heldout_mse, run.readouts.heldout_mse);
    let history = &program.state.time.history;
    assert_eq!(history.points, run.points);
    assert_eq!(*program.state.comparison.swept, run.swept);
    assert_eq!(*program.state.comparison.trades.done, run.trades);
    assert_eq!(history.marks[0].change.text(), run.occurrences[0].text);
    assert!(!program.state.training.playing);

    program.act(Action::UndoPressed);
    program.frames(30);
    assert_eq!(program.state.training.settings.seed, 9);
    assert!(program.step() >= other);
}

/// Without a run, the desk still opens.
#[test]
fn a_page_without_a_run_tells_its_link() {
    let mut program = Program::open("#k=7");
    program.act(Action::DeskAsked(Door::Share));
    let brief = program.state.brief().unwrap();
    assert_eq!((brief.run, brief.door), (None, Door::Share));
    assert_eq!(brief.link, "#v=1&k=7");
}

/// A saved network is the one on the page, also where it was changed at the step at which it stands.
#[test]
fn what_is_saved_is_of_the_settings_of_now() {
    let mut program = Program::ready("#k=8");
    program.act(Action::StepPressed);
    program.frames(80);
    program.act(Action::StepPressed);
    program.frames(20);
    program.turn(Key::K, 16.0);
    let run = saved(&mut program);
    assert_eq!((run.settings.k, run.weights.k), (16, 16));
}
