//! What training makes small: L = reconstruction + penalty + weight decay.

use ndarray::ArrayView2;

use super::sums::sum_of;
use super::{Loss, Penalty};
use crate::model::{Autoencoder, DenseGradient, Pass, Real};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Objective {
    pub loss: Loss,
    pub penalty: Penalty,
    /// δ of δ · Σ w², over weights and not biases; tied weights count once.
    pub decay: f64,
}

/// The terms of the objective.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Losses {
    pub reconstruction: f64,
    pub penalty: f64,
    pub decay: f64,
}

impl Losses {
    pub fn total(self) -> f64 {
        self.reconstruction + self.penalty + self.decay
    }
}

impl Objective {
    /// The terms for a code (n, k) and its reconstruction (n, d) of the target (n, d).
    pub fn losses<F: Real>(
        &self,
        network: &Autoencoder<F>,
        code: ArrayView2<F>,
        reconstruction: ArrayView2<F>,
        target: ArrayView2<F>,
    ) -> Losses {
        Losses {
            reconstruction: self.loss.value(reconstruction, target),
            penalty: self.penalty.value(code),
            decay: self.decay_of(network),
        }
    }

    /// The terms for an input (n, d), which may be corrupted, and its target (n, d); and their
    /// gradient for every layer.
    pub fn losses_and_gradients<F: Real>(
        &self,
        network: &Autoencoder<F>,
        input: ArrayView2<F>,
        target: ArrayView2<F>,
    ) -> (Losses, Vec<DenseGradient<F>>) {
        let mut pass = Pass::default();
        let losses = self.pass(network, input, target, &mut pass);
        (losses, pass.gradients)
    }

    /// The same in room that is there: the gradients are the pass's.
    pub fn pass<F: Real>(
        &self,
        network: &Autoencoder<F>,
        input: ArrayView2<F>,
        target: ArrayView2<F>,
        pass: &mut Pass<F>,
    ) -> Losses {
        pass.forward(network, input);
        let Pass {
            trace,
            d_output,
            d_code,
            ..
        } = pass;
        let losses = self.losses(network, trace.code(), trace.reconstruction(), target);
        self.loss
            .d_output_into(trace.reconstruction(), target, d_output);
        // The mean squared error's slope is that of a linear output; another one bends it.
        if self.loss == Loss::Mse
            && let (Some(d), Some(r)) = (d_output.as_slice_mut(), trace.reconstruction().to_slice())
        {
            network.config().output_activation.pull_back(d, r);
        }
        self.penalty.d_code_into(trace.code(), d_code);
        pass.backward(network, input);
        if self.decay > 0.0 {
            let slope = F::of(2.0 * self.decay);
            for (layer, gradient) in network.free_layers().iter().zip(&mut pass.gradients) {
                gradient.d_weight.scaled_add(slope, &layer.weight);
            }
        }
        losses
    }

    fn decay_of<F: Real>(&self, network: &Autoencoder<F>) -> f64 {
        if self.decay == 0.0 {
            return 0.0;
        }
        let squares = network.free_layers().iter().map(|layer| {
            let weight = layer.weight.view();
            sum_of(weight, weight, |w, _| w.to_f64() * w.to_f64())
        });
        self.decay * squares.sum::<f64>()
    }
}
