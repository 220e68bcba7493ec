//! Tables: a comma between numbers, a point in them, a line for the names.

use std::fmt::{Display, Write};

use ndarray::{ArrayView2, Axis, s};

use super::Source;
use super::tensors::named_layers;
use crate::analysis::{active_fraction, least_active, mean_activation, sample_errors};
use crate::protocol::{SavedRun, Seen, Sight};

#[derive(Default)]
struct Table(String);

impl Table {
    fn row<T: Display>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (at, cell) in cells.into_iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{comma}{cell}");
        }
        self.0.push('\n');
    }

    fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

/// A text as a cell, whatever is in it.
fn quoted(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

/// Nothing where a number does not apply.
fn or_empty(number: Option<f64>) -> String {
    number.map_or(String::new(), |number| number.to_string())
}

/// The errors over the steps.
pub fn curves(run: &SavedRun) -> Vec<u8> {
    let mut table = Table::default();
    table.row([
        "step",
        "training_error",
        "held_out_error",
        "pca_error",
        "penalty",
    ]);
    for point in &run.points {
        table.row([
            point.step.to_string(),
            point.train.to_string(),
            point.held_out.to_string(),
            point.pca.to_string(),
            or_empty(point.penalty),
        ]);
    }
    table.into_bytes()
}

/// The numbers of the moment, one to a line.
pub fn readouts(run: &SavedRun) -> Vec<u8> {
    let now = &run.readouts;
    let mut table = Table::default();
    table.row(["name", "value"]);
    for (name, value) in [
        ("step", Some(now.step as f64)),
        ("epoch", Some(now.epoch)),
        ("loss", Some(now.loss)),
        ("training_error", Some(now.train_mse)),
        ("held_out_error", Some(now.heldout_mse)),
        ("pca_error", Some(now.pca_mse)),
        ("penalty", now.penalty),
        ("weight_decay", now.decay),
        ("active_units", Some(now.active_units)),
        ("lit_per_sample", Some(now.lit_per_sample)),
        ("mean_activation", Some(now.mean_activation)),
        ("largest_principal_angle_degrees", now.largest_angle_deg),
        ("denoising_gain_db", now.gain_db),
        ("steps_per_second", now.steps_per_s),
    ] {
        table.row([name, &or_empty(value)]);
    }
    table.into_bytes()
}

/// A line for each sample: which part it belongs to, its class, and its numbers (n, m) under their names.
fn samples(
    source: &Source,
    names: impl Iterator<Item = String>,
    numbers: ArrayView2<f32>,
) -> Vec<u8> {
    let dataset = &source.dataset;
    let mut table = Table::default();
    let first = ["sample", "part", "class"].map(str::to_owned);
    table.row(first.into_iter().chain(names));
    for (at, (row, label)) in numbers.rows().into_iter().zip(&dataset.labels).enumerate() {
        let part = if at < dataset.n_train {
            "training"
        } else if dataset.held_out_rows().contains(&at) {
            "held-out"
        } else {
            "novel"
        };
        let class = match dataset.classes.get(usize::from(*label)) {
            Some(name) => quoted(name),
            None => label.to_string(),
        };
        let first = [(at + 1).to_string(), part.to_owned(), class];
        table.row(first.into_iter().chain(row.iter().map(f32::to_string)));
    }
    table.into_bytes()
}

/// A line for each sample: its code.
pub fn codes(source: &Source) -> Vec<u8> {
    let names = (1..=source.codes.ncols()).map(|unit| format!("h{unit}"));
    samples(source, names, source.codes.view())
}

/// A line for each sample: its mean squared error.
pub fn errors(source: &Source) -> Vec<u8> {
    let errors = sample_errors(source.reconstructions.view(), source.dataset.x.view());
    let numbers = errors.insert_axis(Axis(1));
    samples(source, std::iter::once("error".to_owned()), numbers.view())
}

/// A line for each code unit: what its activations are on training samples, and in which part of them it is active.
pub fn units(source: &Source) -> Vec<u8> {
    let codes = source.codes.slice(s![..source.dataset.n_train, ..]);
    let least = least_active(codes, source.network.config().code_activation);
    let mut table = Table::default();
    table.row([
        "unit",
        "mean_activation",
        "smallest",
        "largest",
        "active_part",
    ]);
    for (at, unit) in codes.axis_iter(Axis(1)).enumerate() {
        let unit = unit.insert_axis(Axis(1));
        table.row([
            format!("h{}", at + 1),
            mean_activation(unit).to_string(),
            unit.fold(f32::INFINITY, |least, &h| least.min(h))
                .to_string(),
            unit.fold(f32::NEG_INFINITY, |most, &h| most.max(h))
                .to_string(),
            active_fraction(unit, least).to_string(),
        ]);
    }
    table.into_bytes()
}

/// A line for each weight: its layer, and the units that it leads from and to; a bias leads from nowhere.
pub fn weights(source: &Source) -> Vec<u8> {
    let mut table = Table::default();
    table.row(["layer", "from", "to", "weight"]);
    for (name, layer) in named_layers(&source.network) {
        for (to, (weights, bias)) in layer
            .weight
            .columns()
            .into_iter()
            .zip(&layer.bias)
            .enumerate()
        {
            let to = (to + 1).to_string();
            for (from, weight) in weights.iter().enumerate() {
                table.row([
                    name.clone(),
                    (from + 1).to_string(),
                    to.clone(),
                    weight.to_string(),
                ]);
            }
            table.row([name.clone(), "bias".to_owned(), to, bias.to_string()]);
        }
    }
    table.into_bytes()
}

/// The errors at each bottleneck size of the last sweep.
pub fn sweep(run: &SavedRun) -> Vec<u8> {
    let mut table = Table::default();
    table.row(["k", "training_error", "held_out_error", "pca_error"]);
    for point in &run.swept {
        let errors = [point.train, point.held_out, point.pca];
        let errors = errors.iter().map(f64::to_string);
        table.row(std::iter::once(point.k.to_string()).chain(errors));
    }
    table.into_bytes()
}

/// How many units were lit, with which error, at each price of sparsity.
pub fn trades(run: &SavedRun) -> Vec<u8> {
    let mut table = Table::default();
    table.row(["penalty", "price", "lit_per_sample", "held_out_error"]);
    for trade in &run.trades {
        let numbers = [trade.price, trade.lit, trade.held_out];
        let penalty = std::iter::once(trade.penalty.key().to_owned());
        table.row(penalty.chain(numbers.iter().map(f64::to_string)));
    }
    table.into_bytes()
}

/// By what a walk goes.
const WAYS: [&str; 3] = ["code", "pca", "features"];

/// What a picture shows, where one does; nothing where a number does not apply.
pub fn seen(source: &Source, what: Sight) -> Vec<u8> {
    let found = source.run.seen.iter().find(|seen| seen.what == what);
    let Some(Seen { rows, .. }) = found else {
        return Vec::new();
    };
    let names: &[&str] = match what {
        Sight::PcaCodes => {
            let names = (1..=rows.columns).map(|component| format!("pc{component}"));
            let codes = ArrayView2::from_shape((rows.rows(), rows.columns), &rows.values);
            return codes.map_or(Vec::new(), |codes| samples(source, names, codes));
        }
        Sight::Levels => &[
            "level",
            "untouched_error",
            "pca_error",
            "trained_without_noise_error",
            "held_out_error",
        ],
        Sight::Rates => &["bits", "held_out_error", "pca_error"],
        Sight::Roc => &["false_positive_rate", "true_positive_rate"],
        Sight::Neighbours => &["sample", "by_code", "by_pca", "by_features"],
        Sight::Walk => &["way", "part"],
        Sight::Grid => &["code_across", "code_up"],
    };
    let mut table = Table::default();
    let features = 1..=rows.columns.saturating_sub(names.len());
    let features = features.map(|feature| format!("x{feature}"));
    table.row(names.iter().map(|&name| name.to_owned()).chain(features));
    for row in (0..rows.rows()).map(|row| rows.row(row)) {
        let cells = row.iter().enumerate().map(|(at, &number)| match what {
            Sight::Walk if at == 0 => WAYS[number as usize % WAYS.len()].to_owned(),
            _ if number.is_nan() => String::new(),
            _ => number.to_string(),
        });
        table.row(cells);
    }
    table.into_bytes()
}

/// A line for each code unit, a column for each sample: the activations.
pub fn heatmap(source: &Source) -> Vec<u8> {
    let mut table = Table::default();
    let samples = (1..=source.codes.nrows()).map(|sample| sample.to_string());
    table.row(std::iter::once("unit".to_owned()).chain(samples));
    for (at, unit) in source.codes.columns().into_iter().enumerate() {
        let first = std::iter::once(format!("h{}", at + 1));
        table.row(first.chain(unit.iter().map(f32::to_string)));
    }
    table.into_bytes()
}
