//! The trainer's brain: a command in, at most one event out. It knows no worker and no clock but
//! the one it is given.

mod analyses;
mod dissection;
mod network_view;
mod past;
mod plan;
mod run;
mod snapshot;

pub use plan::{autoencoder_config, train_config};

use crate::protocol::{Command, Event, Run, VERSION};
use run::TrainingRun;

pub struct Engine {
    /// Milliseconds since any fixed moment.
    clock: Box<dyn Fn() -> f64>,
    current: Option<TrainingRun>,
    /// The run before, kept so that a new run can be taken back.
    previous: Option<TrainingRun>,
}

impl Engine {
    pub fn new(clock: impl Fn() -> f64 + 'static) -> Self {
        Self {
            clock: Box::new(clock),
            current: None,
            previous: None,
        }
    }

    /// The first event, before any command.
    pub fn ready() -> Event {
        Event::Ready {
            version: VERSION.to_owned(),
        }
    }

    pub fn handle(&mut self, command: Command) -> Option<Event> {
        match command {
            Command::Start {
                run,
                settings,
                keep_previous,
                asset,
                resume,
            } => {
                let replaced = self.current.take();
                if keep_previous {
                    self.previous = replaced;
                }
                Some(self.begin(
                    run,
                    TrainingRun::start(run, settings, asset.as_deref(), resume),
                ))
            }
            Command::Revive { run } => {
                let earlier = self.previous.take().map(|earlier| earlier.renumbered(run));
                let none = || "There is no earlier run to bring back.".to_owned();
                Some(self.begin(run, earlier.ok_or_else(none)))
            }
            Command::Tune { run, settings } => {
                self.of(run)?.tune(settings);
                None
            }
            Command::Recover { run } => {
                self.of(run)?.recover();
                None
            }
            Command::Rewind { run, step } => {
                self.of(run)?.rewind(step);
                None
            }
            Command::Edit { run, link, weight } => {
                self.of(run)?.edit(link, weight);
                None
            }
            Command::Train { run, pace, view } => {
                let current = self.current.as_mut().filter(|current| current.id() == run);
                Some(current.map_or_else(
                    || no_such_run(run),
                    |current| current.train(pace, &view, &*self.clock),
                ))
            }
            Command::Dissect { run, view } => {
                let answer = self.of(run).map(|current| current.dissect(&view));
                Some(answer.unwrap_or_else(|| no_such_run(run)))
            }
        }
    }

    fn begin(&mut self, run: Run, next: Result<TrainingRun, String>) -> Event {
        match next {
            Ok(next) => {
                let facts = Box::new(next.facts());
                self.current = Some(next);
                Event::Started { run, facts }
            }
            Err(why) => Event::Failed { run, why },
        }
    }

    fn of(&mut self, run: Run) -> Option<&mut TrainingRun> {
        self.current.as_mut().filter(|current| current.id() == run)
    }
}

fn no_such_run(run: Run) -> Event {
    Event::Failed {
        run,
        why: "The trainer has no such run.".to_owned(),
    }
}
