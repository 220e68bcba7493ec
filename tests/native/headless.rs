//! The program for the terminal, as its users run it.

use std::process::{Command, Output};

use serde_json::Value;

fn headless(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_headless"))
        .args(arguments)
        .output()
        .unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn it_prints_one_object_per_line_and_marks_the_last() {
    let output = headless(&["#k=4", "--steps", "25", "--every", "10"]);
    assert!(output.status.success());
    let lines = lines(&output);
    let steps: Vec<_> = lines
        .iter()
        .map(|line| line["step"].as_u64().unwrap())
        .collect();
    assert_eq!(steps, [0, 10, 20, 25]);
    let mut keys: Vec<_> = lines[0].as_object().unwrap().keys().cloned().collect();
    keys.sort_unstable();
    let mut wanted = [
        "step",
        "epoch",
        "loss",
        "reconstruction",
        "train_mse",
        "heldout_mse",
        "pca_mse",
        "penalty",
        "decay",
        "active_units",
        "lit_per_sample",
        "mean_activation",
        "largest_angle_deg",
        "gain_db",
        "steps_per_s",
    ];
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    assert!(lines[0]["penalty"].is_null() && lines[0]["gain_db"].is_null());
    assert!(
        lines[0]["largest_angle_deg"].is_null(),
        "the network is not linear"
    );
    assert_eq!(lines[3]["final"], true);
    assert!(lines[2].get("final").is_none());
    let error = |line: &Value| line["heldout_mse"].as_f64().unwrap();
    assert!(error(&lines[3]) < error(&lines[0]));
}

#[test]
fn how_often_it_prints_changes_no_number() {
    let last = |every: &str| {
        let output = headless(&["#data=moons", "--steps", "60", "--every", every]);
        let mut line = lines(&output).pop().unwrap();
        line["steps_per_s"] = Value::Null;
        line
    };
    assert_eq!(last("60"), last("7"));
}

#[test]
fn a_sweep_prints_a_line_per_size_of_the_bottleneck() {
    let output = headless(&["#hidden=none&k=1", "--sweep", "2-5", "--steps", "20"]);
    let sizes: Vec<_> = lines(&output)
        .iter()
        .map(|line| line["k"].as_u64())
        .collect();
    assert_eq!(sizes, [2, 3, 4, 5].map(Some));
    for sizes in ["5-2", "0-3", "3", "a-b"] {
        let output = headless(&["#", "--sweep", sizes]);
        assert_eq!(output.status.code(), Some(2), "{sizes}");
    }
}

#[test]
fn the_analyses_come_last() {
    let analyses = |link: &str| {
        let output = headless(&[link, "--steps", "200", "--analyses"]);
        lines(&output).pop().unwrap()
    };
    let digits = analyses("#hidden=none&k=2");
    assert!(digits["auc"].is_null() && digits["precision"].as_f64().unwrap() > 0.15);
    assert!(digits["pca_precision"].is_number() && digits["dead_units"] == 0);
    assert_eq!(digits["mean_activations"].as_array().unwrap().len(), 2);
    assert_eq!(digits["singular_values"].as_array().unwrap().len(), 2);
    let beats = analyses("#lesson=uses");
    assert!(beats["auc"].as_f64().unwrap() > 0.9 && beats["precision"].is_null());
    assert_eq!(beats["singular_values"].as_array().unwrap().len(), 0);
}

#[test]
fn it_takes_a_whole_address() {
    let output = headless(&["http://127.0.0.1:8080/#data=line&k=1", "--steps", "1"]);
    assert!(output.status.success() && output.stderr.is_empty());
}

#[test]
fn a_bad_link_is_named_and_goes_on_unless_strict() {
    let output = headless(&["#data=line&k=99&colour=red", "--steps", "1"]);
    let complaints = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success());
    assert!(complaints.contains("Bottleneck size k") && complaints.contains("colour"));
    assert_eq!(lines(&output).len(), 2);

    let strict = headless(&["#data=line&k=99", "--steps", "1", "--strict"]);
    assert_eq!(strict.status.code(), Some(2));
    assert!(strict.stdout.is_empty() && !strict.stderr.is_empty());
    let fine = headless(&["#data=line&k=9", "--steps", "1", "--strict"]);
    assert!(fine.status.success());
}

#[test]
fn a_divergence_names_its_step_and_keeps_the_last_sound_line() {
    let link = "#data=line&hidden=64-64-64&act=relu&opt=momentum&lr=1&k=1";
    let output = headless(&[link, "--steps", "500", "--every", "1"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("at step"));
    let lines = lines(&output);
    assert_eq!(lines.last().unwrap()["final"], true);
    assert!(lines.iter().all(|line| line["loss"].is_number()));
}

#[test]
fn wrong_arguments_get_the_usage() {
    for arguments in [
        &[][..],
        &["#", "--steps"],
        &["#", "--steps", "x"],
        &["#", "--what"],
    ] {
        let output = headless(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage"));
    }
}
