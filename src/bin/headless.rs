//! A shared link, trained in the terminal: one JSON object per line.

#[cfg(not(target_arch = "wasm32"))]
mod terminal {
    use std::io::Write;
    use std::process::ExitCode;
    use std::time::Instant;

    use hourglass::data::record;
    use hourglass::engine::Engine;
    use hourglass::link;
    use hourglass::protocol::{Command, Event, Pace, Readouts, Run, Snapshot, View};
    use hourglass::settings::Settings;
    use serde::Serialize;

    const USAGE: &str = "usage: headless LINK [--steps N] [--every N] [--sweep A-B] [--analyses] [--strict]
  LINK        the part of a Hourglass address from # on, or a whole address
  --steps     how many steps to train (1000)
  --every     how many steps between two lines (100)
  --sweep     trains so many steps at every bottleneck size from A to B, each from the one before;
              a line for each
  --analyses  ends with what the code and the errors are good for: ROC, nearest codes, hidden components
  --strict    exit 2 where the link asks for something that is not possible";

    /// The files that the page would fetch.
    macro_rules! assets {
        ($($name:literal),+) => {
            &[$((
                concat!("data/", $name),
                include_bytes!(concat!("../../static/data/", $name)),
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

    struct Arguments {
        link: String,
        steps: u64,
        every: u64,
        sweep: Option<(u32, u32)>,
        analyses: bool,
        strict: bool,
    }

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

    fn arguments() -> Result<Arguments, lexopt::Error> {
        use lexopt::prelude::*;
        let mut parsed = Arguments {
            link: String::new(),
            steps: 1000,
            every: 100,
            sweep: None,
            analyses: false,
            strict: false,
        };
        let mut parser = lexopt::Parser::from_env();
        let mut has_link = false;
        while let Some(argument) = parser.next()? {
            match argument {
                Long("steps") => parsed.steps = parser.value()?.parse()?,
                Long("every") => parsed.every = parser.value()?.parse::<u64>()?.max(1),
                Long("sweep") => parsed.sweep = Some(parser.value()?.parse_with(range)?),
                Long("analyses") => parsed.analyses = true,
                Long("strict") => parsed.strict = true,
                Long("help") | Short('h') => {
                    println!("{USAGE}");
                    std::process::exit(0);
                }
                Value(link) if !has_link => {
                    parsed.link = link.string()?;
                    has_link = true;
                }
                _ => return Err(argument.unexpected()),
            }
        }
        if !has_link {
            return Err("LINK is missing".into());
        }
        Ok(parsed)
    }

    /// Two sizes with a hyphen between them, such as 1-32.
    fn range(text: &str) -> Result<(u32, u32), String> {
        text.split_once('-')
            .and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
            .filter(|(from, to)| 1 <= *from && from <= to)
            .ok_or_else(|| "a sweep is two sizes such as 1-32".to_owned())
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
            Some(Event::Diverged { step, .. }) => Err(format!(
                "The loss became infinite at step {step}: the learning rate is too high."
            )),
            Some(Event::Failed { why, .. }) => Err(why),
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

    fn run(arguments: &Arguments, link: link::Link) -> Result<(), String> {
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
            return Err(why);
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
        for k in from..=to.min(settings.data.most_codes()) {
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

    pub fn main() -> ExitCode {
        let arguments = match arguments() {
            Ok(arguments) => arguments,
            Err(error) => {
                eprintln!("headless: {error}\n{USAGE}");
                return ExitCode::from(2);
            }
        };
        let (link, complaints) = link::read(&arguments.link);
        for complaint in &complaints {
            eprintln!("{complaint}");
        }
        if arguments.strict && !complaints.is_empty() {
            return ExitCode::from(2);
        }
        match run(&arguments, link) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("{why}");
                ExitCode::FAILURE
            }
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    terminal::main()
}

/// There is no terminal in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
