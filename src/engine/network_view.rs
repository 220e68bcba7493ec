//! The network on its way to the page: a selection of its units, and the links between them.

use ndarray::{Array2, ArrayView1, ArrayView2, Axis};

use super::matrix::matrix;
use crate::model::Autoencoder;
use crate::protocol::{Column, Matrix, NetworkView, Unit, UnitView};

/// The most units of a column that are shown.
const MOST_UNITS: usize = 64;

/// Where there are more features than can be shown: those that vary most over x (n, d), in the order
/// of the features.
pub fn telling_features(x: ArrayView2<f32>) -> Vec<u32> {
    let variance = x.var_axis(Axis(0), 0.0);
    let mut features: Vec<usize> = (0..x.ncols()).collect();
    features.sort_by(|&a, &b| variance[b].total_cmp(&variance[a]));
    features.truncate(MOST_UNITS);
    features.sort_unstable();
    features.into_iter().map(|feature| feature as u32).collect()
}

/// Which units of every column are shown. Features are the telling ones; of a hidden layer the first
/// so many, since its units begin alike.
fn shown_units(network: &Autoencoder<f32>, telling: &[u32]) -> Vec<Vec<u32>> {
    let widths = network.config().widths();
    let last = widths.len() - 1;
    let shown = widths.into_iter().enumerate().map(|(column, width)| {
        if width > MOST_UNITS && (column == 0 || column == last) {
            telling.to_vec()
        } else {
            (0..width.min(MOST_UNITS) as u32).collect()
        }
    });
    shown.collect()
}

/// What a picture of the network shows for one sample: its row and input (d), and the outputs of all
/// layers.
pub fn network_view(
    network: &Autoencoder<f32>,
    (row, input): (usize, ArrayView1<f32>),
    outputs: &[ArrayView1<f32>],
    telling: &[u32],
) -> NetworkView {
    let shown = shown_units(network, telling);
    let widths = network.config().widths();
    let columns = shown.iter().zip(&widths).enumerate();
    NetworkView {
        sample: row as u32,
        columns: columns
            .map(|(column, (units, &width))| {
                let all = column.checked_sub(1).map_or(input, |layer| outputs[layer]);
                Column {
                    width: width as u32,
                    units: units.clone(),
                    activations: row_of(units.iter().map(|&unit| all[unit as usize])),
                }
            })
            .collect(),
        weights: network
            .layers
            .iter()
            .zip(shown.windows(2))
            .map(|(layer, shown)| chosen(layer.weight.view(), [&shown[0], &shown[1]]))
            .collect(),
    }
}

/// The entries of a layer's weights, or of something shaped like them, that a network's picture shows.
pub fn shown_entries(
    network: &Autoencoder<f32>,
    telling: &[u32],
    of_layers: impl Iterator<Item = Array2<f32>>,
) -> Vec<Matrix> {
    let shown = shown_units(network, telling);
    let pairs = of_layers.zip(shown.windows(2));
    pairs
        .map(|(whole, shown)| chosen(whole.view(), [&shown[0], &shown[1]]))
        .collect()
}

fn chosen(whole: ArrayView2<f32>, [rows, columns]: [&[u32]; 2]) -> Matrix {
    if (rows.len(), columns.len()) == whole.dim() {
        return matrix(whole);
    }
    let entries = rows.iter().flat_map(|&i| {
        columns
            .iter()
            .map(move |&j| whole[[i as usize, j as usize]])
    });
    Matrix {
        columns: columns.len(),
        values: entries.collect(),
    }
}

fn row_of(values: impl Iterator<Item = f32>) -> Matrix {
    let values: Vec<f32> = values.collect();
    Matrix {
        columns: values.len(),
        values,
    }
}

/// One unit's sum with its present numbers; `None` for an input, which has none.
pub fn unit_view(
    network: &Autoencoder<f32>,
    input: ArrayView1<f32>,
    outputs: &[ArrayView1<f32>],
    unit: Unit,
) -> Option<UnitView> {
    let layer = (unit.column as usize).checked_sub(1)?;
    let dense = network.layers.get(layer)?;
    let j = unit.unit as usize;
    let bias = *dense.bias.get(j)?;
    let inputs = layer.checked_sub(1).map_or(input, |below| outputs[below]);
    let weights = dense.weight.column(j);
    let is_encoder = layer < network.encoder().len();
    let slope = if is_encoder {
        network.input_slope(outputs, layer, j)
    } else {
        network.output_slope(outputs, layer, j)
    };
    Some(UnitView {
        unit,
        inputs: row_of(inputs.iter().copied()),
        weights: row_of(weights.iter().copied()),
        bias,
        sum: inputs.dot(&weights) + bias,
        activation: outputs[layer][j],
        slope: row_of(slope.into_iter()),
    })
}
