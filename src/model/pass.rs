//! One batch's way through a network, and back.

use ndarray::{Array2, ArrayView2, s};

use super::lit::Lit;
use super::{Autoencoder, DenseGradient, Real, fit};

/// What a way through the network leaves behind: every layer's output, each (n, width).
#[derive(Clone, Debug, Default)]
pub struct Trace<F> {
    outputs: Vec<Array2<F>>,
    code_layer: usize,
}

impl<F: Real> Trace<F> {
    /// Every layer's output: (n, width) each.
    pub fn outputs(&self) -> &[Array2<F>] {
        &self.outputs
    }

    /// h = f(x): (n, k).
    pub fn code(&self) -> ArrayView2<'_, F> {
        self.outputs[self.code_layer].view()
    }

    /// r = g(h): (n, d).
    pub fn reconstruction(&self) -> ArrayView2<'_, F> {
        self.outputs[self.outputs.len() - 1].view()
    }

    /// Gives it the shape of a way of n samples through a network; what it holds is of no use any more.
    pub fn fit(&mut self, network: &Autoencoder<F>, n: usize) {
        self.code_layer = network.code_layer();
        self.outputs
            .resize_with(network.layers.len(), || Array2::default((0, 0)));
        for (output, layer) in self.outputs.iter_mut().zip(&network.layers) {
            fit(output, (n, layer.bias.len()));
        }
    }

    /// Takes in the way of some samples, from one row on.
    pub fn put(&mut self, from: usize, part: &Self) {
        for (whole, part) in self.outputs.iter_mut().zip(&part.outputs) {
            let to = from + part.nrows();
            whole.slice_mut(s![from..to, ..]).assign(part);
        }
    }
}

/// The trace and the gradients of a batch. Kept from batch to batch, it allocates nothing but for the
/// largest.
#[derive(Clone, Debug, Default)]
pub struct Pass<F> {
    pub trace: Trace<F>,
    /// dL/dz of the output layer, (n, d): what the way back begins with.
    pub d_output: Array2<F>,
    /// What the loss asks of the code besides, dL/dh, (n, k).
    pub d_code: Option<Array2<F>>,
    /// Of every layer.
    pub gradients: Vec<DenseGradient<F>>,
    /// dL/dz of the layer that the way back is at, and of the one before.
    d_z: [Array2<F>; 2],
    lit: Lit<F>,
    room: Vec<F>,
}

impl<F: Real> Autoencoder<F> {
    /// x (n, d) -> the outputs of all layers.
    pub fn forward(&self, x: ArrayView2<F>) -> Trace<F> {
        let mut pass = Pass::default();
        pass.forward(self, x);
        pass.trace
    }
}

impl<F: Real> Pass<F> {
    /// x (n, d) -> the outputs of all layers.
    pub fn forward(&mut self, network: &Autoencoder<F>, x: ArrayView2<F>) {
        let outputs = &mut self.trace.outputs;
        outputs.resize_with(network.layers.len(), || Array2::default((0, 0)));
        self.trace.code_layer = network.code_layer();
        for (i, layer) in network.layers.iter().enumerate() {
            let (before, rest) = outputs.split_at_mut(i);
            match before.last() {
                Some(input) => layer.forward_into(input.view(), &mut rest[0], &mut self.room),
                None => {
                    let room = &mut self.room;
                    self.lit.forward_into(layer, x, &mut rest[0], room);
                }
            }
        }
    }

    /// From the x (n, d) of the last way forward, its trace, `d_output` and `d_code`: the gradient of
    /// every layer. Where weights are tied, the encoder's gradient is that of the shared weight and the
    /// decoder's is zero.
    pub fn backward(&mut self, network: &Autoencoder<F>, x: ArrayView2<F>) {
        let gradients = &mut self.gradients;
        gradients.resize_with(network.layers.len(), DenseGradient::default);
        let outputs = &self.trace.outputs;
        let [mut above, mut below] = self.d_z.each_mut();
        std::mem::swap(above, &mut self.d_output);
        for i in (1..network.layers.len()).rev() {
            let (layer, input) = (&network.layers[i], &outputs[i - 1]);
            layer.backward_into(
                input.view(),
                above.view(),
                &mut gradients[i],
                &mut self.room,
            );
            layer.d_input_into(above.view(), below, &mut self.room);
            if i - 1 == network.code_layer()
                && let Some(d_code) = &self.d_code
            {
                *below += d_code;
            }
            if let (Some(d), Some(a)) = (below.as_slice_mut(), input.as_slice()) {
                network.layers[i - 1].activation.pull_back(d, a);
            }
            std::mem::swap(&mut above, &mut below);
        }
        let (layer, room) = (&network.layers[0], &mut self.room);
        self.lit
            .backward_into(layer, x, above.view(), &mut gradients[0], room);
        if network.config().tied {
            let (encoder, decoder) = gradients.split_at_mut(network.code_layer() + 1);
            for (shared, mirrored) in encoder.iter_mut().zip(decoder.iter_mut().rev()) {
                shared.d_weight += &mirrored.d_weight.t();
                mirrored.d_weight.fill(F::zero());
            }
        }
    }
}
