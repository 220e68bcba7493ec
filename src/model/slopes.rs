//! How the network moves: what a unit responds to, and what it draws.

use ndarray::{Array1, Array2, ArrayView1, Axis};

use super::{Autoencoder, Real, dot};

impl<F: Real> Autoencoder<F> {
    /// How one unit's sum moves with each number of the input, at a sample whose layers' outputs are
    /// (width) each: the slope of what the unit responds to, (d). In the first layer: its weights.
    pub fn input_slope(&self, outputs: &[ArrayView1<F>], layer: usize, unit: usize) -> Array1<F> {
        let mut slope = self.layers[layer].weight.column(unit).to_owned();
        for below in (0..layer).rev() {
            let activation = self.layers[below].activation;
            slope.zip_mut_with(&outputs[below], |s, &a| *s *= activation.derivative(a));
            slope = self.layers[below].weight.dot(&slope);
        }
        slope
    }

    /// How the reconstruction (before its activation) moves with one unit's activation, at a sample:
    /// what the unit draws, (d). In the last hidden layer: its weights.
    pub fn output_slope(&self, outputs: &[ArrayView1<F>], layer: usize, unit: usize) -> Array1<F> {
        let Some(next) = self.layers.get(layer + 1) else {
            return Array1::zeros(self.config().input);
        };
        let mut slope = next.weight.row(unit).to_owned();
        for above in layer + 2..self.layers.len() {
            let activation = self.layers[above - 1].activation;
            slope.zip_mut_with(&outputs[above - 1], |s, &a| *s *= activation.derivative(a));
            slope = slope.dot(&self.layers[above].weight);
        }
        slope
    }

    /// How the reconstruction (before its activation) moves with each code number at h (k): the
    /// decoder's slope, (k, d). Without hidden layers: its weights.
    pub fn decoder_slope(&self, h: ArrayView1<F>) -> Array2<F> {
        let Some((first, rest)) = self.decoder().split_first() else {
            return Array2::zeros((h.len(), self.config().input));
        };
        let mut a = first.forward(h.insert_axis(Axis(0)));
        let mut slope = first.weight.clone();
        let mut before = first.activation;
        for layer in rest {
            slope *= &a.mapv(|a| before.derivative(a));
            slope = dot(slope.view(), layer.weight.view());
            a = layer.forward(a.view());
            before = layer.activation;
        }
        slope
    }
}
