//! What is done to an input before the network sees it. The target is never touched.

use ndarray::{Array2, ArrayView2};

use crate::random::{ChaCha8Rng, normals, uniform};
use crate::settings::{NoiseChoice, Settings};

/// A kind of corruption and how strong it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corruption {
    pub noise: NoiseChoice,
    /// Gaussian: the standard deviation, in the data's units. Masking, salt & pepper: the
    /// probability of each feature to be hit.
    pub level: f64,
}

impl Corruption {
    pub fn of(settings: &Settings) -> Self {
        Self {
            noise: settings.noise,
            level: settings.level,
        }
    }

    pub fn is_none(self) -> bool {
        self.noise == NoiseChoice::None
    }

    /// Clean samples (n, d) -> corrupted ones (n, d). It draws as many random numbers whatever the
    /// level, so that from the same stream the same features are hit first.
    pub fn apply(self, clean: ArrayView2<f32>, rng: &mut ChaCha8Rng) -> Array2<f32> {
        let mut corrupted = clean.to_owned();
        match self.noise {
            NoiseChoice::None => {}
            NoiseChoice::Gaussian => {
                let deviation = self.level as f32;
                for (x, z) in corrupted.iter_mut().zip(normals(rng)) {
                    *x += deviation * z as f32;
                }
            }
            NoiseChoice::Masking => {
                corrupted.mapv_inplace(|x| if self.hits(rng) { 0.0 } else { x });
            }
            NoiseChoice::SaltPepper => corrupted.mapv_inplace(|x| {
                let is_hit = self.hits(rng);
                let is_salt = uniform(rng, 0.0, 1.0) < 0.5;
                if is_hit {
                    f32::from(u8::from(is_salt))
                } else {
                    x
                }
            }),
        }
        corrupted
    }

    fn hits(self, rng: &mut ChaCha8Rng) -> bool {
        uniform(rng, 0.0, 1.0) < self.level
    }
}
