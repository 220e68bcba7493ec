//! The network itself on its way to the page: what it is made of, its weights, one unit closely,
//! and one step taken apart.

use serde::{Deserialize, Serialize};

use super::Matrix;
use crate::settings::OptimiserChoice;

/// A unit of a column; column 0 is the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    pub column: u32,
    pub unit: u32,
}

/// A weight: from a unit of column `layer` to one of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub layer: u32,
    pub from: u32,
    pub to: u32,
}

/// Some units of a column, with their activations for one sample.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// How many units there are.
    pub width: u32,
    /// Which of them are shown.
    pub units: Vec<u32>,
    /// (1, shown).
    pub activations: Matrix,
}

/// The network and one sample's way through it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkView {
    pub sample: u32,
    /// Input, hidden layers, code, hidden layers, output.
    pub columns: Vec<Column>,
    /// Weights between the shown units of neighbouring columns: (shown before, shown after) each.
    pub weights: Vec<Matrix>,
}

/// A network's parameters at one step, and all else that decides what comes next: another trainer goes on from
/// them as this one would have.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    pub step: u64,
    pub samples_seen: u64,
    pub hidden: Vec<u32>,
    pub k: u32,
    /// (1, parameters): layer by layer, weights row by row, then biases.
    pub parameters: Matrix,
    /// (1, …): the optimiser's first moments in the same order, then the second, as far as it has them.
    pub moments: Matrix,
    /// How often the optimiser has changed the parameters with these moments.
    pub updates: u32,
    /// Samples of this epoch that are still to be shown.
    pub left: u32,
    pub drawn: Drawn,
}

impl Weights {
    pub(super) fn matrices(&mut self) -> [&mut Matrix; 2] {
        [&mut self.parameters, &mut self.moments]
    }
}

/// How far each stream of random numbers is drawn, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// The order of this epoch's samples: where it began.
    pub order: u64,
    /// The corruption of batches.
    pub corruption: u64,
    /// Weights of units that are added.
    pub weights: u64,
}

/// One unit closely: activation = φ(sum), sum = Σ input · weight + bias.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitView {
    pub unit: Unit,
    /// (1, units before): the activations that come in.
    pub inputs: Matrix,
    /// (1, units before).
    pub weights: Matrix,
    pub bias: f32,
    pub sum: f32,
    pub activation: f32,
    /// (1, d): in the encoder, how the sum moves with the input; in the decoder, how the
    /// reconstruction moves with the activation. Both at this sample.
    pub slope: Matrix,
}

/// One training step, taken apart, as seen by one sample of its batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dissection {
    /// The batch's samples; the first is the one that is followed.
    pub batch: Vec<u32>,
    /// (1, d): what the network saw of it.
    pub input: Matrix,
    /// (1, d): what it should have made.
    pub target: Matrix,
    /// Before the step.
    pub network: NetworkView,
    /// (1, k).
    pub code: Matrix,
    /// (1, d).
    pub reconstruction: Matrix,
    /// Mean over its features of (r − x)².
    pub sample_error: f64,
    /// The batch's losses before the step.
    pub loss: f64,
    pub reconstruction_loss: f64,
    pub penalty: f64,
    pub decay: f64,
    /// dL/dw of the shown weights, shaped like the network's.
    pub gradients: Vec<Matrix>,
    /// Root mean square of each layer's whole gradient.
    pub gradient_rms: Vec<f64>,
    /// What the step adds to the shown weights.
    pub updates: Vec<Matrix>,
    pub learning_rate: f64,
    pub optimiser: OptimiserChoice,
    /// The weight that the step moves most of those shown.
    pub moved: Option<MovedWeight>,
}

/// One weight's step, by its optimiser's rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovedWeight {
    pub gradient: f64,
    /// For momentum v, for Adam the corrected means of g and of g², after the step.
    pub moments: [f64; 2],
    pub change: f64,
}

impl NetworkView {
    pub(super) fn matrices(&mut self) -> impl Iterator<Item = &mut Matrix> {
        let columns = self
            .columns
            .iter_mut()
            .map(|column| &mut column.activations);
        columns.chain(&mut self.weights)
    }
}

impl UnitView {
    pub(super) fn matrices(&mut self) -> [&mut Matrix; 3] {
        [&mut self.inputs, &mut self.weights, &mut self.slope]
    }
}

impl Dissection {
    pub(super) fn matrices(&mut self) -> impl Iterator<Item = &mut Matrix> {
        let own = [
            &mut self.input,
            &mut self.target,
            &mut self.code,
            &mut self.reconstruction,
        ];
        own.into_iter()
            .chain(self.network.matrices())
            .chain(&mut self.gradients)
            .chain(&mut self.updates)
    }
}
