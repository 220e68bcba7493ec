//! The network's numbers as PyTorch has them: a layer's weight is (n_out, n_in), and layers are counted with the
//! activations between them, as in `nn.Sequential`.

use ndarray::{ArrayD, Axis};

use crate::model::{Activation, Autoencoder, Dense};
use crate::protocol::{SavedRun, Weights};

/// A named array.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    pub name: String,
    pub values: ArrayD<f32>,
}

/// What names the numbers that an optimiser keeps of each parameter: first moments, second moments.
const MOMENTS: [&str; 2] = ["optimizer.first.", "optimizer.second."];

/// (name, layer) for every layer, input first.
pub fn named_layers(network: &Autoencoder<f32>) -> Vec<(String, &Dense<f32>)> {
    let halves = [
        ("encoder", network.encoder()),
        ("decoder", network.decoder()),
    ];
    let halves = halves.into_iter().flat_map(|(half, layers)| {
        let mut at = 0;
        layers.iter().map(move |layer| {
            let name = format!("{half}.{at}");
            at += match layer.activation {
                Activation::Linear => 1,
                _ => 2,
            };
            (name, layer)
        })
    });
    halves.collect()
}

/// Weight and bias of every layer.
pub fn parameters(network: &Autoencoder<f32>) -> Vec<Tensor> {
    named_layers(network)
        .into_iter()
        .flat_map(|(name, layer)| {
            let weight = layer.weight.t().as_standard_layout().into_owned();
            [
                Tensor {
                    name: format!("{name}.weight"),
                    values: weight.into_dyn(),
                },
                Tensor {
                    name: format!("{name}.bias"),
                    values: layer.bias.clone().into_dyn(),
                },
            ]
        })
        .collect()
}

/// The parameters of a run, and what its optimiser keeps of them.
pub fn all(run: &SavedRun, network: &Autoencoder<f32>) -> Vec<Tensor> {
    let mut all = parameters(network);
    let count = run.weights.parameters.values.len().max(1);
    for (prefix, moments) in MOMENTS.iter().zip(run.weights.moments.values.chunks(count)) {
        let mut like = network.clone();
        for (parameter, &moment) in like.parameters_mut().zip(moments) {
            *parameter = moment;
        }
        all.extend(parameters(&like).into_iter().map(|tensor| Tensor {
            name: format!("{prefix}{}", tensor.name),
            ..tensor
        }));
    }
    all
}

/// Puts tensors by their names back into weights whose shape is that of `network`: parameters, and as many moments
/// as there are. `find` gives a tensor; the error names one that is missing, or of another shape, with the shape that
/// it should have.
pub fn restore(
    weights: &mut Weights,
    network: &Autoencoder<f32>,
    find: impl Fn(&str) -> Option<ArrayD<f32>>,
) -> Result<(), (String, Vec<usize>)> {
    let collect = |prefix: &str| -> Result<Vec<f32>, (String, Vec<usize>)> {
        let mut values = Vec::new();
        for tensor in parameters(network) {
            let name = format!("{prefix}{}", tensor.name);
            let wanted = tensor.values.shape();
            let found = find(&name).filter(|found| found.shape() == wanted);
            let mut found = found.ok_or_else(|| (name, wanted.to_vec()))?;
            if found.ndim() == 2 {
                found.swap_axes(0, 1);
            }
            values.extend(found.lanes(Axis(found.ndim() - 1)).into_iter().flatten());
        }
        Ok(values)
    };
    weights.parameters = collect("")?.into();
    let first = parameters(network)
        .first()
        .map(|tensor| tensor.name.clone());
    let mut moments = Vec::new();
    for prefix in MOMENTS {
        if first
            .as_ref()
            .is_some_and(|name| find(&format!("{prefix}{name}")).is_some())
        {
            moments.extend(collect(prefix)?);
        }
    }
    weights.moments = moments.into();
    Ok(())
}
