//! Tables: a comma between numbers, a point in them, a line for the names.

use std::fmt::{Display, Write};

use super::Source;
use crate::protocol::SavedRun;

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

/// A line for each sample: which part it belongs to, its class, its code.
pub fn codes(source: &Source) -> Vec<u8> {
    let dataset = &source.dataset;
    let mut table = Table::default();
    let names = (1..=source.codes.ncols()).map(|unit| format!("h{unit}"));
    let first = ["sample", "part", "class"].map(str::to_owned);
    table.row(first.into_iter().chain(names));
    for (at, (code, label)) in source
        .codes
        .rows()
        .into_iter()
        .zip(&dataset.labels)
        .enumerate()
    {
        let part = if at < dataset.n_train {
            "training"
        } else if dataset.held_out_rows().contains(&at) {
            "held-out"
        } else {
            "novel"
        };
        let first = [(at + 1).to_string(), part.to_owned(), label.to_string()];
        table.row(first.into_iter().chain(code.iter().map(f32::to_string)));
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
