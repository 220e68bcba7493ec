use super::Real;

/// An activation function a = φ(z), element by element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    Linear,
    Relu,
    Tanh,
    Sigmoid,
}

impl Activation {
    pub const ALL: [Self; 4] = [Self::Linear, Self::Relu, Self::Tanh, Self::Sigmoid];

    /// z -> φ(z), in place.
    pub fn apply<F: Real>(self, z: &mut [F]) {
        match self {
            Self::Linear => {}
            // `f32::max` would be a branch for each number.
            Self::Relu => z
                .iter_mut()
                .for_each(|z| *z = if *z > F::zero() { *z } else { F::zero() }),
            Self::Tanh => z.iter_mut().for_each(|z| *z = z.tanh_fast()),
            Self::Sigmoid => z
                .iter_mut()
                .for_each(|z| *z = F::one() / (F::one() + (-*z).exp_fast())),
        }
    }

    /// dL/da -> dL/dz = dL/da · φ′(z) in place, from the outputs a.
    pub fn pull_back<F: Real>(self, d: &mut [F], a: &[F]) {
        if self != Self::Linear {
            for (d, &a) in d.iter_mut().zip(a) {
                *d *= self.derivative(a);
            }
        }
    }

    /// φ′(z), written in terms of the output a = φ(z), so that z need not be kept.
    pub fn derivative<F: Real>(self, a: F) -> F {
        match self {
            Self::Linear => F::one(),
            Self::Relu if a > F::zero() => F::one(),
            Self::Relu => F::zero(),
            Self::Tanh => F::one() - a * a,
            Self::Sigmoid => a * (F::one() - a),
        }
    }

    /// The largest magnitude of a uniform initial weight: Glorot & Bengio (2010), eq. 16; for ReLU
    /// He et al. (2015), eq. 10.
    pub fn initial_limit(self, n_in: usize, n_out: usize) -> f64 {
        match self {
            Self::Relu => (6.0 / n_in as f64).sqrt(),
            _ => (6.0 / (n_in + n_out) as f64).sqrt(),
        }
    }
}
