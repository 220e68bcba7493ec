//! What a listener is told while a network learns: the numbers in a sentence now and then, and a tone for those who
//! switch it on.

use std::rc::Rc;

use super::State;
use crate::lessons::Seen;
use crate::words::words;

/// While it learns, so long passes between two sentences; between two of a network that is held, so long.
const WHILE_LEARNING_MS: f64 = 10_000.0;
const WHILE_HELD_MS: f64 = 1_000.0;
/// The tone of the error at step 0, and how many octaves it falls until a thousandth of that error.
const HIGHEST_HZ: f64 = 880.0;
const OCTAVES: f64 = 3.0;

/// The last sentence, and when it was said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aloud {
    pub sentence: Rc<str>,
    said_ms: f64,
}

/// What is to be heard of a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// Of the held-out error: it falls as the error does.
    pub hz: f64,
    /// Which part of the code units is lit for a sample, 0 … 1.
    pub lit: f64,
}

impl State {
    /// Says how the run stands, if there is something new and it is time.
    pub(super) fn tell_aloud(&mut self) {
        let Some(told) = &self.course.told else {
            return;
        };
        let pause = match self.training.playing {
            true => WHILE_LEARNING_MS,
            false => WHILE_HELD_MS,
        };
        let is_first = self.aloud.sentence.is_empty();
        if is_first || self.now_ms - self.aloud.said_ms >= pause {
            let sentence = sentence(told);
            if *sentence != *self.aloud.sentence {
                self.aloud = Aloud {
                    sentence: sentence.into(),
                    said_ms: self.now_ms,
                };
            }
        }
    }

    /// `None` before the first picture.
    pub fn tone(&self) -> Option<Tone> {
        let told = self.course.told.as_ref()?;
        let readouts = self.training.readouts.as_ref()?;
        let part = told.held_out / told.first_held_out.max(f64::MIN_POSITIVE);
        let fallen = (-part.max(f64::MIN_POSITIVE).log10() / 3.0).clamp(-1.0 / OCTAVES, 1.0);
        Some(Tone {
            hz: HIGHEST_HZ * (-OCTAVES * fallen).exp2(),
            lit: (readouts.lit_per_sample / f64::from(told.k.max(1))).clamp(0.0, 1.0),
        })
    }
}

fn sentence(told: &Seen) -> String {
    let words = &words().aloud;
    let mut sentence = words.error(told.step, told.held_out);
    // Where PCA copies everything there is nothing to compare with.
    if told.pca > 0.0 {
        let percent = 100.0 * (told.held_out / told.pca - 1.0);
        sentence += &match percent.round() {
            100.0.. => words.times_pca(told.held_out / told.pca),
            1.0.. => words.over_pca(percent),
            ..=-1.0 => words.under_pca(-percent),
            _ => words.like_pca.to_owned(),
        };
    }
    if told.dead_units > 0 {
        sentence += &words.dead(told.dead_units, told.k);
    }
    sentence
}
