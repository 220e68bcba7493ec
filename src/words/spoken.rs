//! What another program of the page must know to speak as the page does.

use serde::{Deserialize, Serialize};

use super::chosen::{bring, speak, speak_at_desk, words_of};
use super::language::{Language, language};

/// A language, and the file of its words, where they are not in every program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spoken {
    language: String,
    file: Option<String>,
}

impl Spoken {
    /// As this program speaks.
    pub fn now() -> Self {
        let language = language();
        Self {
            language: language.key().to_owned(),
            file: words_of(language).map(str::to_owned),
        }
    }

    /// From here on this program speaks so, too, at the desk as well.
    pub fn take_over(self) {
        let Some(language) = Language::of(&self.language) else {
            return;
        };
        if let Some(file) = self.file {
            bring(language, file);
        }
        speak(language);
        speak_at_desk(language);
    }
}
