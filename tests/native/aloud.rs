//! What a listener is told of a run: what is true of it, and not too often.

use hourglass::session::Action;
use hourglass::settings::Key;

use crate::common::program::Program;

/// Every number of the sentence, in order.
fn numbers(sentence: &str) -> Vec<f64> {
    let parts = sentence.split(|c: char| !c.is_ascii_digit() && c != '.');
    parts
        .filter_map(|part| part.trim_end_matches('.').parse().ok())
        .collect()
}

#[test]
fn a_sentence_is_true_of_its_step_and_comes_every_ten_seconds() {
    let mut program = Program::ready("#lesson=intro&k=8&seed=4&play=1");
    let (mut said, mut compared) = (Vec::<(f64, String)>::new(), 0);
    while program.now_ms() < 45_000.0 && said.len() < 5 {
        program.frames_of(20.0, 1);
        let sentence = program.state.aloud.sentence.to_string();
        if said.last().is_none_or(|(_, last)| *last != sentence) {
            let told = program.state.course.told.as_ref().unwrap();
            let found = numbers(&sentence);
            let time = program.now_ms();
            // What is told may be a moment ahead of what was said.
            if found[0] != told.step as f64 {
                said.push((time, sentence));
                continue;
            }
            compared += 1;
            assert!((found[1] - told.held_out).abs() < 5e-5, "{sentence}");
            let percent = 100.0 * (told.held_out / told.pca - 1.0);
            match percent.round() {
                100.0.. => assert!(sentence.contains("times PCA's"), "{sentence} {percent}"),
                1.0.. => assert!(
                    sentence.contains(&format!("{percent:.0} % over PCA")),
                    "{sentence} {percent}"
                ),
                ..=-1.0 => assert!(
                    sentence.contains(&format!("{:.0} % under PCA", -percent)),
                    "{sentence} {percent}"
                ),
                _ => assert!(sentence.contains("as PCA"), "{sentence} {percent}"),
            }
            said.push((time, sentence));
        }
    }
    assert!(said.len() > 2 && compared > 1, "{said:?}");
    for pair in said.windows(2) {
        assert!(pair[1].0 - pair[0].0 >= 10_000.0, "{said:?}");
    }
}

/// Held, the last sentence is of the step at which it stands; where PCA copies everything, PCA is left out.
#[test]
fn a_network_that_is_held_is_told_as_it_stands() {
    let mut program = Program::ready("#lesson=intro&k=8&seed=4&play=1");
    program.frames_of(100.0, 60);
    program.act(Action::PlayToggled);
    program.frames_of(100.0, 30);
    let sentence = program.state.aloud.sentence.to_string();
    assert_eq!(numbers(&sentence)[0], program.step() as f64, "{sentence}");
    assert!(sentence.contains("PCA"), "{sentence}");
    program.turn(Key::K, 64.0);
    program.frames_of(100.0, 40);
    let sentence = program.state.aloud.sentence.to_string();
    assert!(!sentence.contains("PCA"), "{sentence}");
}

/// 880 Hz at the beginning, three octaves lower at a thousandth of the error.
#[test]
fn the_tone_falls_with_the_error() {
    let mut program = Program::open("#lesson=intro&k=8&seed=4");
    assert_eq!(program.state.tone(), None);
    program.load_assets();
    program.frames(3);
    let first = program.state.tone().unwrap();
    assert!((first.hz - 880.0).abs() < 1.0, "{first:?}");
    program.act(Action::PlayToggled);
    program.frames_of(50.0, 400);
    let now = program.state.tone().unwrap();
    let told = program.state.course.told.as_ref().unwrap();
    let wanted = 880.0 * (told.held_out / told.first_held_out).log10().exp2();
    assert!(told.held_out < 0.3 * told.first_held_out);
    assert!((now.hz / wanted - 1.0).abs() < 1e-6, "{now:?} {wanted}");
    assert!((0.0..=1.0).contains(&now.lit), "{now:?}");
}
