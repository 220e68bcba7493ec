//! What an experiment of a lesson is made of.

use super::{Figure, Panel};
use crate::analysis::ROUNDING;
use crate::settings::{Settings, Shape};
use crate::words::{Text, Texts, words};

/// Reconstructions that differ by less than this part of the data's variance look all the same.
const ALL_THE_SAME: f64 = 0.02;

/// One experiment of a lesson.
pub struct Scene {
    pub title: Text,
    pub preset: fn() -> Settings,
    /// What is to be seen: see `words.rs` for the markup.
    pub text: Text,
    pub question: Option<Question>,
    /// What to do: its words are buttons.
    pub try_this: Text,
    /// What must have happened for the experiment to be done.
    pub goals: &'static [Goal],
    /// The regime that the student is in now, a sentence.
    pub caption: fn(&Seen) -> String,
}

/// To be answered before playing.
pub struct Question {
    pub ask: Text,
    pub kind: QuestionKind,
    /// What happened, told afterwards.
    pub outcome: Text,
    /// The goal with which it has happened.
    pub shown_by: usize,
}

pub enum QuestionKind {
    /// Options, and which of them happens.
    Choice { options: Texts, right: usize },
    /// A line drawn onto the empty chart of error against k.
    Line,
}

/// Something that must have happened.
pub struct Goal {
    pub title: Text,
    pub reached: fn(&Seen) -> bool,
}

/// A way to fail, to be looked at and put right.
pub struct Failure {
    pub title: Text,
    /// Where it shows.
    pub figure: Figure,
    pub panel: Panel,
    /// What the network does now, a sentence.
    pub caption: fn(&Seen) -> String,
    pub preset: fn() -> Settings,
    /// How it shows.
    pub symptom: Text,
    /// Why.
    pub cause: Text,
    /// What puts it right: its name, and `key=value` as in a link.
    pub fix: (Text, &'static str),
    /// Whether it takes new weights to put it right.
    pub is_lost: bool,
    /// Whether the fault is there for all to see.
    pub shows: fn(&Seen) -> bool,
    /// Whether it is mended, once the fix is made.
    pub mended: fn(&Seen) -> bool,
}

/// What has been seen of a run: what captions and goals look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub settings: Settings,
    /// The bottleneck size of the picture.
    pub k: u32,
    pub step: u64,
    pub train: f64,
    pub held_out: f64,
    /// PCA's held-out error at the same k; 0 where it copies everything.
    pub pca: f64,
    /// The held-out error at step 0, or where the run was first seen.
    pub first_held_out: f64,
    /// Mean variance of a training feature.
    pub variance: f64,
    /// How much reconstructions differ from sample to sample, in parts of the data's variance.
    pub variation: f64,
    pub active_units: f64,
    pub dead_units: u32,
    /// The mean of all code activations.
    pub mean_activation: f64,
    /// Whether a code unit was looked at closely.
    pub looked_closely: bool,
    /// Whether the ends of a walk were chosen, and places of the code's plane decoded.
    pub walked: bool,
    pub drew: bool,
    /// Whether the threshold is the student's own.
    pub has_threshold: bool,
    /// What a threshold makes of the errors, where there are novel samples.
    pub alarms: Option<Alarms>,
    /// The part of the nearest training samples that share the class: by code, by PCA, by features.
    pub precision: Option<[f64; 3]>,
    /// How many bits each code number is written with, and the held-out error from these.
    pub quantised: Option<(u32, f64)>,
    /// The error of an image that the student spoilt, before and after the network.
    pub spoilt: Option<[f64; 2]>,
    /// How far the field is from the true score, where that is known.
    pub score_angle_deg: Option<f64>,
    /// Particles that were dropped.
    pub particles: usize,
    /// How much nearer to the clean samples noisy ones are brought; `None` without noise.
    pub gain_db: Option<f64>,
    pub largest_angle_deg: Option<f64>,
    /// The error on pixel-shuffled images, in parts of their variance.
    pub nonsense: Option<f64>,
    /// Bottleneck sizes that this experiment was trained at, smallest first.
    pub ks: Vec<u32>,
    /// Bottleneck sizes at which the sweep has measured, and whether the network was under PCA at all.
    pub swept: usize,
    pub swept_under_pca: bool,
    pub has_pin: bool,
    /// Whether the singular value decomposition has been taken.
    pub decomposed: bool,
    pub diverged: bool,
}

/// Samples whose error is above a threshold, and how well errors tell novel samples at all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Alarms {
    pub auc: f64,
    /// Novel samples above the threshold, of how many.
    pub found: u32,
    pub novel: u32,
    /// Familiar samples above it, of how many held out.
    pub false_alarms: u32,
    pub familiar: u32,
}

impl Seen {
    /// Held-out error in parts of PCA's; `None` where PCA copies everything and the network does not.
    pub fn of_pca(&self) -> Option<f64> {
        let copies = self.held_out <= self.nothing();
        match (self.pca > self.nothing(), copies) {
            (true, _) => Some(self.held_out / self.pca),
            (false, true) => Some(1.0),
            (false, false) => None,
        }
    }

    /// Held-out error in parts of the training error; one that is rounding counts as the least that is
    /// none.
    pub fn gap(&self) -> f64 {
        let [train, held_out] = [self.train, self.held_out].map(|error| error.max(self.nothing()));
        held_out / train
    }

    /// The error below which it is rounding.
    fn nothing(&self) -> f64 {
        (ROUNDING * self.variance).max(f64::MIN_POSITIVE)
    }

    /// Whether every sample comes out the same.
    pub fn is_all_the_same(&self) -> bool {
        self.variation < ALL_THE_SAME
    }

    /// Whether what comes out is about the mean of the data: the same for every sample, and as near to
    /// them as the mean is.
    pub fn is_mean(&self) -> bool {
        self.is_all_the_same() && self.of_variance()[1] < 1.15
    }

    /// Training and held-out error in parts of the variance.
    pub fn of_variance(&self) -> [f64; 2] {
        [self.train, self.held_out].map(|error| error / self.variance.max(f64::MIN_POSITIVE))
    }

    pub fn features(&self) -> u32 {
        match self.settings.traits().shape {
            Shape::Image { width, height } => (width * height) as u32,
            Shape::Signal(length) => length as u32,
            Shape::Point(d) => d as u32,
        }
    }
}

/// For experiments whose words are still to be written: how the network stands against PCA.
pub fn plain_caption(seen: &Seen) -> String {
    let words = &words().lessons;
    let missed = 100.0 * seen.of_variance()[1];
    if seen.step == 0 {
        return words.untrained.to_owned();
    }
    if seen.is_mean() {
        let is_off = seen.active_units == 0.0;
        return if is_off { words.off } else { words.mean }.to_owned();
    }
    if missed > 100.0 {
        return words.worse_than_mean.to_owned();
    }
    match seen.of_pca() {
        None => words.pca_copies(seen.k, missed),
        Some(ratio) if ratio < 0.99 => words.under_pca(100.0 * ratio),
        Some(ratio) if ratio <= 1.01 => words.like_pca.to_owned(),
        Some(ratio) => words.over_pca(ratio),
    }
}

/// What is said while a question waits for its answer: how far training is, and nothing of what is
/// asked.
pub fn silent_caption(seen: &Seen) -> String {
    let words = &words().lessons;
    match seen.step {
        0 => words.untrained.to_owned(),
        _ => words.so_far(100.0 * seen.of_variance()[1]),
    }
}
