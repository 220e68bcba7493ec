//! The network and its training as a program in Python, for students to run and go on from. The templates are in
//! `programs`; `# %%` begins a part, as editors and notebooks know it.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, Value};
use serde::Serialize;
use serde_json::json;

use super::tensors::named_layers;
use super::{Source, Trouble};
use crate::data::record;
use crate::model::Activation;
use crate::settings::{AtomsChoice, NoiseChoice, PenaltyChoice, Settings, Shape, Switch};

const PYTORCH: &str = include_str!("programs/pytorch.py.jinja");
const KERAS: &str = include_str!("programs/keras.py.jinja");
const LOOK: &str = include_str!("programs/look.py.jinja");

/// A layer, as the templates name its parts.
#[derive(Serialize)]
struct Layer {
    /// In a state dictionary.
    name: String,
    n_in: usize,
    n_out: usize,
    activation: &'static str,
    /// The class of its activation, none where it is linear.
    torch: Option<&'static str>,
    is_first: bool,
    is_code: bool,
    /// Of the encoder's layer whose weight it may use: its place in `nn.Sequential`, and in the list of layers.
    twin: String,
    mirror: usize,
}

fn names(activation: Activation) -> (&'static str, Option<&'static str>) {
    match activation {
        Activation::Linear => ("linear", None),
        Activation::Relu => ("relu", Some("ReLU")),
        Activation::Tanh => ("tanh", Some("Tanh")),
        Activation::Sigmoid => ("sigmoid", Some("Sigmoid")),
    }
}

fn layers(source: &Source) -> Vec<Layer> {
    let layers = named_layers(&source.network);
    let code_layer = source.network.code_layer();
    let place = |at: usize| {
        layers[at]
            .0
            .split('.')
            .next_back()
            .unwrap_or_default()
            .to_owned()
    };
    let layer = |at: usize| {
        let (name, layer) = &layers[at];
        let (activation, torch) = names(layer.activation);
        let mirror = layers.len() - 1 - at;
        Layer {
            name: name.clone(),
            n_in: layer.weight.nrows(),
            n_out: layer.weight.ncols(),
            activation,
            torch,
            is_first: at == code_layer + 1,
            is_code: at == code_layer,
            twin: place(mirror),
            mirror,
        }
    };
    (0..layers.len()).map(layer).collect()
}

fn context(source: &Source, is_notebook: bool) -> Value {
    let settings: &Settings = &source.run.settings;
    let mut encoder = layers(source);
    let decoder = encoder.split_off(source.network.code_layer() + 1);
    let named = |is: bool, key: &'static str| is.then_some(key);
    let noise = named(settings.noise != NoiseChoice::None, settings.noise.key());
    let (shape, width, height) = match settings.traits().shape {
        Shape::Point(_) => ("points", 0, 0),
        Shape::Signal(length) => ("signal", length, 1),
        Shape::Image { width, height } => ("image", width, height),
    };
    Value::from(Serde(json!({
        "is_notebook": is_notebook,
        "title": record(settings.data).title.get(),
        "link": source.run.link,
        "widths": source.network.config().widths(),
        "n_train": source.dataset.n_train,
        "n_held_out": source.dataset.held_out_rows().len(),
        "code_at": encoder.last().map(|layer| layer.name.split('.').next_back().unwrap_or_default().to_owned()),
        "encoder": encoder,
        "decoder": decoder,
        "k": settings.k,
        "tied": settings.tied == Switch::On,
        "atoms": settings.atoms == AtomsChoice::Unit,
        "seen": if noise.is_some() { "corrupt(x)" } else { "x" },
        "noise": noise,
        "level": settings.level,
        "loss": settings.loss.key(),
        "penalty": named(settings.penalty != PenaltyChoice::None, settings.penalty.key()),
        "lambda": settings.lambda,
        "rho": settings.rho,
        "beta": settings.beta,
        "decay": settings.decay,
        "opt": settings.opt.key(),
        "rate": settings.lr,
        "batch": settings.batch,
        "seed": settings.seed,
        "shape": shape,
        "width": width,
        "height": height,
    })))
}

fn rendered(template: &str, source: &Source, is_notebook: bool) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_syntax(
        SyntaxConfig::builder()
            .keep_trailing_newline(true)
            .build()?,
    );
    environment.render_str(template, context(source, is_notebook))
}

pub fn pytorch(source: &Source) -> Result<String, Error> {
    rendered(PYTORCH, source, false)
}

pub fn keras(source: &Source) -> Result<String, Error> {
    rendered(KERAS, source, false)
}

/// The PyTorch program cell by cell, and a picture at its end.
pub fn notebook(source: &Source) -> Result<String, Trouble> {
    let program = rendered(PYTORCH, source, true)? + &rendered(LOOK, source, true)?;
    let mut parts = program.split("# %% ");
    let introduction = parts.next().unwrap_or_default().trim().trim_matches('"');
    let mut cells = vec![markdown(introduction.trim())];
    for part in parts {
        let (title, code) = part.split_once('\n').unwrap_or((part, ""));
        let is_note = |line: &&str| line.starts_with("# ");
        let note: Vec<&str> = code
            .lines()
            .take_while(is_note)
            .map(|line| &line[2..])
            .collect();
        let code: Vec<&str> = code.lines().skip_while(is_note).collect();
        cells.push(markdown(
            format!("## {title}\n\n{}", note.join("\n")).trim(),
        ));
        cells.push(json!({
            "cell_type": "code",
            "metadata": {},
            "execution_count": null,
            "outputs": [],
            "source": code.join("\n").trim(),
        }));
    }
    for (at, cell) in cells.iter_mut().enumerate() {
        cell["id"] = json!(format!("cell-{at}"));
    }
    Ok(serde_json::to_string_pretty(&json!({
        "cells": cells,
        "metadata": {
            "kernelspec": { "display_name": "Python 3", "language": "python", "name": "python3" },
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }))?)
}

fn markdown(text: &str) -> serde_json::Value {
    json!({ "cell_type": "markdown", "metadata": {}, "source": text })
}
