//! How a teacher has prepared the page: what a link says besides the experiment.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::telling::shorten;
use crate::settings::{KNOBS, Key};
use crate::words::{Language, words};

/// A question has room for so many letters.
pub const MOST_LETTERS: usize = 400;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    /// The language, where the link names one.
    pub language: Option<Language>,
    /// The theme, where the link names one: whether it is dark.
    pub dark: Option<bool>,
    /// For a projector.
    pub presents: bool,
    /// Without the header, for a frame.
    pub embeds: bool,
    /// Controls that are not shown.
    pub hidden: Vec<Key>,
    /// Controls that are shown and fixed.
    pub locked: Vec<Key>,
    /// The teacher's own; empty where there is none.
    pub question: String,
}

impl Prepared {
    /// What stays when another experiment is opened.
    pub fn look(&self) -> Self {
        Self {
            language: self.language,
            dark: self.dark,
            presents: self.presents,
            embeds: self.embeds,
            ..Self::default()
        }
    }

    /// As pairs of a link. The question is not among them: mail takes the end of a sentence for the end of the
    /// link, so that it must not be the last.
    pub fn pairs(&self) -> Vec<String> {
        let keys = |name: &str, keys: &[Key]| {
            let keys: Vec<&str> = keys.iter().map(|key| key.knob().link).collect();
            (!keys.is_empty()).then(|| format!("{name}={}", keys.join(",")))
        };
        let theme = self
            .dark
            .map(|dark| if dark { "theme=dark" } else { "theme=light" });
        [
            self.language
                .map(|language| format!("lang={}", language.key())),
            theme.map(str::to_owned),
            self.presents.then(|| "present=1".to_owned()),
            self.embeds.then(|| "embed=1".to_owned()),
            keys("hide", &self.hidden),
            keys("lock", &self.locked),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The question as a pair of a link.
    pub fn question_pair(&self) -> Option<String> {
        let question = utf8_percent_encode(&self.question, NON_ALPHANUMERIC);
        (!self.question.is_empty()).then(|| format!("q={question}"))
    }

    /// Takes one pair of a link in, where it is one of these; a complaint where it asks for something else.
    pub fn take(&mut self, key: &str, text: &str) -> Option<Vec<String>> {
        let words = &words().link;
        let mut complaints = Vec::new();
        match (key, text) {
            ("lang", _) => match Language::of(text) {
                Some(language) => self.language = Some(language),
                None => complaints.push(words.no_such(key, &shorten(text))),
            },
            ("theme", "dark" | "light") => self.dark = Some(text == "dark"),
            ("present", "0" | "1") => self.presents = text == "1",
            ("embed", "0" | "1") => self.embeds = text == "1",
            ("theme" | "present" | "embed", _) => {
                complaints.push(words.no_such(key, &shorten(text)))
            }
            ("hide", _) => self.hidden = keys(text, &mut complaints),
            ("lock", _) => self.locked = keys(text, &mut complaints),
            ("q", _) => self.question = text.trim().chars().take(MOST_LETTERS).collect(),
            _ => return None,
        }
        Some(complaints)
    }
}

/// Controls by their keys, each once.
fn keys(text: &str, complaints: &mut Vec<String>) -> Vec<Key> {
    let mut keys = Vec::new();
    for name in text.split(',').filter(|name| !name.is_empty()) {
        match KNOBS.iter().find(|knob| knob.link == name) {
            Some(knob) if keys.contains(&knob.key) => {}
            Some(knob) => keys.push(knob.key),
            None => complaints.push(words().link.unknown(&shorten(name))),
        }
    }
    keys
}
