//! A shared link, trained in the terminal: one JSON object per line.

#[cfg(not(target_arch = "wasm32"))]
mod terminal {
    use std::io::Write;
    use std::process::ExitCode;
    use std::time::Instant;

    use hourglass::data::record;
    use hourglass::engine::Engine;
    use hourglass::link;
    use hourglass::protocol::{Command, Event, Pace, Readouts, Run, View};
    use serde::Serialize;

    const USAGE: &str = "usage: headless LINK [--steps N] [--every N] [--strict]
  LINK      the part of a Hourglass address from # on, or a whole address
  --steps   how many steps to train (1000)
  --every   how many steps between two lines (100)
  --strict  exit 2 where the link asks for something that is not possible";

    /// The files that the page would fetch.
    const ASSETS: &[(&str, &[u8])] = &[(
        "data/digits.bin",
        include_bytes!("../../static/data/digits.bin"),
    )];

    const RUN: Run = 1;

    struct Arguments {
        link: String,
        steps: u64,
        every: u64,
        strict: bool,
    }

    /// One line of the output.
    #[derive(Serialize)]
    struct Line {
        #[serde(flatten)]
        readouts: Readouts,
        #[serde(rename = "final", skip_serializing_if = "std::ops::Not::not")]
        is_final: bool,
    }

    fn arguments() -> Result<Arguments, lexopt::Error> {
        use lexopt::prelude::*;
        let mut parsed = Arguments {
            link: String::new(),
            steps: 1000,
            every: 100,
            strict: false,
        };
        let mut parser = lexopt::Parser::from_env();
        let mut has_link = false;
        while let Some(argument) = parser.next()? {
            match argument {
                Long("steps") => parsed.steps = parser.value()?.parse()?,
                Long("every") => parsed.every = parser.value()?.parse::<u64>()?.max(1),
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

    /// Sends a command and waits for its readouts.
    fn train(engine: &mut Engine, steps: u32) -> Result<Readouts, String> {
        let event = engine.handle(Command::Train {
            run: RUN,
            pace: Pace {
                steps,
                budget_ms: f64::INFINITY,
            },
            view: View::default(),
        });
        match event {
            Some(Event::Snapshot { snapshot, .. }) => Ok(snapshot.readouts),
            Some(Event::Diverged { step, .. }) => Err(format!(
                "The loss became infinite at step {step}: the learning rate is too high."
            )),
            Some(Event::Failed { why, .. }) => Err(why),
            _ => Err("The trainer gave no answer.".to_owned()),
        }
    }

    fn print(readouts: Readouts, is_final: bool) -> Result<(), String> {
        let line = Line { readouts, is_final };
        let text = serde_json::to_string(&line).map_err(|error| error.to_string())?;
        writeln!(std::io::stdout(), "{text}").map_err(|error| error.to_string())
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
            settings: link.settings,
            keep_previous: false,
            asset,
            resume: None,
        });
        if let Some(Event::Failed { why, .. }) = started {
            return Err(why);
        }
        let mut last = train(&mut engine, 0)?;
        while last.step < arguments.steps {
            let steps = arguments.every.min(arguments.steps - last.step);
            let steps = u32::try_from(steps).unwrap_or(u32::MAX);
            match train(&mut engine, steps) {
                Ok(next) => print(std::mem::replace(&mut last, next), false)?,
                Err(why) => {
                    print(last, true)?;
                    return Err(why);
                }
            }
        }
        print(last, true)
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
