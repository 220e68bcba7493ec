//! A run from its start to its last line.

use std::io::Write;
use std::time::Instant;

use hourglass::data::record;
use hourglass::engine::Engine;
use hourglass::link;
use hourglass::protocol::{Command, Event, Pace, Readouts, Run, Snapshot, View};
use hourglass::session::explain;
use hourglass::settings::Settings;
use serde::Serialize;

use crate::arguments::Arguments;

/// The files that the page would fetch.
macro_rules! assets {
    ($($name:literal),+) => {
        &[$((
            concat!("data/", $name),
            include_bytes!(concat!("../../../static/data/", $name)),
        )),+]
    };
}
const ASSETS: &[(&str, &[u8])] = assets![
    "digits.bin",
    "mnist.bin",
    "fashion.bin",
    "patches.bin",
    "ecg.bin"
];

const RUN: Run = 1;

/// One line of the output.
#[derive(Serialize)]
struct Line {
    /// The bottleneck size, in a sweep.
    #[serde(skip_serializing_if = "Option::is_none")]
    k: Option<u32>,
    #[serde(flatten)]
    readouts: Readouts,
    #[serde(rename = "final", skip_serializing_if = "std::ops::Not::not")]
    is_final: bool,
}

/// What `--analyses` ends with; the names are those of [`hourglass::protocol::Snapshot`] and its analyses.
#[derive(Serialize)]
struct Report {
    auc: Option<f64>,
    precision: Option<f64>,
    pca_precision: Option<f64>,
    dead_units: u32,
    mean_activations: Vec<f32>,
    singular_values: Vec<f64>,
}

/// Takes steps and waits for what the view shows.
fn look(engine: &mut Engine, steps: u32, view: View) -> Result<Snapshot, String> {
    let event = engine.handle(Command::Train {
        run: RUN,
        pace: Pace {
            steps,
            budget_ms: f64::INFINITY,
        },
        view,
    });
    match event {
        Some(Event::Snapshot { snapshot, .. }) => Ok(*snapshot),
        Some(Event::Diverged { step, rate, .. }) => Err(match rate {
            Some(rate) => format!(
                "The loss became infinite at step {step}; with a learning rate of {rate} training holds."
            ),
            None => format!("The loss became infinite at step {step}."),
        }),
        _ => Err("The trainer gave no answer.".to_owned()),
    }
}

fn train(engine: &mut Engine, steps: u64) -> Result<Readouts, String> {
    let steps = u32::try_from(steps).unwrap_or(u32::MAX);
    Ok(look(engine, steps, View::default())?.readouts)
}

fn print(line: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_string(line).map_err(|error| error.to_string())?;
    writeln!(std::io::stdout(), "{text}").map_err(|error| error.to_string())
}

fn line(readouts: Readouts, is_final: bool) -> Line {
    Line {
        k: None,
        readouts,
        is_final,
    }
}

pub fn run(arguments: &Arguments, link: link::Link) -> Result<(), String> {
    let begun = Instant::now();
    let mut engine = Engine::new(move || begun.elapsed().as_secs_f64() * 1000.0);
    let asset = record(link.settings.data).asset().and_then(|path| {
        let known = ASSETS.iter().find(|(known, _)| *known == path);
        known.map(|(_, bytes)| bytes.to_vec())
    });
    let started = engine.handle(Command::Start {
        run: RUN,
        settings: link.settings.clone(),
        keep_previous: false,
        asset,
        resume: None,
    });
    if let Some(Event::Failed { why, .. }) = started {
        return Err(explain(why, link.settings.data));
    }
    match arguments.sweep {
        Some(sizes) => sweep(&mut engine, arguments.steps, sizes, &link.settings)?,
        None => advance(&mut engine, arguments)?,
    }
    if arguments.analyses {
        print(&analyse(&mut engine)?)?;
    }
    Ok(())
}

fn advance(engine: &mut Engine, arguments: &Arguments) -> Result<(), String> {
    let mut last = train(engine, 0)?;
    while last.step < arguments.steps {
        match train(engine, arguments.every.min(arguments.steps - last.step)) {
            Ok(next) => print(&line(std::mem::replace(&mut last, next), false))?,
            Err(why) => {
                print(&line(last, true))?;
                return Err(why);
            }
        }
    }
    print(&line(last, true))
}

fn sweep(
    engine: &mut Engine,
    steps: u64,
    (from, to): (u32, u32),
    settings: &Settings,
) -> Result<(), String> {
    for k in from..=to.min(settings.traits().shape.most_codes()) {
        engine.handle(Command::Tune {
            run: RUN,
            settings: Settings {
                k,
                ..settings.clone()
            },
        });
        print(&Line {
            k: Some(k),
            ..line(train(engine, steps)?, false)
        })?;
    }
    Ok(())
}

fn analyse(engine: &mut Engine) -> Result<Report, String> {
    let view = View {
        analyses: true,
        ..View::default()
    };
    let snapshot = look(engine, 0, view)?;
    let analyses = snapshot.analyses.ok_or("The trainer gave no analyses.")?;
    Ok(Report {
        auc: analyses.auc,
        precision: analyses.precision,
        pca_precision: analyses.pca_precision,
        dead_units: snapshot.dead_units,
        mean_activations: snapshot.mean_activations.values,
        singular_values: analyses.singular_values,
    })
}
