//! Runs as files: what goes out is whole, and comes back as it was.

use hourglass::export::{Fault, Format, Source, from_json, from_safetensors};
use hourglass::protocol::{Command, SavedRun};
use hourglass::random;
use hourglass::settings::{DataSet, KNOBS, Kind, PenaltyChoice, Settings, Value};

use crate::common;
use crate::reference::programs::{saved, source};

const LINKS: [&str; 5] = [
    "#k=8",
    "#k=24&hidden=none&code=relu&penalty=l1&atoms=unit&opt=momentum",
    "#k=12&code=sigmoid&penalty=kl&loss=bce&opt=sgd&lr=0.1",
    "#hidden=24-12&act=tanh&tied=1&noise=gaussian",
    "#data=moons&hidden=16-8&noise=masking&level=0.2",
];

fn weights_after(run: SavedRun, steps: u32) -> hourglass::protocol::Weights {
    let mut engine = common::engine();
    let asset = common::asset(hourglass::data::record(run.settings.data)).map(<[u8]>::to_vec);
    engine.handle(Command::Start {
        run: 1,
        settings: run.settings,
        keep_previous: false,
        asset,
        resume: Some(run.weights),
    });
    let snapshot = common::snapshot(common::train(&mut engine, steps, common::with_weights()));
    snapshot.weights.unwrap()
}

#[test]
fn a_network_that_went_out_and_came_back_takes_the_same_next_hundred_steps() {
    for link in LINKS {
        let source = source(link, 30);
        let wanted = saved(link, 130).weights;
        let json = from_json(&source.file(Format::Json).unwrap()).unwrap();
        let safetensors = from_safetensors(&source.file(Format::SafeTensors).unwrap()).unwrap();
        for back in [json, safetensors] {
            assert!(back == saved(link, 30), "{link}");
            assert!(weights_after(back, 100) == wanted, "{link}");
        }
    }
}

#[test]
fn what_is_no_run_is_told_why() {
    let json = String::from_utf8(source("#k=3", 2).file(Format::Json).unwrap()).unwrap();
    let changed = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        from_json(json.replacen(from, to, 1).as_bytes()).unwrap_err()
    };
    let shape = vec![32, 64];
    let tensor = Fault::Tensor("encoder.0.weight".to_owned(), shape);
    assert_eq!(changed("hourglass run", "another run"), Fault::OtherKind);
    assert_eq!(changed("\"layout\":1", "\"layout\":9"), Fault::Newer(9));
    let setting = |text: &str| Fault::Setting(text.to_owned());
    assert_eq!(changed("\"k\":\"3\"", "\"k\":\"x\""), setting("k=x"));
    assert_eq!(changed("\"k\":\"3\"", "\"k\":\"900\""), setting("k=900"));
    assert_eq!(changed("encoder.0.weight", "encoder.7.weight"), tensor);
    assert_eq!(changed("\"hidden\":\"32\"", "\"hidden\":\"31\""), {
        Fault::Tensor("encoder.0.weight".to_owned(), vec![31, 64])
    });
    for file in [
        "",
        "{",
        "[1, 2]",
        "{\"kind\":\"hourglass run\"}",
        "\u{0}\u{1}",
    ] {
        let fault = from_json(file.as_bytes()).unwrap_err();
        assert!(matches!(fault, Fault::Reader(_)), "{file}: {fault:?}");
        let fault = from_safetensors(file.as_bytes()).unwrap_err();
        assert!(matches!(fault, Fault::Reader(_)), "{file}: {fault:?}");
    }
}

/// Every file cut short anywhere, or with a byte changed, is an error or a run: never a panic.
#[test]
fn a_damaged_file_is_an_error() {
    let source = source("#data=line&hidden=2&k=1", 1);
    let mut rng = random::stream(7, random::Purpose::Data);
    for (format, read) in [
        (
            Format::Json,
            from_json as fn(&[u8]) -> Result<SavedRun, Fault>,
        ),
        (Format::SafeTensors, from_safetensors),
    ] {
        let file = source.file(format).unwrap();
        for end in (0..file.len()).step_by(7) {
            assert!(read(&file[..end]).is_err(), "{format:?} of {end} bytes");
        }
        for _ in 0..2000 {
            let mut other = file.clone();
            let at = random::uniform(&mut rng, 0.0, file.len() as f64) as usize;
            other[at] = random::uniform(&mut rng, 0.0, 256.0) as u8;
            if let Ok(run) = read(&other) {
                let numbers = &run.weights.parameters.values;
                assert!(numbers.iter().all(|number| number.is_finite()));
            }
        }
    }
}

/// Whatever the settings, both programs are Python.
#[test]
fn exported_programs_are_python_whatever_the_settings() {
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_python::LANGUAGE.into())
        .unwrap();
    let tree = parser.parse("def f(:\n  pass", None).unwrap();
    assert!(tree.root_node().has_error());
    let mut rng = random::stream(3, random::Purpose::Data);
    for _ in 0..150 {
        let settings = any_settings(&mut rng);
        let mut run = saved("#data=line&k=1", 0);
        run.weights.hidden.clone_from(&settings.hidden);
        run.weights.k = settings.k;
        run.link = format!("{:?}", settings.data);
        run.settings = settings;
        let asset = common::asset(hourglass::data::record(run.settings.data));
        let source = Source::new(run, asset).unwrap();
        for format in [Format::PyTorch, Format::Keras] {
            let program = source.file(format).unwrap();
            let text = String::from_utf8_lossy(&program).into_owned();
            let tree = parser.parse(&program, None).unwrap();
            assert!(
                !tree.root_node().has_error(),
                "{}\n{text}",
                tree.root_node()
            );
            assert!(!text.contains("{{") && !text.contains("{%"), "{text}");
            let blank = text.lines().filter(|line| line.ends_with(' ')).count();
            assert_eq!(blank, 0, "{text}");
            assert!(!text.contains("\n\n\n\n"), "{text}");
        }
    }
}

#[test]
fn exported_programs_train_with_every_penalty() {
    for &penalty in PenaltyChoice::ALL {
        let mut run = saved("#data=line&k=1", 0);
        run.settings.penalty = penalty;
        let asset = common::asset(hourglass::data::record(run.settings.data));
        let source = Source::new(run, asset).unwrap();
        for (format, term) in [
            (Format::PyTorch, "loss = loss + "),
            (Format::Keras, "self.add_loss("),
        ] {
            let program = source.file(format).unwrap();
            let text = String::from_utf8_lossy(&program);
            let is_penalised = penalty != PenaltyChoice::None;
            assert_eq!(text.contains(term), is_penalised, "{penalty:?}\n{text}");
        }
    }
}

/// Any value of every knob, of data sets that are quickly made.
fn any_settings(rng: &mut random::ChaCha8Rng) -> Settings {
    let mut settings = Settings::preset();
    let mut part = || random::uniform(rng, 0.0, 1.0);
    for knob in &KNOBS {
        let value = match knob.kind {
            Kind::Choice(options) => Value::Choice((part() * options.keys.len() as f64) as usize),
            Kind::Widths { layers, .. } => {
                let layers = (part() * (layers + 1) as f64) as usize;
                Value::Widths((0..layers).map(|_| 1 + (part() * 20.0) as u32).collect())
            }
            _ => {
                let (low, high) = knob.bounds(&settings).unwrap();
                Value::Number(low + part() * (high - low).min(60.0))
            }
        };
        knob.turn(&mut settings, value);
        if matches!(
            settings.data,
            DataSet::Mnist | DataSet::Fashion | DataSet::Patches
        ) {
            settings.choose_data(DataSet::Bars);
        }
    }
    settings
}
