//! What a student has predicted and reached: by what it is told, and what two tabs know of it together.

use hourglass::lessons::Lesson;
use hourglass::session::{Action, Prediction, Progress};

use crate::common::program::Program;

#[test]
fn tabs_do_not_overwrite_each_other() {
    let mut base = Progress::default();
    base.predict(Lesson::Pca, 0, Some(Prediction::Choice(0)));
    let (mut here, mut there) = (base.clone(), base.clone());
    here.reach(Lesson::Intro, 0, 1);
    here.predict(Lesson::Intro, 0, Some(Prediction::Choice(1)));
    there.reach(Lesson::Sparse, 1, 0);
    there.predict(Lesson::Pca, 0, Some(Prediction::Choice(1)));
    let merged = here.merged(&base, &there);
    assert!(merged.has_reached(Lesson::Intro, 0, 1));
    assert!(merged.has_reached(Lesson::Sparse, 1, 0));
    assert_eq!(
        merged.prediction(Lesson::Intro, 0),
        Some(&Prediction::Choice(1))
    );
    assert_eq!(
        merged.prediction(Lesson::Pca, 0),
        Some(&Prediction::Choice(1)),
        "what only the other tab has changed is the other's"
    );
}

#[test]
fn an_answer_that_was_taken_back_stays_taken_back() {
    let mut base = Progress::default();
    base.predict(Lesson::Undercomplete, 0, Some(Prediction::Choice(0)));
    let mut here = base.clone();
    here.predict(Lesson::Undercomplete, 0, None);
    let merged = here.merged(&base, &base);
    assert_eq!(merged.prediction(Lesson::Undercomplete, 0), None);
}

/// Back to another experiment begins it anew: nothing is reached by what was done in the other one.
#[test]
fn the_browsers_back_takes_no_deeds_along() {
    let mut program = Program::ready("#lesson=intro&scene=2");
    program.act(Action::PlayToggled);
    program.frames(200);
    program.act(Action::PlayToggled);
    program.act(Action::LinkRevisited("#lesson=intro".to_owned()));
    program.load_assets();
    program.frames(5);
    assert!(!program.state.training.playing);
    assert_eq!(program.step(), 0);
    program.act(Action::PlayToggled);
    program.frames(20);
    let progress = &program.state.course.progress;
    assert!(
        !progress.has_reached(Lesson::Intro, 0, 2),
        "k was never 24 here"
    );

    // Nor a run that could follow: the two have the same layers.
    let mut program = Program::ready("#lesson=intro&scene=2");
    program.act(Action::PlayToggled);
    program.frames(50);
    program.act(Action::PlayToggled);
    program.act(Action::LinkRevisited("#lesson=intro&scene=3".to_owned()));
    program.load_assets();
    program.frames(5);
    assert_eq!((program.state.training.settings.k, program.step()), (8, 0));
}

/// Who cannot wait is told: instead of an answer, or after it.
#[test]
fn an_outcome_is_told_to_who_asks_for_it() {
    let mut program = Program::ready("#lesson=sparse");
    program.act(Action::OutcomeAsked);
    assert!(!program.state.course.is_outcome_told(), "no answer yet");
    program.act(Action::Predicted(Some(Prediction::Passed)));
    assert!(program.state.course.is_outcome_told());
    program.act(Action::SceneChosen(1));
    program.act(Action::Predicted(Some(Prediction::Choice(1))));
    assert!(!program.state.course.is_outcome_told());
    program.act(Action::OutcomeAsked);
    assert!(program.state.course.is_outcome_told());
    // It is the answer to this question alone.
    program.act(Action::SceneChosen(2));
    program.act(Action::Predicted(Some(Prediction::Choice(1))));
    assert!(!program.state.course.is_outcome_told());
}
