//! A fully connected layer. Not here: how layers follow each other, and what the gradient is for.

use ndarray::{Array1, Array2, ArrayView2, s};

use super::{Activation, Real, product};
use crate::random::{ChaCha8Rng, uniform};

/// a = φ(x·W + b), with W (n_in, n_out), b (n_out).
#[derive(Clone, Debug, PartialEq)]
pub struct Dense<F> {
    pub weight: Array2<F>,
    pub bias: Array1<F>,
    pub activation: Activation,
}

/// The loss's derivatives, shaped like the layer's parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DenseGradient<F> {
    pub d_weight: Array2<F>,
    pub d_bias: Array1<F>,
}

impl<F: Real> Dense<F> {
    /// Glorot uniform weights (He for ReLU), biases zero.
    pub fn init(n_in: usize, n_out: usize, activation: Activation, rng: &mut ChaCha8Rng) -> Self {
        let limit = activation.initial_limit(n_in, n_out);
        Self {
            weight: Array2::from_shape_simple_fn((n_in, n_out), || {
                F::of(uniform(rng, -limit, limit))
            }),
            bias: Array1::zeros(n_out),
            activation,
        }
    }

    /// x (n, n_in) -> a (n, n_out).
    pub fn forward(&self, x: ArrayView2<F>) -> Array2<F> {
        let mut a = Array2::default((0, 0));
        self.forward_into(x, &mut a, &mut Vec::new());
        a
    }

    /// The same in room that is there.
    pub fn forward_into(&self, x: ArrayView2<F>, a: &mut Array2<F>, room: &mut Vec<F>) {
        let factors = [x, self.weight.view()];
        product(factors, self.bias.as_slice(), self.activation, a, room);
    }

    /// From x (n, n_in) and dL/dz (n, n_out): the gradient of the parameters.
    pub fn backward_into(
        &self,
        x: ArrayView2<F>,
        d_z: ArrayView2<F>,
        gradient: &mut DenseGradient<F>,
        room: &mut Vec<F>,
    ) {
        let factors = [x.reversed_axes(), d_z];
        product(
            factors,
            None,
            Activation::Linear,
            &mut gradient.d_weight,
            room,
        );
        if gradient.d_bias.len() != self.bias.len() {
            gradient.d_bias = Array1::zeros(self.bias.len());
        }
        gradient.d_bias.fill(F::zero());
        if let (Some(sums), Some(d_z)) = (gradient.d_bias.as_slice_mut(), d_z.to_slice()) {
            for row in d_z.chunks_exact(sums.len().max(1)) {
                for (sum, &d) in sums.iter_mut().zip(row) {
                    *sum += d;
                }
            }
        }
    }

    /// dL/dz (n, n_out) -> dL/dx (n, n_in).
    pub fn d_input_into(&self, d_z: ArrayView2<F>, d_x: &mut Array2<F>, room: &mut Vec<F>) {
        product([d_z, self.weight.t()], None, Activation::Linear, d_x, room);
    }

    /// The layer with other widths: what fits in both keeps its weights. A new output gets fresh
    /// incoming weights; a new input gets weight zero, so that adding a unit changes no output.
    pub fn resize(&mut self, n_in: usize, n_out: usize, rng: &mut ChaCha8Rng) {
        let old_out = self.bias.len();
        self.weight = resized(&self.weight, (n_in, n_out));
        self.bias =
            Array1::from_shape_fn(n_out, |j| self.bias.get(j).copied().unwrap_or_else(F::zero));
        if n_out > old_out {
            let fresh = Self::init(n_in, n_out, self.activation, rng);
            self.weight
                .slice_mut(s![.., old_out..])
                .assign(&fresh.weight.slice(s![.., old_out..]));
        }
    }
}

/// The matrix cut or padded with zeros to another shape.
pub fn resized<F: Real>(matrix: &Array2<F>, shape: (usize, usize)) -> Array2<F> {
    let rows = shape.0.min(matrix.nrows());
    let columns = shape.1.min(matrix.ncols());
    let mut result = Array2::zeros(shape);
    result
        .slice_mut(s![..rows, ..columns])
        .assign(&matrix.slice(s![..rows, ..columns]));
    result
}
