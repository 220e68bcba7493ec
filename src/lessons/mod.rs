//! The lessons: presets as records. What each promises is asserted on these very presets by
//! `tests/claims`.

mod denoising;
mod failures;
mod intro;
mod lab;
mod panel;
mod pca;
mod scene;
mod sparse;
mod undercomplete;
mod uses;
mod words;

pub use lab::RULER;
pub use panel::{Figure, MOST_PANELS, Panel};
pub use scene::{
    Alarms, Failure, Goal, Question, QuestionKind, Scene, Seen, plain_caption, silent_caption,
};
pub use words::{Deed, Piece, pieces, plain, word_count};

use serde::{Deserialize, Serialize};

use crate::settings::{DataSet, KNOBS, Key, Settings, choices};

choices! {
    /// A lesson, by its key in a link.
    Lesson of lessons {
        Intro "intro" intro,
        Pca "pca" pca,
        Undercomplete "undercomplete" undercomplete,
        Sparse "sparse" sparse,
        Denoising "denoising" denoising,
        Uses "uses" uses,
        Lab "lab" lab,
    }
}

impl Lesson {
    /// The lesson's experiments; the first is what its link opens.
    pub fn scenes(self) -> &'static [Scene] {
        match self {
            Self::Intro => &intro::SCENES,
            Self::Pca => &pca::SCENES,
            Self::Undercomplete => &undercomplete::SCENES,
            Self::Sparse => &sparse::SCENES,
            Self::Denoising => &denoising::SCENES,
            Self::Uses => &uses::SCENES,
            Self::Lab => &lab::SCENES,
        }
    }

    /// Whether an experiment shows pictures of nothing beside those of samples.
    pub fn shows_nonsense(self, scene: usize) -> bool {
        match self {
            Self::Intro => true,
            Self::Denoising => scene == denoising::COPY,
            _ => false,
        }
    }

    /// The sums of squares over an image that others have published of a network with these settings, and
    /// who: what an experiment is measured by.
    pub fn published(self, scene: usize, settings: &Settings) -> Vec<(f64, &'static str)> {
        let published = match (self, scene) {
            (Self::Lab, RULER) => lab::published(settings),
            _ => &[],
        };
        let named = published.iter().map(|of| (of.error, of.name.get()));
        named.collect()
    }

    /// The panels beside an experiment's figure where nobody has chosen any; only the Lab's can be more or
    /// fewer.
    pub fn panels(self, scene: usize) -> &'static [Panel] {
        match (self, scene) {
            (Self::Lab, RULER) => &[],
            _ => &[Panel::Codes],
        }
    }

    /// The experiments that a data set stands for: in the Lab it may be any.
    fn scenes_of_data(self) -> &'static [Scene] {
        match self {
            Self::Lab => &self.scenes()[..1],
            _ => self.scenes(),
        }
    }

    /// The controls that a lesson needs; none where it is about all of them.
    pub fn controls(self) -> &'static [Key] {
        match self {
            Self::Intro => &[Key::Data, Key::K, Key::Speed],
            Self::Pca => &[Key::Data, Key::Act, Key::K, Key::Speed],
            Self::Undercomplete => &[Key::N, Key::K, Key::Speed],
            Self::Sparse => &[Key::Penalty, Key::Lambda, Key::Rho, Key::Beta, Key::K],
            Self::Denoising => &[Key::Noise, Key::Level, Key::K],
            Self::Uses => &[Key::K, Key::Speed],
            Self::Lab => &[],
        }
    }

    pub fn preset(self) -> Settings {
        self.scenes()
            .first()
            .map_or_else(Settings::preset, |scene| (scene.preset)())
    }

    /// What stands for the keys that a link leaves out: the preset of the first experiment with these
    /// data, or else the lesson's own.
    pub fn preset_with(self, data: DataSet) -> Settings {
        let presets = self.scenes_of_data().iter().map(|scene| (scene.preset)());
        presets
            .filter(|preset| preset.data == data)
            .chain([self.preset()])
            .next()
            .unwrap_or_else(Settings::preset)
    }

    /// The experiment that settings belong to where nobody says which: the first of those that they differ
    /// from least.
    pub fn scene_of(self, settings: &Settings) -> usize {
        let differences = |scene: &Scene| {
            let preset = (scene.preset)();
            let differ = KNOBS
                .iter()
                .filter(|knob| knob.value(&preset) != knob.value(settings));
            // Another data set says more than any other control.
            differ.count()
                + if preset.data == settings.data {
                    0
                } else {
                    KNOBS.len()
                }
        };
        let scenes = self.scenes_of_data().iter().enumerate();
        scenes
            .min_by_key(|(_, scene)| differences(scene))
            .map_or(0, |(scene, _)| scene)
    }
}
