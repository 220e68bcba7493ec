//! The lessons as they are written: short, and every button of theirs does something.

use hourglass::lessons::{Deed, Lesson, Piece, QuestionKind, Scene, pieces, word_count};
use hourglass::link;
use hourglass::settings::Key;
use hourglass::words::words;

fn scenes() -> impl Iterator<Item = (Lesson, usize, &'static Scene)> {
    Lesson::ALL.iter().flat_map(|&lesson| {
        let scenes = lesson.scenes().iter().enumerate();
        scenes.map(move |(i, scene)| (lesson, i, scene))
    })
}

#[test]
fn no_experiment_shows_more_than_60_words() {
    for (lesson, i, scene) in scenes() {
        let question = scene.question.as_ref().map_or(0, |question| {
            let options = match question.kind {
                QuestionKind::Choice { options, .. } => {
                    options.get().iter().map(|o| word_count(o)).sum()
                }
                QuestionKind::Line => 0,
            };
            word_count(question.ask.get()) + options
        });
        let words = word_count(scene.text.get()) + question + word_count(scene.try_this.get());
        assert!(words <= 60, "{} {i}: {words} words", lesson.key());
    }
}

/// Every button sets what there is to set, and changes something.
#[test]
fn every_button_of_a_lesson_does_something() {
    for (lesson, i, scene) in scenes() {
        let buttons = pieces(scene.text.get())
            .into_iter()
            .chain(pieces(scene.try_this.get()));
        for piece in buttons {
            match piece {
                Piece::Button {
                    label,
                    does: Deed::Set(pairs),
                } => {
                    let mut settings = (scene.preset)();
                    let before = settings.clone();
                    let complaints = link::set(pairs, &mut settings);
                    assert!(complaints.is_empty(), "{label}: {complaints:?}");
                    let back_to_preset = settings == before;
                    assert!(
                        !back_to_preset || pairs.starts_with("act="),
                        "{label} changes nothing"
                    );
                }
                Piece::Button {
                    label,
                    does: Deed::Scene(next),
                } => {
                    assert!(next < lesson.scenes().len() && next != i, "{label}");
                }
                Piece::Term { term, .. } => {
                    assert!(
                        words().glossary.of(term).is_some(),
                        "{term} is not explained"
                    );
                }
                Piece::Button { .. } | Piece::Text(_) | Piece::Letter(_) => {}
            }
        }
    }
    for failure in Lesson::ALL.iter().flat_map(|lesson| lesson.failures()) {
        let mut settings = (failure.preset)();
        assert!(
            link::set(failure.fix.1, &mut settings).is_empty(),
            "{}",
            failure.title.get()
        );
        assert_ne!(settings, (failure.preset)());
    }
}

#[test]
fn markup_is_text_letters_and_buttons() {
    let parsed = pieces("An encoder *f* goes [to 8|k=8&act=tanh].");
    assert_eq!(
        parsed,
        [
            Piece::Text("An encoder "),
            Piece::Letter("f"),
            Piece::Text(" goes "),
            Piece::Button {
                label: "to 8",
                does: Deed::Set("k=8&act=tanh"),
            },
            Piece::Text("."),
        ]
    );
    assert_eq!(word_count("An encoder *f* goes [to 8|k=8&act=tanh]."), 6);
    // What is not closed is text.
    assert_eq!(pieces("2 * 3"), [Piece::Text("2 * 3")]);
}

#[test]
fn the_settings_of_a_link_say_which_experiment_it_is() {
    for (lesson, i, scene) in scenes() {
        // In the Lab it takes a word: any data belong to it.
        let own = if lesson == Lesson::Lab { 0 } else { i };
        let found = lesson.scene_of(&(scene.preset)());
        assert_eq!(found, own, "{} {i}", lesson.key());
    }
    let circle = link::read("#lesson=pca&data=circle&k=1&hidden=16-16&act=tanh").0;
    assert_eq!(circle.lesson.scene_of(&circle.settings), 2);
}

#[test]
fn every_lesson_offers_controls_that_apply() {
    for &lesson in Lesson::ALL {
        for key in lesson.controls() {
            let applies = lesson
                .scenes()
                .iter()
                .any(|scene| key.knob().applies(&(scene.preset)()));
            assert!(applies, "{}: {}", lesson.key(), key.knob().name());
        }
    }
    assert!(Lesson::Pca.controls().contains(&Key::Act));
}
