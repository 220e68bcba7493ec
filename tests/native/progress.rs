//! Two tabs know together what either has seen.

use hourglass::lessons::Lesson;
use hourglass::session::{Prediction, Progress};

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
