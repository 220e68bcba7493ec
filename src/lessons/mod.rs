//! The lessons: presets as records. What each promises is asserted on these very presets by
//! `tests/claims`.

mod denoising;
mod intro;
mod lab;
mod pca;
mod sparse;
mod undercomplete;
mod uses;

use serde::{Deserialize, Serialize};

use crate::settings::{Settings, choices};

choices! {
    /// A lesson, by its key in a link and its title.
    Lesson {
        Intro "intro" "What is an autoencoder?",
        Pca "pca" "Autoencoder against PCA",
        Undercomplete "undercomplete" "Undercomplete",
        Sparse "sparse" "Sparse",
        Denoising "denoising" "Denoising",
        Uses "uses" "Uses",
        Lab "lab" "Lab",
    }
}

/// One experiment of a lesson.
pub struct Scene {
    pub title: &'static str,
    pub preset: fn() -> Settings,
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

    pub fn preset(self) -> Settings {
        self.scenes()
            .first()
            .map_or_else(Settings::preset, |scene| (scene.preset)())
    }
}
