//! Every sentence over a figure, and every verdict on a failure, is true of the numbers beside it: held
//! against the engine's own over whole runs of every experiment, failure and fix.

use crate::common::program::Program;
use hourglass::lessons::Lesson;
use hourglass::session::{Action, Prediction, State};
use hourglass::settings::{DataSet, Key, Value};
use hourglass::words::words;

/// The lessons' own seeds are held to it by `doing_lessons`, while a student does what they say.
const SEED: u32 = 1;

/// How much what is shown differs from sample to sample, in parts of how much the samples do: told from
/// the pictures themselves.
fn shown_variation(state: &State) -> f64 {
    let picture = state.training.picture.as_ref().unwrap();
    let snapshot = &picture.snapshot;
    let (made, x) = match snapshot.reconstructions.values.is_empty() {
        false => (&snapshot.reconstructions, picture.facts.x.values.clone()),
        true => {
            let rows = picture.shown.gallery.iter();
            let rows = rows.map(|&sample| picture.facts.x.row(sample as usize).to_vec());
            (&snapshot.gallery, rows.flatten().collect())
        }
    };
    let columns = made.columns;
    let spread = |values: &[f32]| {
        let rows = values.len() / columns;
        let of_column = |column: usize| {
            let values = (0..rows).map(|row| f64::from(values[row * columns + column]));
            let mean = values.clone().sum::<f64>() / rows as f64;
            values.map(|v| (v - mean).powi(2)).sum::<f64>()
        };
        (0..columns).map(of_column).sum::<f64>()
    };
    spread(&made.values) / spread(&x)
}

/// The first number before some words.
fn number_before(text: &str, words: &str) -> Option<f64> {
    let before = text
        .split(words)
        .next()
        .filter(|before| before.len() < text.len())?;
    before.trim_end().rsplit(' ').next()?.parse().ok()
}

fn must_be_true(state: &State, place: &str) {
    let (Some(told), Some(readouts)) = (&state.course.told, &state.training.readouts) else {
        return;
    };
    let caption = state.caption();
    let place = format!("{place}, step {}: {caption:?}", told.step);
    // The sentence and the readouts are of one moment.
    assert_eq!(told.step, readouts.step, "{place}");
    assert_eq!(told.held_out, readouts.heldout_mse, "{place}");
    let is_newest = state.training.shown_step() == Some(told.step);
    let of_variance = readouts.heldout_mse / told.variance;
    let is_waiting = state.course.failing.is_none() && state.course.is_waiting_for_an_answer();
    let is_silent = caption.starts_with("So far") || caption == words().lessons.untrained;
    assert!(is_silent || !is_waiting, "{place}");
    if caption.contains("comes out the same") && is_newest {
        assert!(
            shown_variation(state) < 0.05,
            "{place}: {}",
            shown_variation(state)
        );
        assert!(of_variance < 1.15, "{place}");
    }
    if caption.contains("copies anything") {
        assert!(told.nonsense.unwrap() < 0.01, "{place}");
    }
    if caption.contains("handwriting comes through") {
        assert!(
            of_variance < 0.2 && readouts.heldout_mse < 1.15 * readouts.pca_mse,
            "{place}"
        );
    }
    if caption == words().denoising.harm {
        assert!(readouts.gain_db.unwrap() < 0.0, "{place}");
    }
    // Nothing is compared with nothing.
    if readouts.pca_mse == 0.0 && readouts.heldout_mse > 1e-6 * told.variance {
        assert!(
            !caption.contains("PCA") || caption.contains("PCA copies"),
            "{place}"
        );
    }
    let ratio = readouts.heldout_mse / readouts.pca_mse;
    let gain = readouts.gain_db.unwrap_or(f64::NAN);
    let [by_code, by_pca, by_pixels] = told.precision.unwrap_or_default();
    let lost = told
        .quantised
        .map_or(0.0, |(_, error)| error / told.held_out);
    let (spoilt, of_training) = (
        100.0 * told.nonsense.unwrap_or(f64::NAN),
        told.train / told.variance,
    );
    let claims: [(&str, f64); 24] = [
        ("% of the nearest codes are right", 100.0 * by_code),
        ("% by PCA", 100.0 * by_pca),
        ("% by all pixels", 100.0 * by_pixels),
        ("% larger than with all bits", 100.0 * (lost - 1.0)),
        ("times that with all bits", lost),
        ("times the reconstruction's", 10_f64.powf(0.1 * gain)),
        (" dB.", gain),
        ("are lit for a sample", readouts.lit_per_sample),
        ("% of PCA's", 100.0 * ratio),
        ("% of the error that PCA", 100.0 * ratio),
        ("% more error", 100.0 * (ratio - 1.0)),
        ("times its error", ratio),
        ("times PCA's error", ratio),
        ("times as large", 1.0 / ratio),
        ("% is missed", 100.0 * of_variance),
        ("% of the variance is missed", 100.0 * of_variance),
        ("% is still to be learned", 100.0 * of_variance),
        ("% missed on old points", 100.0 * of_training),
        ("% on new ones", 100.0 * of_variance),
        ("% is lost", spoilt),
        ("% of it is lost", spoilt),
        (
            "times the error of one it was trained on",
            readouts.heldout_mse / readouts.train_mse,
        ),
        (
            "times an old one's error",
            readouts.heldout_mse / readouts.train_mse,
        ),
        ("° from PCA", readouts.largest_angle_deg.unwrap_or(f64::NAN)),
    ];
    for (words, truth) in claims {
        if let Some(said) = number_before(&caption, words) {
            let rounding: f64 = 0.51_f64.max(0.02 * truth.abs());
            assert!(
                (said - truth).abs() < rounding,
                "{place}: {said} is {truth}"
            );
            assert!(said < 1e4, "{place}");
        }
    }
    if let (Some(failing), Some(failure)) = (state.course.failing, state.course.failure()) {
        let title = failure.title.get();
        if failing.mended {
            assert!(of_variance < 0.6, "{place}: {title} is mended");
            assert!(
                shown_variation(state) > 0.1 || !is_newest,
                "{place}: {title} is mended"
            );
        }
        if failing.shown && title == words().failures.mean && is_newest {
            assert!(shown_variation(state) < 0.05, "{place}: {title} shows");
        }
    }
}

/// Goes on for some frames and holds what is said to the numbers at each.
pub fn watch(program: &mut Program, frames: usize, place: &str) {
    for _ in 0..frames {
        program.frames(1);
        must_be_true(&program.state, place);
    }
}

/// The largest images take part with fewer samples, and no faster than by the clock: what is said of them
/// is as true.
pub fn lighten(program: &mut Program, most: u32) {
    let settings = &program.state.training.settings;
    if settings.data == DataSet::Mnist {
        program.turn(Key::N, f64::from(most));
        program.act(Action::KnobTurned(Key::Speed, Value::Choice(1)));
    }
}

fn seeded(program: &mut Program) {
    lighten(program, 400);
    program.turn(Key::Seed, f64::from(SEED));
    program.load_assets();
}

/// At first with its question open, then passed, and squeezed and widened at the end.
fn run_through(lesson: Lesson, scene: usize) {
    let place = format!("{} {scene}", lesson.key());
    let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
    program.act(Action::SceneChosen(scene));
    seeded(&mut program);
    watch(&mut program, 5, &place);
    program.act(Action::PlayToggled);
    watch(&mut program, 20, &place);
    program.act(Action::Predicted(Some(Prediction::Passed)));
    watch(&mut program, 80, &place);
    for k in [1.0, 32.0] {
        program.turn(Key::K, k);
        watch(&mut program, 25, &place);
    }
    program.act(Action::ResetPressed);
    watch(&mut program, 10, &place);
}

fn every_caption_of(lesson: Lesson) {
    for scene in 0..lesson.scenes().len() {
        run_through(lesson, scene);
    }
}

/// In two halves, so that two cores share them.
#[test]
fn every_caption_of_lessons_1_to_4_is_true_of_its_numbers() {
    Lesson::ALL[..4].iter().copied().for_each(every_caption_of);
}

#[test]
fn every_caption_of_the_later_lessons_is_true_of_its_numbers() {
    Lesson::ALL[4..].iter().copied().for_each(every_caption_of);
}
