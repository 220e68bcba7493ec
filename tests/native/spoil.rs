//! A sample that the student spoils: only what becomes of it changes.

use std::rc::Rc;

use crate::common::program::Program;
use hourglass::protocol::{Sketched, Snapshot};
use hourglass::session::{Action, Brush, Figure};
use hourglass::settings::{DataSet, Key, Value};

fn snapshot(program: &Program) -> Rc<Snapshot> {
    program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .snapshot
        .clone()
}

fn ready() -> Program {
    let mut program = Program::ready("#lesson=denoising&noise=saltpepper&level=0.3");
    program.load_assets();
    program.frames(3);
    assert_eq!(program.state.figure(), Figure::Spoil);
    program
}

#[test]
fn a_spoilt_image_changes_only_its_own_reconstruction() {
    let mut program = ready();
    let before = snapshot(&program);
    let clean = before.sketch.clone().unwrap();
    assert!(!program.state.is_spoilt());
    program.act(Action::Scribbled([1.0, 1.0], [6.0, 6.0]));
    program.frames(2);
    let after = snapshot(&program);
    let spoilt = after.sketch.clone().unwrap();
    assert!(program.state.is_spoilt());
    assert_ne!(spoilt.reconstruction, clean.reconstruction);
    assert_eq!(after.gallery, before.gallery);
    assert_eq!(after.gallery_inputs, before.gallery_inputs);
    assert_eq!(after.readouts.heldout_mse, before.readouts.heldout_mse);
    // The stroke is ink along the diagonal, and nothing elsewhere.
    for at in 0..64 {
        let (column, row) = (at % 8, at / 8);
        let (new, old) = (spoilt.input.values[at], clean.input.values[at]);
        match column == row && (1..=5).contains(&row) {
            true => assert_eq!(new, 1.0, "{column} {row}"),
            false if column.abs_diff(row) > 1 => assert_eq!(new, old, "{column} {row}"),
            false => {}
        }
    }
    // The rubber leaves paper, and back is back.
    program.act(Action::BrushChosen(Brush::Rubber));
    program.act(Action::Scribbled([0.0, 0.0], [8.0, 0.0]));
    program.frames(2);
    assert!(
        snapshot(&program).sketch.as_ref().unwrap().input.values[..8]
            .iter()
            .all(|&v| v == 0.0)
    );
    program.act(Action::SketchCleared);
    program.frames(2);
    assert_eq!(snapshot(&program).sketch.as_ref().unwrap(), &clean);
    assert!(!program.state.is_spoilt());
}

#[test]
fn another_sample_is_whole_and_no_stroke_is_no_place() {
    let mut program = ready();
    program.act(Action::Scribbled([4.0, 0.0], [4.0, 8.0]));
    let third = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .shown
        .gallery[3];
    program.act(Action::SampleSelected(Some(third)));
    program.frames(2);
    assert!(!program.state.is_spoilt());
    program.act(Action::Scribbled([f32::NAN, 0.0], [4.0, 8.0]));
    assert!(!program.state.is_spoilt());
    // Where nobody sees it, nothing is drawn.
    program.act(Action::FigureChosen(Figure::Samples));
    program.act(Action::Scribbled([4.0, 0.0], [4.0, 8.0]));
    program.frames(2);
    assert!(!program.state.is_spoilt());
    assert!(snapshot(&program).sketch.is_none());
}

/// What nobody has spoilt comes out as the sample itself does.
#[test]
fn a_whole_image_is_rebuilt_as_the_sample_is() {
    let mut program = Program::ready("#lesson=lab");
    program.load_assets();
    program.act(Action::FigureChosen(Figure::Spoil));
    program.frames(3);
    let shown = snapshot(&program);
    let (sketch, sample) = (
        shown.sketch.as_ref().unwrap(),
        shown.sample.as_ref().unwrap(),
    );
    assert_eq!(sketch.input, sample.input);
    let near = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-5);
    assert!(near(
        &sketch.reconstruction.values,
        &sample.reconstruction.values
    ));
    assert!(near(&sketch.pca.values, &sample.pca.values));
}

/// A drawing of the student's own goes through the network, stands in the gallery and outlives the run.
#[test]
fn a_sheet_is_drawn_on_and_stays() {
    let mut program = Program::ready("#lesson=lab&k=4");
    program.load_assets();
    program.act(Action::FigureChosen(Figure::Spoil));
    program.act(Action::SheetChosen(true));
    program.frames(3);
    let empty = snapshot(&program).sketch.clone().unwrap();
    assert!(empty.input.values.iter().all(|x| *x == 0.0));
    assert!(!program.state.is_spoilt() && program.state.sketch.drawing().is_none());
    program.act(Action::Scribbled([1.0, 4.0], [7.0, 4.0]));
    program.frames(2);
    let drawn = snapshot(&program).sketch.clone().unwrap();
    let ink: f32 = drawn.input.values.iter().sum();
    assert!((5.0..20.0).contains(&ink), "{ink}");
    assert_ne!(drawn.reconstruction, empty.reconstruction);
    // In the gallery, as the run goes on and after another.
    program.act(Action::FigureChosen(Figure::Samples));
    program.act(Action::ResetPressed);
    program.frames(5);
    program.turn(Key::K, 6.0);
    program.frames(5);
    let in_gallery = snapshot(&program).sketch.clone().unwrap();
    assert_eq!(in_gallery.input, drawn.input);
    assert!(
        in_gallery.errors.values.is_empty(),
        "nobody looks at them there"
    );
    // The sample is whole, and the drawing is still there behind it.
    program.act(Action::FigureChosen(Figure::Spoil));
    program.act(Action::SheetChosen(false));
    program.frames(2);
    let shown = snapshot(&program);
    assert_eq!(
        shown.sketch.as_ref().unwrap().input,
        shown.sample.as_ref().unwrap().input
    );
    assert!(!program.state.is_spoilt());
    // Images of another size have no place for it.
    let balls = DataSet::Balls as usize;
    let value = Value::Choice(balls);
    program.act(Action::KnobTurned(Key::Data, value));
    program.frames(5);
    assert!(program.state.sketch.drawing().is_none());
    program.act(Action::SheetChosen(true));
    program.frames(2);
    assert_eq!(
        snapshot(&program).sketch.as_ref().unwrap().input.values,
        [0.0; 144]
    );
}

/// The mean of (r − x)² over the image's pixels.
fn own_error(sketch: &Sketched) -> f32 {
    let pixels = sketch
        .input
        .values
        .iter()
        .zip(&sketch.reconstruction.values);
    pixels.map(|(x, r)| (r - x) * (r - x)).sum::<f32>() / 64.0
}

/// The errors beside which a drawing is strange are those of the samples themselves.
#[test]
fn the_usual_errors_are_those_of_held_out_samples() {
    let mut program = Program::ready("#lesson=lab&k=4");
    program.load_assets();
    program.act(Action::FigureChosen(Figure::Spoil));
    for _ in 0..20 {
        program.act(Action::StepPressed);
        program.frames(1);
    }
    let n_train = program
        .state
        .training
        .picture
        .as_ref()
        .unwrap()
        .facts
        .n_train;
    for at in [0, 1, 150, 199] {
        program.act(Action::SampleSelected(Some((n_train + at) as u32)));
        program.frames(2);
        let sketch = snapshot(&program).sketch.clone().unwrap();
        assert_eq!(sketch.errors.values.len(), 200);
        let error = own_error(&sketch);
        assert!(
            (error - sketch.errors.values[at]).abs() < 1e-6,
            "sample {at}"
        );
    }
    // What was never seen is stranger than most.
    program.act(Action::SheetChosen(true));
    for row in 0..8 {
        let y = row as f32 + 0.5;
        program.act(Action::Scribbled(
            [8.0 * f32::from(row % 2 == 0), y],
            [4.0, y],
        ));
    }
    program.frames(2);
    let sketch = snapshot(&program).sketch.clone().unwrap();
    let error = own_error(&sketch);
    let below = sketch
        .errors
        .values
        .iter()
        .filter(|usual| **usual < error)
        .count();
    assert!(below > 190, "stranger than {below} of 200");
}
