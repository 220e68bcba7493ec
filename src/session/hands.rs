//! The controls that an experiment is about stand on the stage, beside what they change.

use super::{Figure, Panel, State};
use crate::settings::{Key, NoiseChoice, Settings, Shape};

/// Where on the stage a control stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Under the code of the network.
    Waist,
    /// Beside the row of corrupted images.
    Corrupted,
    /// Beside the row of reconstructions.
    Rebuilt,
    /// Above the heatmap of activations.
    Heatmap,
    /// Above the figure, where it has no place of its own.
    Head,
}

/// What the pictures are about: squeezing, corruption and sparsity.
const HANDS: [Key; 4] = [Key::K, Key::Level, Key::Lambda, Key::Rho];

/// The controls on the stage, each in one place.
pub fn hands(settings: &Settings, figure: Figure, panel: Panel) -> Vec<(Key, Place)> {
    let is_gallery =
        figure == Figure::Samples && matches!(settings.traits().shape, Shape::Image { .. });
    let is_noisy = settings.noise != NoiseChoice::None;
    let place = |key: Key| match key {
        Key::K if figure == Figure::Network => Place::Waist,
        Key::K if is_gallery => Place::Rebuilt,
        Key::Level if is_gallery && is_noisy => Place::Corrupted,
        Key::Lambda | Key::Rho if panel == Panel::Units => Place::Heatmap,
        _ => Place::Head,
    };
    HANDS
        .into_iter()
        .filter(|key| key.knob().applies(settings))
        .map(|key| (key, place(key)))
        .collect()
}

impl State {
    /// The controls on the stage. A step in slow motion and twins have the stage for themselves.
    pub fn hands(&self) -> Vec<(Key, Place)> {
        let comparison = &self.comparison;
        if self.slow.is_some() || comparison.twin.is_some() || comparison.multiples.is_some() {
            return Vec::new();
        }
        let panel = match self.shows(Panel::Units) {
            true => Panel::Units,
            false => self.panel(),
        };
        let mut hands = hands(&self.training.settings, self.figure(), panel);
        hands.retain(|(key, _)| !self.prepared.hidden.contains(key));
        hands
    }
}
