//! The network as it is sent to the page: its columns, and one unit closely.

use crate::common::{engine, snapshot, start, train};
use hourglass::protocol::{Unit, View};

/// A unit's sum is written out whole: Σ input · weight + bias.
#[test]
fn a_units_sum_is_the_sum_of_its_terms() {
    let mut engine = engine();
    start(&mut engine, "#hidden=16-8&act=tanh&k=3");
    for column in 1..=6 {
        let unit = Unit { column, unit: 1 };
        let view = View {
            sample: Some(5),
            network: true,
            unit: Some(unit),
            ..View::default()
        };
        let seen = snapshot(train(&mut engine, 5, view));
        let closely = seen.unit.unwrap();
        let terms = closely.inputs.values.iter().zip(&closely.weights.values);
        let sum: f32 = terms.map(|(a, w)| a * w).sum::<f32>() + closely.bias;
        assert!((sum - closely.sum).abs() < 1e-5);
        let bends = !matches!(column, 3 | 6);
        let activation = if bends { sum.tanh() } else { sum };
        assert!((activation - closely.activation).abs() < 1e-5);
        let shown = &seen.network.unwrap().columns[column as usize];
        assert_eq!(shown.activations.values[1], closely.activation);
        assert_eq!(closely.slope.values.len(), 64);
        assert!(closely.slope.values.iter().any(|s| *s != 0.0) || column == 6);
    }
}

/// Wide layers are shown in part, and say so.
#[test]
fn the_network_shows_at_most_64_units_of_a_column() {
    let mut engine = engine();
    start(&mut engine, "#data=mnist&n=500&hidden=128&k=100");
    let view = View {
        sample: Some(0),
        network: true,
        ..View::default()
    };
    let network = snapshot(train(&mut engine, 1, view)).network.unwrap();
    let widths: Vec<u32> = network.columns.iter().map(|column| column.width).collect();
    assert_eq!(widths, [784, 128, 100, 128, 784]);
    for column in &network.columns {
        assert_eq!(column.units.len(), 64);
        assert_eq!(column.activations.values.len(), 64);
        assert!(column.units.windows(2).all(|pair| pair[0] < pair[1]));
    }
    assert_eq!(network.columns[0].units, network.columns[4].units);
    assert!(
        network
            .weights
            .iter()
            .all(|weights| (weights.rows(), weights.columns) == (64, 64))
    );
}
