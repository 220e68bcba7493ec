//! Denoising beside its twin without noise, and the error at every level.

use crate::common::program::Program;
use crate::common::{engine, readouts, start};
use hourglass::plot::{LevelErrors, LevelsFigure};
use hourglass::session::Action;
use hourglass::settings::Key;

fn step_to(program: &mut Program, steps: usize) {
    for _ in 0..steps {
        program.act(Action::StepPressed);
        program.frames(2);
    }
    // The chart is made again every half second.
    program.frames(40);
    program.act(Action::SampleMoved(1));
    program.frames(3);
}

fn rows(program: &Program) -> Vec<LevelErrors> {
    let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
    let levels = snapshot.levels.as_ref().unwrap();
    let rows = levels.values.chunks_exact(5);
    rows.map(|row| row.try_into().unwrap()).collect()
}

fn close(a: f32, b: f64) -> bool {
    (f64::from(a) - b).abs() < 1e-4 * b.abs()
}

/// The network trained without noise is what its own link gives, step by step.
#[test]
fn the_plain_network_is_the_one_of_its_own_link() {
    const STEPS: usize = 12;
    let mut noisy = Program::ready("#lesson=denoising&noise=gaussian&level=0.4&seed=3");
    step_to(&mut noisy, STEPS);
    let mut clean = Program::ready("#lesson=denoising&noise=none&seed=3");
    step_to(&mut clean, STEPS);
    assert_eq!((noisy.step(), clean.step()), (12, 12));
    let rows = rows(&noisy);
    assert!(rows.is_sorted_by(|a, b| a[0] < b[0]));
    // At level 0 the held-out samples are as they are.
    let [level, nothing, pca, plain, own] = rows[0];
    assert_eq!((level, nothing), (0.0, 0.0));
    assert!(close(plain, clean.readouts().heldout_mse), "{plain}");
    let facts = &noisy.state.training.picture.as_ref().unwrap().facts;
    assert!(close(pca, facts.pca.heldout_mse[31]), "{pca}");
    assert!((own - plain).abs() > 1e-3, "another network");
    // At the level trained at: the page's own numbers, up to other draws of the noise.
    let at = rows.iter().find(|row| (row[0] - 0.4).abs() < 1e-6).unwrap();
    let near = |a: f32, b: f64| (f64::from(a) / b - 1.0).abs() < 0.05;
    assert!(near(at[4], noisy.readouts().heldout_mse), "{at:?}");
    assert!(near(at[2], noisy.readouts().pca_mse), "{at:?}");
    assert!(near(at[1], 0.16), "{at:?}");
    let gallery = &noisy.state.training.picture.as_ref().unwrap().snapshot;
    assert_eq!(gallery.gallery_plain.rows(), gallery.gallery.rows());
    assert_ne!(gallery.gallery_plain, gallery.gallery);
}

/// A run that went back, and a change of the bottleneck, take the plain network along; without noise
/// there is none.
#[test]
fn the_plain_network_follows_the_run() {
    let mut program = Program::ready("#lesson=denoising");
    step_to(&mut program, 20);
    let plain = |program: &Program| {
        let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
        snapshot.gallery_plain.rows()
    };
    assert_eq!(plain(&program), 12);
    program.act(Action::LookedBack(Some(5)));
    program.frames(3);
    assert_eq!(plain(&program), 0, "it has no past");
    program.act(Action::ResumedHere);
    program.frames(3);
    step_to(&mut program, 8);
    assert_eq!(plain(&program), 12);
    program.turn(Key::K, 16.0);
    step_to(&mut program, 2);
    assert_eq!(plain(&program), 12);
    program.act(Action::KnobTurned(
        Key::Noise,
        hourglass::settings::Value::Choice(0),
    ));
    program.frames(5);
    assert_eq!(plain(&program), 0);
}

/// Where steps take their time, the network without noise falls behind a run that is watched, and says so.
/// Once the run waits it comes after, and is the one of its own link again.
#[test]
fn the_plain_network_falls_behind_and_comes_after() {
    let mut noisy = Program::ready("#lesson=denoising&noise=gaussian&level=0.4&seed=3");
    noisy.slow_down(10.0);
    noisy.act(Action::PlayToggled);
    noisy.frames(200);
    let behind = |program: &Program| {
        let picture = program.state.training.picture.as_ref().unwrap();
        (picture.snapshot.step, picture.snapshot.plain_step)
    };
    let (step, beside) = behind(&noisy);
    // It does not keep up with a run that hurries.
    let beside = beside.unwrap();
    assert!(beside > 0 && beside < step / 2, "{beside} of {step}");
    noisy.act(Action::PlayToggled);
    noisy.frames(400);
    let (step, beside) = behind(&noisy);
    assert_eq!(beside, None);
    let plain = rows(&noisy)[0][3];
    let mut clean = engine();
    start(&mut clean, "#lesson=denoising&noise=none&seed=3");
    let error = readouts(&mut clean, step as u32).heldout_mse;
    assert!(close(plain, error), "{plain} {error}");
}

#[test]
fn the_ring_stands_where_doing_nothing_is_as_good() {
    let of = |levels: &[LevelErrors]| {
        let figure = LevelsFigure {
            levels,
            trained: 0.4,
        };
        figure.break_even()
    };
    let rows = [
        [0.0, 0.0, 0.0, 0.0, 0.01],
        [0.2, 0.04, 0.0, 0.0, 0.02],
        [0.4, 0.16, 0.0, f32::NAN, 0.03],
    ];
    let [level, error] = of(&rows).unwrap();
    // 0.01 + 0.05 s = 0.2 s
    assert!((level - 0.2 / 3.0).abs() < 1e-6 && (error - 0.04 / 3.0).abs() < 1e-6);
    assert_eq!(of(&rows[1..]), None, "it never does harm");
    assert_eq!(of(&[]), None);
    let figure = LevelsFigure {
        levels: &rows,
        trained: 0.4,
    };
    let size = [700.0, 300.0];
    assert_eq!(figure.level_at(size, [52.0, 100.0]), Some(0.0));
    assert_eq!(figure.level_at(size, [550.0, 100.0]), Some(0.4));
    assert_eq!(figure.level_at(size, [690.0, 100.0]), None);
}
