//! The page in other languages: nothing is missing, and what a sentence brings is the same as in English.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hourglass::lessons::{Piece, pieces};
use hourglass::session::Action;
use hourglass::settings::{Key, Value};
use hourglass::words::{
    DeskWords, Language, Pack, Words, bring, language as spoken, speak, words, written,
};

use crate::common::program::Program;

fn beside(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("static")
        .join(file)
}

/// The file of each language that is not in the program.
fn files() -> impl Iterator<Item = (Language, String)> {
    Language::ALL.into_iter().filter_map(|language| {
        let file = beside(language.file()?);
        let text = std::fs::read_to_string(&file);
        Some((
            language,
            text.unwrap_or_else(|error| panic!("{}: {error}", file.display())),
        ))
    })
}

/// Every key of the program with its English text, in the program's order.
fn english() -> Vec<(String, String)> {
    [Words::keys(), DeskWords::keys()].concat()
}

/// The lines of a language's file by their keys.
fn lines(file: &str) -> BTreeMap<String, String> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    let lines = lines.filter_map(|line| line.split_once(" = "));
    lines
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .collect()
}

#[test]
fn no_key_is_missing_and_none_is_too_many() {
    for (language, file) in files() {
        let theirs = lines(&file);
        let have: Vec<&str> = file
            .lines()
            .filter_map(|line| Some(line.split_once(" = ")?.0))
            .filter(|key| !key.starts_with("start.") && !key.starts_with('#'))
            .collect();
        let want: Vec<String> = english().into_iter().map(|(key, _)| key).collect();
        if have != want {
            let whole = english().into_iter().map(|(key, text)| {
                let text = theirs
                    .get(&key)
                    .cloned()
                    .unwrap_or_else(|| format!("TODO {text}"));
                format!("{key} = {text}\n")
            });
            let whole: String = whole.collect();
            let list =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.txt", language.key()));
            std::fs::write(&list, whole).unwrap();
            panic!(
                "{}'s keys are not the program's, or in another order: {} has all that is there in order, and TODO where a key is missing",
                language.name(),
                list.display()
            );
        }
        let mut pack = Pack::of(file.leak());
        let (mut page, mut desk) = (Words::ENGLISH, DeskWords::ENGLISH);
        page.translate(&mut pack);
        desk.translate(&mut pack);
        assert!(pack.is_whole(), "{}", language.name());
    }
}

/// A file of another build: the page stays English rather than to say the wrong thing.
#[test]
fn half_a_file_is_not_spoken() {
    let (language, file) = files().next().unwrap();
    let half: String = file
        .lines()
        .take(700)
        .map(|line| format!("{line}\n"))
        .collect();
    bring(language, half);
    speak(language);
    assert_eq!(words().header.share, Words::ENGLISH.header.share);
    // Nor are its numbers written: English words with decimal commas would be no language.
    assert_eq!(spoken(), Language::English);
    assert_eq!(written(0.5, 1), "0.5");
}

/// What static/start.js says before the program can, and the elements of index.html that name a key.
#[test]
fn what_is_said_before_the_program_runs_is_there_too() {
    let start = std::fs::read_to_string(beside("start.js")).unwrap();
    let table = start
        .split_once("var SENTENCES = {")
        .unwrap()
        .1
        .split_once("};")
        .unwrap()
        .0;
    let said = table
        .lines()
        .filter_map(|line| line.trim().split_once(": \""));
    let page = std::fs::read_to_string(beside("../index.html")).unwrap();
    let named = page
        .split("data-word=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'));
    let keys: BTreeSet<String> = said
        .chain(named)
        .map(|(key, _)| format!("start.{key}"))
        .collect();
    assert!(keys.len() > 8, "{keys:?}");
    for (language, file) in files() {
        let have: BTreeSet<String> = lines(&file)
            .into_keys()
            .filter(|key| key.starts_with("start."))
            .collect();
        assert_eq!(have, keys, "{}", language.name());
    }
}

/// What stands in braces: arguments, with their decimals, and terms of the glossary.
fn braces(text: &str) -> Vec<&str> {
    let inside = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    let mut inside: Vec<&str> = inside.map(|(inside, _)| inside).collect();
    inside.sort_unstable();
    inside
}

/// A program fills the same arguments in, sets the same controls and finds as many parts.
#[test]
fn sentences_bring_the_same_as_in_english() {
    let english: BTreeMap<String, String> = english().into_iter().collect();
    let terms_of = |lines: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        let terms = lines.iter().filter(|(key, _)| key.starts_with("glossary."));
        terms
            .map(|(key, text)| {
                (
                    text.split(" | ").next().unwrap_or_default().to_owned(),
                    key.clone(),
                )
            })
            .collect()
    };
    let english_terms = terms_of(&english);
    for (language, file) in files() {
        let lines = lines(&file);
        let terms = terms_of(&lines);
        for (key, text) in &english {
            let theirs = &lines[key];
            let shown = format!("{}: {key} = {theirs}", language.name());
            assert_eq!(theirs.trim(), theirs, "{shown}");
            assert!(!theirs.is_empty(), "{shown}");
            assert!(!theirs.starts_with("TODO"), "{shown}");
            assert_eq!(
                theirs.matches(" | ").count(),
                text.matches(" | ").count(),
                "{shown}"
            );
            // What is not the same word in both is a term of the glossary.
            let own = |terms: &BTreeMap<String, String>, text: &str, other: &str| {
                let other = braces(other);
                let own = braces(text)
                    .into_iter()
                    .filter(|inside| !other.contains(inside));
                let mut own: Vec<Option<String>> = own
                    .map(|inside| {
                        terms
                            .get(inside.rsplit('|').next().unwrap_or(inside))
                            .cloned()
                    })
                    .collect();
                own.sort_unstable();
                own
            };
            let (ours, foreign) = (own(&english_terms, text, theirs), own(&terms, theirs, text));
            assert_eq!(foreign, ours, "{shown}");
            assert!(ours.iter().all(Option::is_some), "{shown}");
            let does = |text: &str| -> Vec<String> {
                let pieces = pieces(text.to_owned().leak()).into_iter();
                let mut does: Vec<String> = pieces
                    .filter_map(|piece| match piece {
                        Piece::Button { does, .. } => Some(format!("{does:?}")),
                        Piece::Letter(letter) => Some(letter.to_owned()),
                        _ => None,
                    })
                    .collect();
                does.sort_unstable();
                does.dedup();
                does
            };
            assert_eq!(does(theirs), does(text), "{shown}");
        }
    }
}

/// Room for 40 % more is what the page is built for: a label beyond it would be cut.
#[test]
fn texts_are_not_much_longer_than_in_english() {
    let english: BTreeMap<String, String> = english().into_iter().collect();
    for (language, file) in files() {
        for (key, text) in lines(&file) {
            let Some(english) = english.get(&key) else {
                continue;
            };
            let (long, most) = (text.chars().count(), english.chars().count() * 14 / 10 + 24);
            assert!(
                long <= most,
                "{}: {key} has {long} letters, over {most}: {text}",
                language.name()
            );
        }
    }
}

/// What is answered while German is spoken.
pub fn in_german<T>(ask: impl FnOnce() -> T) -> T {
    let (_, file) = files()
        .find(|(language, _)| *language == Language::German)
        .unwrap();
    bring(Language::German, file);
    speak(Language::German);
    let found = ask();
    speak(Language::English);
    found
}

/// A language is chosen long after something has happened, and a saved run keeps the words that it came with.
#[test]
fn what_has_happened_is_told_in_the_language_of_now() {
    let mut program = Program::ready("#data=line&k=1&act=relu");
    program.act(Action::KnobTurned(Key::Act, Value::Choice(2)));
    program.act(Action::PointMoved(3, [0.1, 1.0]));
    program.frames(3);
    let told = |program: &Program| -> Vec<String> {
        let marks = program.state.time.history.marks.iter();
        marks.map(|mark| mark.change.text()).collect()
    };
    let english = told(&program);
    assert_eq!(
        english,
        ["hidden activation ReLU → tanh", words().session.moved]
    );
    // What is no common name keeps its capitals, and so does every noun of German.
    assert_eq!(Key::Lambda.short_name(), "L1 weight λ");
    assert!(in_german(|| Key::Lambda.short_name()).starts_with("L1-Gewicht"));
    let german = in_german(|| told(&program));
    assert_eq!(
        german[0],
        in_german(|| {
            words()
                .session
                .change(&Key::Act.short_name(), "ReLU", "tanh")
        })
    );
    assert!(
        english.iter().zip(&german).all(|(a, b)| a != b),
        "{german:?}"
    );
}
