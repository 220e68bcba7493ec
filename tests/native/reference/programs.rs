//! The programs that the page exports, run by Python itself on the exported data from the exported first weights:
//! they come as far as the page does.

use std::fs;
use std::path::Path;

use hourglass::export::{Format, Source};
use hourglass::link;
use hourglass::protocol::SavedRun;
use serde_json::Value;

use super::{assert_close, results};
use crate::common;

/// A plain network, one for each penalty, a tied one and those that denoise. The order of batches is each program's
/// own: in large ones it matters little, in small ones by some percent.
const CASES: [(&str, &str); 8] = [
    ("plain", "#k=8&batch=256"),
    (
        "l1",
        "#k=64&hidden=none&code=relu&penalty=l1&lambda=0.003&atoms=unit&batch=512&lr=0.002",
    ),
    (
        "kl",
        "#k=64&hidden=none&code=sigmoid&penalty=kl&rho=0.05&beta=0.1&decay=0.00001",
    ),
    (
        "tied",
        "#hidden=32-16&act=tanh&k=8&tied=1&atoms=unit&opt=momentum&lr=0.05",
    ),
    (
        "gaussian",
        "#hidden=128&k=32&noise=gaussian&level=0.4&batch=256",
    ),
    (
        "masking",
        "#hidden=128&k=32&noise=masking&level=0.4&loss=bce",
    ),
    (
        "salt-and-pepper",
        "#hidden=64&k=32&noise=saltpepper&level=0.2&opt=sgd&lr=0.3",
    ),
    (
        "points",
        "#data=circle&hidden=32-32&act=tanh&k=1&decay=0.00001",
    ),
];
const STEPS: u32 = 200;

/// A link's run after so many steps, as the page saves it.
pub fn saved(link: &str, steps: u32) -> SavedRun {
    let mut engine = common::engine();
    common::start(&mut engine, link);
    let snapshot = common::snapshot(common::train(&mut engine, steps, common::with_weights()));
    SavedRun {
        link: link.to_owned(),
        settings: link::read(link).0.settings,
        weights: snapshot.weights.unwrap(),
        readouts: snapshot.readouts,
        points: Vec::new(),
        occurrences: Vec::new(),
        swept: Vec::new(),
        trades: Vec::new(),
        own: None,
        seen: Vec::new(),
    }
}

pub fn source(link: &str, steps: u32) -> Source {
    let run = saved(link, steps);
    let asset = common::asset(hourglass::data::record(run.settings.data));
    Source::new(run, asset).unwrap()
}

/// Into a folder for each case: every file at the first step, and the weights after the last.
pub fn write(folder: &Path) {
    for (name, link) in CASES {
        let folder = folder.join(name);
        fs::create_dir_all(&folder).unwrap();
        let source = source(link, 0);
        for &format in Format::ALL {
            let file = source.file(format).unwrap();
            fs::write(folder.join(format.key()), file).unwrap();
        }
    }
}

#[test]
fn exported_programs_come_as_far_as_the_page() {
    let results = results("programs");
    assert_eq!(results.len(), CASES.len());
    for (name, link) in CASES {
        let mut known = results.iter();
        let result = known.find(|result| result["name"] == name);
        let result = result.unwrap_or_else(|| panic!("`make reference`: {name}"));
        let wanted = common::last_readouts(link, STEPS).train_mse;
        for program in ["pytorch", "keras"] {
            let got = result[program].as_f64().unwrap();
            println!("{name}, {program}: {:+.2} %", 100.0 * (got / wanted - 1.0));
            assert_close(got, wanted, 0.02, &format!("{name}, {program}"));
        }
        let difference = |key: &str| result[key].as_f64().unwrap();
        for file in ["npz", "safetensors", "onnx"] {
            assert!(difference(file) < 1e-5, "{name}: {file}");
        }
    }
}

/// What the notebook holds is the program, cell by cell.
#[test]
fn a_notebook_is_cells_of_words_and_code() {
    let notebook = source("#data=spiral&noise=gaussian&level=0.1", 3).file(Format::Notebook);
    let notebook: Value = serde_json::from_slice(&notebook.unwrap()).unwrap();
    let cells = notebook["cells"].as_array().unwrap();
    let kinds: Vec<_> = cells
        .iter()
        .map(|cell| cell["cell_type"].as_str().unwrap())
        .collect();
    assert_eq!(kinds.len(), 11);
    assert!(
        kinds[1..]
            .chunks(2)
            .all(|pair| pair == ["markdown", "code"])
    );
    assert!(
        cells
            .iter()
            .all(|cell| !cell["source"].as_str().unwrap().is_empty())
    );
}
