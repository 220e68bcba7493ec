//! The first layer on the features that a batch lights. A feature that is zero in all samples adds nothing to any
//! sum, and its weights' gradient is zero: of a batch of digits a third of the pixels need not be looked at.

use ndarray::{Array2, ArrayView2};

use super::{Dense, DenseGradient, Real, fit, product};

/// In layers with fewer inputs or outputs than these, more is spent on the search than it saves.
const LEAST_INPUTS: usize = 256;
const LEAST_OUTPUTS: usize = 32;

/// What of a batch is lit, kept from the way forward to the way back.
#[derive(Clone, Debug, Default)]
pub struct Lit<F> {
    /// In ascending order. Empty where all features are looked at: then nothing else holds.
    features: Vec<usize>,
    /// Of every feature a number that is not zero, where a sample has one.
    signs: Vec<F>,
    /// The batch (n, lit) and the layer's weights (lit, n_out) on the features that are lit.
    x: Array2<F>,
    weight: Array2<F>,
    gradient: DenseGradient<F>,
    /// The number of samples, inputs and outputs that there is room for.
    room_for: [usize; 3],
}

impl<F: Real> Lit<F> {
    /// x (n, n_in) -> a (n, n_out).
    pub fn forward_into(
        &mut self,
        layer: &Dense<F>,
        x: ArrayView2<F>,
        a: &mut Array2<F>,
        room: &mut Vec<F>,
    ) {
        self.look_at(layer, x);
        if self.features.is_empty() {
            return layer.forward_into(x, a, room);
        }
        let factors = [self.x.view(), self.weight.view()];
        product(factors, layer.bias.as_slice(), layer.activation, a, room);
    }

    /// From the batch of the last way forward, x (n, n_in), and dL/dz (n, n_out): the gradient of the
    /// parameters.
    pub fn backward_into(
        &mut self,
        layer: &Dense<F>,
        x: ArrayView2<F>,
        d_z: ArrayView2<F>,
        gradient: &mut DenseGradient<F>,
        room: &mut Vec<F>,
    ) {
        if self.features.is_empty() {
            return layer.backward_into(x, d_z, gradient, room);
        }
        layer.backward_into(self.x.view(), d_z, &mut self.gradient, room);
        let DenseGradient { d_weight, d_bias } = gradient;
        fit(d_weight, layer.weight.dim());
        d_weight.fill(F::zero());
        for (&feature, lit) in self.features.iter().zip(self.gradient.d_weight.rows()) {
            d_weight.row_mut(feature).assign(&lit);
        }
        d_bias.clone_from(&self.gradient.d_bias);
    }

    /// Finds what is lit, and keeps it where that is little.
    fn look_at(&mut self, layer: &Dense<F>, x: ArrayView2<F>) {
        let (d, width) = layer.weight.dim();
        self.features.clear();
        let (Some(x), Some(weight)) = (x.to_slice(), layer.weight.as_slice()) else {
            return;
        };
        if d < LEAST_INPUTS || width < LEAST_OUTPUTS {
            return;
        }
        self.signs.clear();
        self.signs.resize(d, F::zero());
        for sample in x.chunks_exact(d) {
            for (sign, &value) in self.signs.iter_mut().zip(sample) {
                *sign = if value == F::zero() { *sign } else { value };
            }
        }
        let is_lit = |&feature: &usize| self.signs[feature] != F::zero();
        self.features.extend((0..d).filter(is_lit));
        let lit = self.features.len();
        if 4 * lit > 3 * d {
            return self.features.clear();
        }
        let n = x.len() / d;
        if self.room_for != [n, d, width] {
            self.room_for = [n, d, width];
            fit(&mut self.x, (n, d));
            fit(&mut self.weight, (d, width));
            fit(&mut self.gradient.d_weight, (d, width));
        }
        fit(&mut self.x, (n, lit));
        fit(&mut self.weight, (lit, width));
        for (sample, mut kept) in x.chunks_exact(d).zip(self.x.rows_mut()) {
            for (value, &feature) in kept.iter_mut().zip(&self.features) {
                *value = sample[feature];
            }
        }
        let rows = self.features.iter().map(|feature| feature * width);
        if let Some(kept) = self.weight.as_slice_mut() {
            for (row, kept) in rows.zip(kept.chunks_exact_mut(width)) {
                kept.copy_from_slice(&weight[row..][..width]);
            }
        }
    }
}
