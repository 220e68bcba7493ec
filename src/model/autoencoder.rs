//! Encoder and decoder with mirrored widths. Not here: losses, optimisers, data.

use ndarray::{Array2, ArrayView2, s};

use super::{Activation, Dense, Real};
use crate::random::ChaCha8Rng;

/// The shape of an autoencoder: `input`-`hidden`…-`code`-…`hidden`-`input`.
#[derive(Clone, Debug, PartialEq)]
pub struct AutoencoderConfig {
    pub input: usize,
    /// Encoder widths from the input to the code; the decoder has them mirrored.
    pub hidden: Vec<usize>,
    pub code: usize,
    pub hidden_activation: Activation,
    pub code_activation: Activation,
    /// Of the reconstruction: what the loss calls for.
    pub output_activation: Activation,
    /// Whether the decoder's weights are the encoder's, transposed and in reverse order.
    pub tied: bool,
    /// Whether every atom, a row of the decoder's first layer, has length 1.
    pub unit_atoms: bool,
}

impl AutoencoderConfig {
    /// The width of every layer boundary, input first: 2·(hidden + 1) + 1 numbers.
    pub fn widths(&self) -> Vec<usize> {
        let encoder = std::iter::once(self.input).chain(self.hidden.iter().copied());
        let decoder = self.hidden.iter().rev().copied().chain([self.input]);
        encoder.chain([self.code]).chain(decoder).collect()
    }

    /// How many products a sample's way through the network takes.
    pub fn products(&self) -> f64 {
        let widths = self.widths();
        widths
            .windows(2)
            .map(|pair| (pair[0] * pair[1]) as f64)
            .sum()
    }

    /// The activation of every layer.
    fn activations(&self) -> Vec<Activation> {
        let hidden = std::iter::repeat_n(self.hidden_activation, self.hidden.len());
        hidden
            .clone()
            .chain([self.code_activation])
            .chain(hidden)
            .chain([self.output_activation])
            .collect()
    }

    /// Whether decoder∘encoder is an affine map.
    pub fn is_linear(&self) -> bool {
        self.activations().iter().all(|&a| a == Activation::Linear)
    }

    pub fn init<F: Real>(&self, rng: &mut ChaCha8Rng) -> Autoencoder<F> {
        let layers = self
            .widths()
            .windows(2)
            .zip(self.activations())
            .map(|(width, activation)| Dense::init(width[0], width[1], activation, rng))
            .collect();
        let mut network = Autoencoder {
            config: self.clone(),
            layers,
        };
        network.constrain();
        network
    }
}

/// The network: `layers[..=hidden]` is the encoder f, the rest the decoder g.
#[derive(Clone, Debug, PartialEq)]
pub struct Autoencoder<F> {
    config: AutoencoderConfig,
    pub layers: Vec<Dense<F>>,
}

impl<F: Real> Autoencoder<F> {
    pub fn config(&self) -> &AutoencoderConfig {
        &self.config
    }

    pub fn code_layer(&self) -> usize {
        self.config.hidden.len()
    }

    pub fn encoder(&self) -> &[Dense<F>] {
        &self.layers[..=self.code_layer()]
    }

    pub fn decoder(&self) -> &[Dense<F>] {
        &self.layers[self.code_layer() + 1..]
    }

    /// Whether a layer's weights are given their length, besides what they learn.
    pub fn has_unit_length(&self, layer: usize) -> bool {
        let atoms = self.code_layer() + 1;
        self.config.unit_atoms
            && (layer == atoms || (self.config.tied && layer == self.code_layer()))
    }

    /// Makes the decoder's weights the encoder's, transposed, where the configuration ties them.
    pub fn tie(&mut self) {
        if self.config.tied {
            let (encoder, decoder) = self.layers.split_at_mut(self.config.hidden.len() + 1);
            for (layer, mirrored) in encoder.iter().zip(decoder.iter_mut().rev()) {
                mirrored.weight.assign(&layer.weight.t());
            }
        }
    }

    /// What holds after every step: ties the weights and scales the atoms to length 1, where the
    /// configuration says so. An atom of nothing stays as it is.
    pub fn constrain(&mut self) {
        self.tie();
        if self.config.unit_atoms {
            let (encoder, decoder) = self.layers.split_at_mut(self.config.hidden.len() + 1);
            let (Some(layer), Some(atoms)) = (encoder.last_mut(), decoder.first_mut()) else {
                return;
            };
            for mut atom in atoms.weight.rows_mut() {
                let length = atom.fold(F::zero(), |sum, &w| sum + w * w).sqrt();
                if length > F::zero() {
                    atom.mapv_inplace(|w| w / length);
                }
            }
            if self.config.tied {
                layer.weight.assign(&atoms.weight.t());
            }
        }
    }

    /// Sets one weight, (input, output), of a layer; tied ones change together. A weight that is not
    /// there stays away.
    pub fn set_weight(&mut self, layer: usize, [from, to]: [usize; 2], weight: F) {
        let is_mirrored = self.config.tied && layer > self.code_layer();
        let (layer, at) = if is_mirrored {
            (
                self.layers.len() - 1 - layer.min(self.layers.len() - 1),
                [to, from],
            )
        } else {
            (layer, [from, to])
        };
        if let Some(old) = self
            .layers
            .get_mut(layer)
            .and_then(|layer| layer.weight.get_mut(at))
        {
            *old = weight;
        }
        self.tie();
    }

    /// The layers whose weights are parameters of their own: all, or the encoder's where weights are
    /// tied.
    pub fn free_layers(&self) -> &[Dense<F>] {
        if self.config.tied {
            self.encoder()
        } else {
            &self.layers
        }
    }

    /// Every number that is trained: layer by layer, weights row by row, then biases.
    pub fn parameters(&self) -> impl Iterator<Item = &F> {
        self.layers
            .iter()
            .flat_map(|layer| layer.weight.iter().chain(&layer.bias))
    }

    /// The same numbers, to be changed.
    pub fn parameters_mut(&mut self) -> impl Iterator<Item = &mut F> {
        self.layers
            .iter_mut()
            .flat_map(|layer| layer.weight.iter_mut().chain(&mut layer.bias))
    }

    /// x (n, d) -> h (n, k).
    pub fn encode(&self, x: ArrayView2<F>) -> Array2<F> {
        run(self.encoder(), x)
    }

    /// h (n, k) -> r (n, d).
    pub fn decode(&self, h: ArrayView2<F>) -> Array2<F> {
        run(self.decoder(), h)
    }

    /// Takes another shape with the same number of layers. Every unit that exists in both keeps its
    /// weights; a new unit has weight zero into the next layer, so growing changes no output. Where atoms
    /// have length 1, a new one has a direction of its own and its unit hardly speaks yet.
    pub fn resize(&mut self, config: &AutoencoderConfig, rng: &mut ChaCha8Rng) {
        debug_assert_eq!(config.hidden.len(), self.config.hidden.len());
        let widths = config.widths();
        let shapes = widths.windows(2).zip(config.activations());
        for (layer, (width, activation)) in self.layers.iter_mut().zip(shapes) {
            layer.activation = activation;
            layer.resize(width[0], width[1], rng);
        }
        let known = self.config.code;
        self.config = config.clone();
        if config.unit_atoms && !config.tied && config.code > known {
            self.quieten(known, rng);
        }
        self.constrain();
    }

    /// Gives code units from this one on atoms at random, and activations near 0: an atom of nothing would get
    /// its length with the first step, and all of them nearly the same direction.
    fn quieten(&mut self, first: usize, rng: &mut ChaCha8Rng) {
        let (encoder, decoder) = self.layers.split_at_mut(self.config.hidden.len() + 1);
        let (Some(code), Some(atoms)) = (encoder.last_mut(), decoder.first_mut()) else {
            return;
        };
        let (k, d) = atoms.weight.dim();
        let fresh = Dense::init(k, d, Activation::Linear, rng);
        let new = s![first.., ..];
        atoms.weight.slice_mut(new).assign(&fresh.weight.slice(new));
        // A sigmoid is quiet far below 0; the others at 0, or as near as leaves a ReLU its slope.
        let bias = match code.activation {
            Activation::Sigmoid => -4.0,
            Activation::Relu => 1e-3,
            Activation::Linear | Activation::Tanh => 0.0,
        };
        code.bias.slice_mut(s![first..]).fill(F::of(bias));
        if code.activation != Activation::Sigmoid {
            code.weight.slice_mut(s![.., first..]).fill(F::zero());
        }
    }
}

fn run<F: Real>(layers: &[Dense<F>], x: ArrayView2<F>) -> Array2<F> {
    layers
        .iter()
        .fold(x.to_owned(), |a, layer| layer.forward(a.view()))
}
