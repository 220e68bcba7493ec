//! The same networks from the same weights on the same batches, trained by JAX, and the same analyses by
//! scikit-learn: `results.json`, which `make reference` makes anew.

mod cases;
mod export;
pub mod programs;

use self::cases::Case;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use hourglass::analysis::{HiddenComponents, Pca, Roc, precision_of_nearest};
use hourglass::train::mse;
use ndarray::s;
use serde_json::Value;

const RESULTS: &str = include_str!("results.json");

/// The results of one kind, in the order of the cases.
fn results(kind: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(RESULTS).unwrap();
    all[kind].as_array().unwrap().clone()
}

fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().unwrap();
    list.iter().map(|number| number.as_f64().unwrap()).collect()
}

fn floats(value: &Value) -> Vec<f32> {
    let bytes = BASE64_STANDARD.decode(value.as_str().unwrap()).unwrap();
    bytes
        .chunks_exact(4)
        .map(|four| f32::from_le_bytes(four.try_into().unwrap()))
        .collect()
}

/// Relative to the wanted number.
fn assert_close(got: f64, wanted: f64, tolerance: f64, what: &str) {
    let error = (got - wanted).abs() / wanted.abs().max(1e-9);
    assert!(
        error < tolerance,
        "{what}: {got} is not {wanted}; is results.json of an earlier program? `make reference`"
    );
}

#[test]
fn twenty_steps_are_those_of_jax() {
    let results = results("runs");
    assert_eq!(results.len(), cases::RUNS.len());
    let (mut worst_loss, mut worst_weight): (f64, f64) = (0.0, 0.0);
    for (link, result) in cases::RUNS.iter().zip(&results) {
        assert_eq!(result["link"], *link, "`make reference`");
        let case = Case::of(link);
        let (mut trainer, batches) = case.start();
        for (i, (batch, wanted)) in batches.iter().zip(numbers(&result["losses"])).enumerate() {
            let losses = trainer.step(batch.noisy.view(), batch.clean.view());
            let what = format!("{link}, step {i}");
            assert_close(losses.total(), wanted, 1e-4, &what);
            worst_loss = worst_loss.max((losses.total() / wanted - 1.0).abs());
            for (part, got) in [
                ("reconstruction", losses.reconstruction),
                ("penalty", losses.penalty),
                ("decay", losses.decay),
            ] {
                let wanted = numbers(&result[part])[i];
                assert!(
                    (got - wanted).abs() <= 1e-4 * wanted.abs() + 1e-9,
                    "{what}: {part}"
                );
            }
        }
        let wanted = floats(&result["final"]);
        let got: Vec<f32> = trainer.network().parameters().copied().collect();
        assert_eq!(got.len(), wanted.len());
        for (got, wanted) in got.iter().zip(&wanted) {
            let error = f64::from((got - wanted).abs());
            assert!(error < 1e-3, "{link}: a weight is {got}, not {wanted}");
            worst_weight = worst_weight.max(error);
        }
    }
    println!(
        "{} runs: losses within {worst_loss:.1e}, weights within {worst_weight:.1e}",
        results.len()
    );
}

/// The cases' own loop is what the page's engine does.
#[test]
fn the_engine_takes_the_same_steps() {
    for link in cases::RUNS {
        let case = Case::of(link);
        let (mut trainer, batches) = case.start();
        for batch in &batches {
            trainer.step(batch.noisy.view(), batch.clean.view());
        }
        let wanted: Vec<f32> = trainer.network().parameters().copied().collect();
        assert_eq!(
            cases::weights_by_engine(link, batches.len() as u32),
            wanted,
            "{link}"
        );
    }
}

#[test]
fn pca_is_scikit_learns_on_every_data_set() {
    let (mut worst_error, mut worst_ratio): (f64, f64) = (0.0, 0.0);
    for (case, result) in cases::pca().iter().zip(results("pca")) {
        assert_eq!(result["name"], case.name);
        let pca = Pca::fit(case.dataset.train());
        let ratios = numbers(&result["explained_variance_ratio"]);
        for (got, wanted) in pca.explained_variance_ratio().iter().zip(&ratios) {
            assert!(
                (got - wanted).abs() < 1e-4 * wanted + 1e-7,
                "{}: {got} is not {wanted}",
                case.name
            );
            worst_ratio = worst_ratio.max((got - wanted).abs());
        }
        let d = case.dataset.x.ncols();
        for (row, wanted) in floats(&result["components"]).chunks_exact(d).enumerate() {
            let dot: f32 = pca
                .components
                .row(row)
                .iter()
                .zip(wanted)
                .map(|(a, b)| a * b)
                .sum();
            assert!(
                (dot.abs() - 1.0).abs() < 1e-4,
                "{}: component {row}",
                case.name
            );
        }
        for (&k, wanted) in case.ks.iter().zip(numbers(&result["errors"])) {
            let held_out = case.dataset.held_out();
            let got = mse(pca.reconstruct(held_out, k).view(), held_out);
            if wanted > 1e-9 {
                assert_close(got, wanted, 1e-4, &format!("{}, k = {k}", case.name));
                worst_error = worst_error.max((got / wanted - 1.0).abs());
            }
        }
    }
    println!("errors within {worst_error:.1e}, ratios within {worst_ratio:.1e}");
}

#[test]
fn roc_is_scikit_learns() {
    for (case, result) in cases::roc().iter().zip(results("roc")) {
        assert_eq!(result["name"], case.name);
        let of = |kind: bool| -> Vec<f32> {
            let pairs = case.scores.iter().zip(&case.positive);
            pairs
                .filter(|pair| *pair.1 == kind)
                .map(|pair| *pair.0)
                .collect()
        };
        let roc = Roc::of(&of(false), &of(true)).unwrap();
        assert!(
            (roc.auc() - result["auc"].as_f64().unwrap()).abs() < 1e-9,
            "{}",
            case.name
        );
        for point in result["curve"].as_array().unwrap() {
            let point = numbers(point);
            let is_there = |p: &[f64; 2]| (p[0] - point[0]).hypot(p[1] - point[1]) < 1e-9;
            assert!(roc.points.iter().any(is_there), "{}: {point:?}", case.name);
        }
    }
}

#[test]
fn the_precision_of_nearest_codes_is_scikit_learns() {
    for (case, result) in cases::neighbours().iter().zip(results("neighbours")) {
        assert_eq!(result["name"], case.name);
        let (train, asked) = (s![..case.n_train, ..], s![case.n_train.., ..]);
        let got = precision_of_nearest(
            (case.codes.slice(train), &case.labels[..case.n_train]),
            (case.codes.slice(asked), &case.labels[case.n_train..]),
            cases::NEAREST,
        );
        let wanted = result["precision"].as_f64().unwrap();
        assert!(
            (got - wanted).abs() < 1e-9,
            "{}: {got} is not {wanted}",
            case.name
        );
    }
}

#[test]
fn the_components_hidden_in_the_weights_are_numpys() {
    for (case, result) in cases::singular().iter().zip(results("singular")) {
        assert_eq!(result["name"], case.name);
        let hidden = HiddenComponents::of(&case.network).unwrap();
        for (got, wanted) in hidden.values.iter().zip(numbers(&result["values"])) {
            assert_close(*got, wanted, 1e-4, &case.name);
        }
        let d = hidden.directions.ncols();
        for (i, wanted) in floats(&result["directions"]).chunks_exact(d).enumerate() {
            let row = hidden.directions.row(i);
            let dot: f64 = row.iter().zip(wanted).map(|(a, &b)| a * f64::from(b)).sum();
            assert!(
                (dot.abs() - 1.0).abs() < 1e-4,
                "{}: direction {i}",
                case.name
            );
        }
    }
}
