//! What stands on the stage: the large figure, and the panel beside it.

use crate::lessons::Lesson;
use crate::settings::{DataSet, PenaltyChoice, Settings};
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
    /// The components hidden in a linear network's weights.
    Components,
}

impl Panel {
    /// (panel, label), in the order of the page.
    pub const ALL: [(Self, Text); 5] = [
        (Self::Codes, Text(|w| w.session.codes)),
        (Self::Units, Text(|w| w.session.units)),
        (Self::Uses, Text(|w| w.session.uses)),
        (Self::Sweep, Text(|w| w.session.sweep)),
        (Self::Components, Text(|w| w.session.components)),
    ];

    /// What an experiment is most likely looked at for.
    pub fn of(lesson: Lesson, settings: &Settings) -> Self {
        match (lesson, settings.penalty, settings.data) {
            (Lesson::Undercomplete, _, data) if !data.is_points() => Self::Sweep,
            (_, PenaltyChoice::L1 | PenaltyChoice::Kl, _) => Self::Units,
            (_, PenaltyChoice::None, DataSet::Ecg) => Self::Uses,
            (_, PenaltyChoice::None, _) => Self::Codes,
        }
    }

    /// Whether there is anything to see with these settings.
    pub fn applies(self, settings: &Settings) -> bool {
        match self {
            Self::Components => settings.is_linear() && !settings.data.is_points(),
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
}

impl Figure {
    pub const ALL: [(Self, Text); 2] = [
        (Self::Network, Text(|w| w.session.network)),
        (Self::Samples, Text(|w| w.session.samples)),
    ];

    /// What an experiment is about.
    pub fn of(lesson: Lesson, scene: usize) -> Self {
        match (lesson, scene) {
            (Lesson::Intro, 0) | (Lesson::Lab, _) => Self::Network,
            _ => Self::Samples,
        }
    }
}
