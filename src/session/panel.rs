use crate::settings::{DataSet, NoiseChoice, PenaltyChoice, Settings, Shape};

use super::State;

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
}

impl Panel {
    /// (panel, label), in the order of the page.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Codes, "Code"),
        (Self::Units, "Units"),
        (Self::Uses, "Uses"),
    ];

    /// What settings are most likely looked at for.
    pub fn of(settings: &Settings) -> Self {
        match (settings.penalty, settings.data) {
            (PenaltyChoice::L1 | PenaltyChoice::Kl, _) => Self::Units,
            (PenaltyChoice::None, DataSet::Ecg) => Self::Uses,
            (PenaltyChoice::None, _) => Self::Codes,
        }
    }
}

impl State {
    /// Under corruption, points show where the network would move any place of the plane.
    pub(super) fn shows_field(&self) -> bool {
        self.settings.noise != NoiseChoice::None && self.settings.data.shape() == Shape::Point(2)
    }
}
