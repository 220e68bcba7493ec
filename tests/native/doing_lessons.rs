//! Lessons 1 to 6 in a student's hands: done when what they say has been done.

use crate::captions::{lighten, watch};
use crate::common::program::Program;
use hourglass::lessons::{Deed, Lesson, Piece, pieces};
use hourglass::session::{Action, Panel, Prediction, Progress};
use hourglass::settings::Key;
use hourglass::words::words;

const WRITTEN: [Lesson; 6] = [
    Lesson::Intro,
    Lesson::Pca,
    Lesson::Undercomplete,
    Lesson::Sparse,
    Lesson::Denoising,
    Lesson::Uses,
];

/// Does what the text of an experiment says, with the time that each thing takes; all that is said
/// meanwhile is true.
fn follow(program: &mut Program, lesson: Lesson, scene: usize) {
    program.act(Action::SceneChosen(scene));
    lighten(program, 2000);
    program.load_assets();
    let place = format!("{} {scene}, in a student's hands", lesson.key());
    program.act(Action::Predicted(Some(Prediction::Choice(0))));
    watch(program, 5, &place);
    assert!(
        !program.state.course.is_outcome_told(),
        "{place}: nothing has happened"
    );
    let until = |program: &mut Program, goal: usize| {
        let mut frames = 0;
        while !program
            .state
            .course
            .progress
            .has_reached(lesson, scene, goal)
        {
            watch(program, 20, &place);
            frames += 20;
            assert!(
                frames < 20_000,
                "{} {scene}: goal {goal} is never reached",
                lesson.key()
            );
        }
    };
    let buttons: Vec<Deed> = pieces(lesson.scenes()[scene].try_this.get())
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Button { does, .. } => Some(does),
            Piece::Text(_) | Piece::Letter(_) | Piece::Term { .. } => None,
        })
        .collect();
    let goals = lesson.scenes()[scene].goals.len();
    for deed in buttons {
        if matches!(deed, Deed::Scene(_)) || deed == Deed::Set("n=500") {
            continue;
        }
        program.act(Action::DeedPressed(deed));
        // A reader watches for a while before the next word.
        watch(program, 200, &place);
    }
    // What the words ask for and no button does.
    let title = lesson.scenes()[scene].title.get();
    if title == words().sparse.patches {
        program.act(Action::AtomChosen(Some(3)));
    }
    if title == words().denoising.masking {
        until(program, 0);
        program.turn(Key::Level, 0.9);
    }
    if title == words().denoising.spoil {
        until(program, 0);
        program.act(Action::Scribbled([0.5, 3.5], [7.5, 3.5]));
    }
    if title == words().denoising.score {
        for place in [[0.9, 0.9], [-0.9, 0.9], [0.0, -1.0]] {
            program.act(Action::ParticleDropped(place));
        }
    }
    if title == words().uses.heartbeats {
        program.act(Action::ThresholdMoved(Some(0.1)));
    }
    if title == words().uses.retrieval {
        // The last button came after the first goal.
        assert!(program.state.course.progress.has_reached(lesson, scene, 0));
    }
    if title == words().uses.drawing {
        let gallery = program
            .state
            .training
            .picture
            .as_ref()
            .unwrap()
            .shown
            .gallery
            .clone();
        program.act(Action::EndChosen(1, gallery[6]));
        program.act(Action::ProbeMoved(Some([0.1, 0.1])));
    }
    for goal in 0..goals {
        until(program, goal);
    }
    assert!(program.state.course.progress.is_scene_done(lesson, scene));
    let course = &program.state.course;
    assert_eq!(
        course.is_outcome_told(),
        course.scene_record().question.is_some()
    );
}

fn runs_to_done(lesson: Lesson) {
    let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
    assert!(!program.state.course.progress.is_done(lesson));
    for scene in 0..lesson.scenes().len() {
        follow(&mut program, lesson, scene);
    }
    assert!(program.state.course.progress.is_done(lesson));
    // The device remembers.
    let remembered = Progress::from_text(&program.state.course.progress.to_text());
    assert_eq!(remembered, *program.state.course.progress);
    assert!(remembered.is_done(lesson));
}

#[test]
fn lesson_1_is_done_by_doing_what_it_says() {
    runs_to_done(Lesson::Intro);
}

#[test]
fn lesson_2_is_done_by_doing_what_it_says() {
    runs_to_done(Lesson::Pca);
}

#[test]
fn lesson_3_is_done_by_doing_what_it_says() {
    runs_to_done(Lesson::Undercomplete);
}

#[test]
fn lesson_4_is_done_by_doing_what_it_says() {
    runs_to_done(Lesson::Sparse);
}

#[test]
fn lesson_5_is_done_by_doing_what_it_says() {
    runs_to_done(Lesson::Denoising);
}

#[test]
fn lesson_6_is_done_by_doing_what_it_says() {
    runs_to_done(Lesson::Uses);
}

/// Opening a lesson, or letting an untrained network stand, reaches nothing.
#[test]
fn nothing_is_reached_by_looking_on() {
    for lesson in WRITTEN {
        let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
        program.frames(50);
        assert_eq!(program.state.course.progress.to_text(), "");
    }
}

#[test]
fn every_failure_shows_and_is_mended_by_its_fix() {
    let failures = WRITTEN.iter().flat_map(|lesson| {
        let failures = lesson.failures().iter().enumerate();
        failures.map(move |(index, failure)| (lesson, index, failure))
    });
    for (lesson, index, failure) in failures {
        let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
        program.act(Action::FailureChosen(index));
        program.load_assets();
        let mut frames = 0;
        let place = format!("{} {}", lesson.key(), failure.title.get());
        while !program.state.course.failing.unwrap().shown && frames < 4000 {
            watch(&mut program, 20, &place);
            frames += 20;
        }
        let failing = program.state.course.failing.unwrap();
        assert!(failing.shown, "{} does not fail", failure.title.get());
        assert!(!failing.mended);
        // Longer training does not mend it.
        watch(&mut program, 300, &place);
        assert!(!program.state.course.failing.unwrap().mended);
        program.act(Action::FixPressed);
        let mut frames = 0;
        while !program.state.course.failing.unwrap().mended && frames < 4000 {
            watch(&mut program, 20, &place);
            frames += 20;
        }
        assert!(
            program.state.course.failing.unwrap().mended,
            "{} is not mended",
            failure.title.get()
        );
        watch(&mut program, 100, &place);
        // Back in the lesson, at step 0, nothing has been found yet.
        program.act(Action::FailureLeft);
        watch(&mut program, 5, &place);
        assert_eq!(program.state.training.settings, lesson.preset());
        assert_eq!(program.state.training.shown_step(), Some(0), "{place}");
        assert!(!program.state.caption().contains("the same"), "{place}");
    }
}

/// Where few samples are trained on, the gallery shows them after the held-out ones.
#[test]
fn few_training_images_stand_beside_held_out_ones() {
    let hundred = Program::ready("#lesson=undercomplete&n=125&hidden=128-64&k=8");
    let picture = hundred.state.training.picture.as_ref().unwrap();
    let is_training = |sample: &u32| (*sample as usize) < picture.facts.n_train;
    let (held_out, training) = picture.shown.gallery.split_at(12);
    assert_eq!(picture.facts.n_train, 100);
    assert!(!held_out.iter().any(is_training));
    assert_eq!(training.len(), 12);
    assert!(training.iter().all(is_training));
    let all = Program::ready("#");
    let picture = all.state.training.picture.as_ref().unwrap();
    assert!(
        picture
            .shown
            .gallery
            .iter()
            .all(|&sample| sample as usize >= picture.facts.n_train)
    );
}

#[test]
fn a_prediction_is_kept_and_a_broken_memory_loses_nothing_else() {
    let mut program = Program::ready("#lesson=undercomplete");
    let line = Prediction::Line(vec![(1, 0.06), (8, 0.02), (32, 0.001)]);
    program.act(Action::Predicted(Some(line.clone())));
    program.act(Action::LessonChosen(Lesson::Pca));
    program.act(Action::Predicted(Some(Prediction::Choice(1))));
    let text = program.state.course.progress.to_text();
    let broken = format!(
        "line undercomplete 0 1:x\nchoice nowhere 0 1\n\u{1f600}\ngoal pca\n{text}choice pca 9 9\n"
    );
    let mut fresh = Program::open("#");
    fresh.act(Action::ProgressRestored(broken));
    let known = &fresh.state.course.progress;
    assert_eq!(known.prediction(Lesson::Undercomplete, 0), Some(&line));
    assert_eq!(
        known.prediction(Lesson::Pca, 0),
        Some(&Prediction::Choice(1))
    );
    assert_eq!(known.to_text(), text);
}

#[test]
fn an_answer_survives_a_failure_and_the_way_back() {
    for lesson in WRITTEN {
        let mut program = Program::ready(&format!("#lesson={}", lesson.key()));
        let answer = Prediction::Choice(1);
        program.act(Action::SceneChosen(1));
        program.act(Action::Predicted(Some(answer.clone())));
        for failure in 0..lesson.failures().len() {
            program.act(Action::FailureChosen(failure));
            program.load_assets();
            program.frames(5);
            program.act(Action::FixPressed);
            program.frames(5);
            program.act(Action::FailureLeft);
            program.load_assets();
            program.frames(5);
            let course = &program.state.course;
            assert_eq!((course.lesson, course.scene), (lesson, 1));
            assert_eq!(course.progress.prediction(lesson, 1), Some(&answer));
            assert!(!course.is_waiting_for_an_answer());
        }
    }
}

#[test]
fn the_svd_is_shown_and_taken_back() {
    let mut program = Program::ready("#lesson=pca");
    program.act(Action::SceneChosen(1));
    program.load_assets();
    program.frames(5);
    program.act(Action::DeedPressed(Deed::Decompose));
    program.frames(5);
    assert_eq!(program.state.look.panel, Panel::Components);
    assert!(program.state.course.is_decomposed());
    let snapshot = &program.state.training.picture.as_ref().unwrap().snapshot;
    assert_eq!(
        snapshot.analyses.as_ref().unwrap().hidden_components.rows(),
        2
    );
    assert_eq!(snapshot.dictionary.rows(), 2);
    program.act(Action::DecompositionToggled);
    assert!(!program.state.course.is_decomposed());
}
