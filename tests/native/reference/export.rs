//! The inputs for the script, in the folder that `make reference` gives it.

use hourglass::model::{Activation, Autoencoder};
use hourglass::settings::{OptimiserChoice, PenaltyChoice, Settings};
use ndarray::{ArrayView1, ArrayView2};
use serde_json::{Value, json};

use super::cases::{self, Case};

/// All arrays, one after another.
#[derive(Default)]
struct Blob(Vec<f32>);

impl Blob {
    fn add(&mut self, shape: &[usize], values: impl IntoIterator<Item = f32>) -> Value {
        let offset = self.0.len();
        self.0.extend(values);
        json!({ "offset": offset, "shape": shape })
    }

    fn matrix(&mut self, matrix: ArrayView2<f32>) -> Value {
        self.add(&[matrix.nrows(), matrix.ncols()], matrix.iter().copied())
    }

    fn vector(&mut self, vector: ArrayView1<f32>) -> Value {
        self.add(&[vector.len()], vector.iter().copied())
    }
}

fn word(activation: Activation) -> &'static str {
    match activation {
        Activation::Linear => "linear",
        Activation::Relu => "relu",
        Activation::Tanh => "tanh",
        Activation::Sigmoid => "sigmoid",
    }
}

fn run(link: &str, blob: &mut Blob) -> Value {
    let case = Case::of(link);
    let (trainer, batches) = case.start();
    let network: &Autoencoder<f32> = trainer.network();
    let parameters: Vec<f32> = network.parameters().copied().collect();
    let activations: Vec<_> = network
        .layers
        .iter()
        .map(|layer| word(layer.activation))
        .collect();
    let batches: Vec<Value> = batches
        .iter()
        .map(|batch| {
            json!({
                "noisy": blob.matrix(batch.noisy.view()),
                "clean": blob.matrix(batch.clean.view()),
            })
        })
        .collect();
    let Settings {
        loss,
        penalty,
        lambda,
        rho,
        beta,
        decay,
        opt,
        lr,
        ..
    } = case.settings;
    let (penalty, optimiser): (PenaltyChoice, OptimiserChoice) = (penalty, opt);
    json!({
        "name": link,
        "link": link,
        "widths": network.config().widths(),
        "activations": activations,
        "code_layer": network.config().hidden.len(),
        "tied": network.config().tied,
        "unit_atoms": network.config().unit_atoms,
        "loss": loss.key(),
        "penalty": penalty.key(),
        "lambda": lambda,
        "rho": rho,
        "beta": beta,
        "decay": decay,
        "optimiser": optimiser.key(),
        "learning_rate": lr,
        "parameters": blob.add(&[1, parameters.len()], parameters),
        "batches": batches,
    })
}

#[test]
#[ignore = "writes the inputs for the script: make reference"]
fn export() {
    let mut blob = Blob::default();
    let runs: Vec<Value> = cases::RUNS
        .iter()
        .map(|link| run(link, &mut blob))
        .collect();
    let pca: Vec<Value> = cases::pca()
        .iter()
        .map(|case| {
            json!({
                "name": case.name,
                "train": blob.matrix(case.dataset.train()),
                "held_out": blob.matrix(case.dataset.held_out()),
                "ks": case.ks,
            })
        })
        .collect();
    let roc: Vec<Value> = cases::roc()
        .into_iter()
        .map(|case| {
            let n = case.scores.len();
            let positive = case.positive.iter().map(|&is| f32::from(u8::from(is)));
            json!({
                "name": case.name,
                "positive": blob.add(&[n], positive),
                "scores": blob.add(&[n], case.scores),
            })
        })
        .collect();
    let neighbours: Vec<Value> = cases::neighbours()
        .iter()
        .map(|case| {
            let labels = case.labels.iter().map(|&label| f32::from(label));
            json!({
                "name": case.name,
                "codes": blob.matrix(case.codes.view()),
                "labels": blob.vector(labels.collect::<ndarray::Array1<f32>>().view()),
                "n_train": case.n_train,
                "nearest": cases::NEAREST,
            })
        })
        .collect();
    let singular: Vec<Value> = cases::singular()
        .iter()
        .map(|case| {
            json!({
                "name": case.name,
                "encoder": blob.matrix(case.network.encoder()[0].weight.view()),
                "decoder": blob.matrix(case.network.decoder()[0].weight.view()),
            })
        })
        .collect();
    let inputs = json!({
        "runs": runs, "pca": pca, "roc": roc, "neighbours": neighbours, "singular": singular,
    });
    let folder = std::env::var("REFERENCE_INPUTS").unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    let bytes: Vec<u8> = blob.0.iter().flat_map(|v| v.to_le_bytes()).collect();
    std::fs::write(format!("{folder}/inputs.f32"), bytes).unwrap();
    std::fs::write(format!("{folder}/inputs.json"), inputs.to_string()).unwrap();
    super::programs::write(&std::path::Path::new(&folder).join("programs"));
}
