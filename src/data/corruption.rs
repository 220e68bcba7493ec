//! What is done to an input before the network sees it. The target is never touched.

use ndarray::{Array2, ArrayView2, Zip};

use crate::random::{ChaCha8Rng, fill_with_normals, uniform};
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
        self.corrupt(&mut corrupted, rng);
        corrupted
    }

    /// The same in place.
    pub fn corrupt(self, samples: &mut Array2<f32>, rng: &mut ChaCha8Rng) {
        match self.noise {
            NoiseChoice::None => {}
            NoiseChoice::Gaussian => {
                let deviation = self.level as f32;
                let mut normals = [0.0; 64];
                for some in samples.as_slice_mut().unwrap_or_default().chunks_mut(64) {
                    fill_with_normals(rng, &mut normals[..some.len()]);
                    for (x, z) in some.iter_mut().zip(&normals) {
                        *x += deviation * z;
                    }
                }
            }
            NoiseChoice::Masking => {
                samples.mapv_inplace(|x| if self.hits(rng) { 0.0 } else { x });
            }
            NoiseChoice::SaltPepper => samples.mapv_inplace(|x| {
                let is_hit = self.hits(rng);
                let is_salt = uniform(rng, 0.0, 1.0) < 0.5;
                if is_hit {
                    f32::from(u8::from(is_salt))
                } else {
                    x
                }
            }),
        }
    }

    fn hits(self, rng: &mut ChaCha8Rng) -> bool {
        uniform(rng, 0.0, 1.0) < self.level
    }
}

/// What is drawn for one kind of corruption of samples (n, d), whatever its level: kept, another level
/// takes no new random numbers.
pub struct Draws {
    noise: NoiseChoice,
    /// Gaussian: standard normals. Masking: uniform numbers; salt & pepper: the same, below 0 where a hit
    /// is pepper.
    values: Array2<f32>,
}

impl Draws {
    pub fn of(noise: NoiseChoice, shape: (usize, usize), rng: &mut ChaCha8Rng) -> Self {
        let mut values = Array2::zeros(shape);
        match noise {
            NoiseChoice::None => {}
            NoiseChoice::Gaussian => {
                fill_with_normals(rng, values.as_slice_mut().unwrap_or_default());
            }
            NoiseChoice::Masking => values.mapv_inplace(|_| uniform(rng, 0.0, 1.0) as f32),
            NoiseChoice::SaltPepper => values.mapv_inplace(|_| {
                let hit = uniform(rng, 0.0, 1.0) as f32;
                let is_salt = uniform(rng, 0.0, 1.0) < 0.5;
                if is_salt { hit } else { -hit }
            }),
        }
        Self { noise, values }
    }

    pub fn noise(&self) -> NoiseChoice {
        self.noise
    }

    /// The samples (n, d) under this corruption at a level: what [`Corruption::apply`] makes of them with
    /// the random numbers that were drawn.
    pub fn apply(&self, level: f64, clean: ArrayView2<f32>) -> Array2<f32> {
        let level = level as f32;
        let each = |of: fn(f32, f32, f32) -> f32| {
            Zip::from(clean)
                .and(&self.values)
                .map_collect(|&x, &drawn| of(x, drawn, level))
        };
        match self.noise {
            NoiseChoice::None => clean.to_owned(),
            NoiseChoice::Gaussian => each(|x, z, deviation| x + deviation * z),
            NoiseChoice::Masking => each(|x, hit, level| if hit < level { 0.0 } else { x }),
            NoiseChoice::SaltPepper => each(|x, hit, level| match hit.abs() < level {
                true => f32::from(u8::from(hit.is_sign_positive())),
                false => x,
            }),
        }
    }
}
