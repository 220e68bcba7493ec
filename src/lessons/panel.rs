//! What stands on the stage: the large figure, and the panel beside it.

use super::Lesson;
use crate::settings::{DataSet, LossChoice, NoiseChoice, PenaltyChoice, Settings, Shape};
use crate::words::Text;

/// The pictures beside the samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Where samples lie in the code, and in PCA's.
    #[default]
    Codes,
    /// What each code unit does: activations, their means, the decoder's weights.
    Units,
    /// What code and errors are good for.
    Uses,
    /// Error against bottleneck size.
    Sweep,
    /// Error against bits.
    Rates,
    /// The decoder all over the code's plane.
    Grid,
    /// Error against lit units.
    Trade,
    /// Error at every level of noise.
    Levels,
    /// How sensitive the network is, with and without regularisers.
    Faces,
    /// The components hidden in a linear network's weights.
    Components,
}

/// Panels that the Lab shows at once.
pub const MOST_PANELS: usize = 3;

impl Panel {
    /// (panel, key in a link, label), in the order of the page.
    pub const ALL: [(Self, &'static str, Text); 10] = [
        (Self::Codes, "codes", Text(|w| w.session.codes)),
        (Self::Units, "units", Text(|w| w.session.units)),
        (Self::Uses, "uses", Text(|w| w.session.uses)),
        (Self::Sweep, "sweep", Text(|w| w.session.sweep)),
        (Self::Rates, "bits", Text(|w| w.session.rates)),
        (Self::Grid, "grid", Text(|w| w.session.grid)),
        (Self::Trade, "trade", Text(|w| w.session.trade)),
        (Self::Levels, "levels", Text(|w| w.session.levels)),
        (Self::Faces, "faces", Text(|w| w.session.faces)),
        (
            Self::Components,
            "components",
            Text(|w| w.session.components),
        ),
    ];

    /// Its key in a link.
    pub fn key(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(panel, ..)| *panel == self)
            .map_or("", |(_, key, _)| key)
    }

    pub fn of_key(text: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, key, _)| *key == text)
            .map(|(panel, ..)| *panel)
    }

    /// What an experiment is most likely looked at for.
    pub fn of(lesson: Lesson, scene: usize, settings: &Settings) -> Self {
        match (lesson, settings.penalty, settings.traits().is_points()) {
            (Lesson::Uses, _, _) => match Figure::of(lesson, scene) {
                Figure::Bits => Self::Rates,
                Figure::Walk => Self::Grid,
                Figure::Errors => Self::Uses,
                _ => Self::Codes,
            },
            (Lesson::Undercomplete, _, false) => Self::Sweep,
            // Where a code is wider than the image, its atoms say more than two of its numbers.
            (Lesson::Denoising, _, _) if settings.k > 64 => Self::Units,
            (_, PenaltyChoice::L1 | PenaltyChoice::Kl, _) => Self::Units,
            (Lesson::Denoising, PenaltyChoice::None, false) => Self::Levels,
            (_, PenaltyChoice::None, _) if settings.data == DataSet::Ecg => Self::Uses,
            (_, PenaltyChoice::None, _) => Self::Codes,
        }
    }

    /// This panel, or the code where it has nothing to show.
    pub fn or_codes(self, lesson: Lesson, settings: &Settings) -> Self {
        match self.applies(lesson, settings) {
            true => self,
            false => Self::Codes,
        }
    }

    /// Whether a lesson has it, and there is anything to see with these settings.
    pub fn applies(self, lesson: Lesson, settings: &Settings) -> bool {
        match self {
            Self::Components => settings.is_linear() && !settings.traits().is_points(),
            Self::Levels => settings.noise != NoiseChoice::None,
            Self::Trade => settings.penalty != PenaltyChoice::None,
            Self::Faces => lesson == Lesson::Lab,
            Self::Rates | Self::Grid => has_uses(lesson) && is_image(settings),
            Self::Codes | Self::Units | Self::Uses | Self::Sweep => true,
        }
    }
}

/// The large figure of images and points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// The network as an hourglass, with one sample on its way.
    #[default]
    Network,
    /// The samples and what becomes of them.
    Samples,
    /// One sample's reconstruction as a sum of atoms.
    Atoms,
    /// A sample that the student spoils, or an image of their own, and what becomes of it.
    Spoil,
    /// The errors of familiar and of novel samples, and a threshold between them.
    Errors,
    /// The samples nearest to one, by code, by PCA and by features.
    Search,
    /// Samples from codes of few bits.
    Bits,
    /// From one sample to another.
    Walk,
}

impl Figure {
    pub const ALL: [(Self, Text); 8] = [
        (Self::Network, Text(|w| w.session.network)),
        (Self::Samples, Text(|w| w.session.samples)),
        (Self::Atoms, Text(|w| w.session.atoms)),
        (Self::Spoil, Text(|w| w.session.spoil)),
        (Self::Errors, Text(|w| w.session.errors)),
        (Self::Search, Text(|w| w.session.search)),
        (Self::Bits, Text(|w| w.session.bits)),
        (Self::Walk, Text(|w| w.session.walk)),
    ];

    /// What an experiment is about.
    pub fn of(lesson: Lesson, scene: usize) -> Self {
        match (lesson, scene) {
            (Lesson::Intro, 0) | (Lesson::Lab, 0) => Self::Network,
            (Lesson::Sparse, _) => Self::Atoms,
            (Lesson::Denoising, 2) => Self::Spoil,
            (Lesson::Uses, 0) => Self::Errors,
            (Lesson::Uses, 1) => Self::Search,
            (Lesson::Uses, 2) => Self::Bits,
            (Lesson::Uses, _) => Self::Walk,
            _ => Self::Samples,
        }
    }

    /// Whether a lesson has it, and there is anything to see with these settings: a sum of atoms needs a
    /// decoder of one linear layer and images.
    pub fn applies(self, lesson: Lesson, settings: &Settings) -> bool {
        match self {
            Self::Atoms => {
                settings.hidden.is_empty() && settings.loss == LossChoice::Mse && is_image(settings)
            }
            Self::Spoil => {
                let draws = [
                    Lesson::Intro,
                    Lesson::Undercomplete,
                    Lesson::Denoising,
                    Lesson::Lab,
                ];
                draws.contains(&lesson) && is_image(settings)
            }
            Self::Errors => has_uses(lesson) && settings.data == DataSet::Ecg,
            Self::Search | Self::Bits | Self::Walk => has_uses(lesson) && is_image(settings),
            Self::Network | Self::Samples => true,
        }
    }

    /// This figure, or the samples where it has nothing to show.
    pub fn or_samples(self, lesson: Lesson, settings: &Settings) -> Self {
        match self.applies(lesson, settings) {
            true => self,
            false => Self::Samples,
        }
    }
}

/// Whether a lesson is about what a network is good for.
fn has_uses(lesson: Lesson) -> bool {
    matches!(lesson, Lesson::Uses | Lesson::Lab)
}

fn is_image(settings: &Settings) -> bool {
    matches!(settings.traits().shape, Shape::Image { .. })
}
