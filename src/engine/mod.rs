//! The trainer's brain: a command in, at most one event out. It knows no worker and no clock but
//! the one it is given. Steps are taken slice by slice, so that a change need not wait for all of
//! those that were asked for before it.

mod analyses;
mod beside;
mod code_view;
mod dissection;
mod faces;
mod facts;
mod field;
mod glancing;
mod inputs;
mod levels;
mod matrix;
mod moment;
mod network_view;
mod now;
mod past;
mod plain;
mod plan;
mod rarely;
mod readouts;
mod remedy;
mod run;
mod sketch;
mod snapshot;
mod sound;
mod speed;
mod survey;
mod task;
mod telling;
mod uses;
mod watched;
mod yardstick;

pub use inputs::Inputs;
pub use now::network_of;
pub use plan::{autoencoder_config, train_config};

use crate::protocol::{Command, Event, Failure, Run, VERSION};
use run::TrainingRun;
use task::Task;

pub struct Engine {
    /// Milliseconds since any fixed moment.
    clock: Box<dyn Fn() -> f64>,
    current: Option<TrainingRun>,
    /// The run before, kept so that a new run can be taken back.
    previous: Option<TrainingRun>,
    /// The request for steps that is being answered.
    task: Option<Task>,
    /// Until when steps are taken that nobody has asked for yet.
    ahead_until_ms: Option<f64>,
}

/// After a request for as many steps as go into its time, the run goes on for so long: the next one is
/// on its way.
const AHEAD_MS: f64 = 150.0;

impl Engine {
    pub fn new(clock: impl Fn() -> f64 + 'static) -> Self {
        Self {
            clock: Box::new(clock),
            current: None,
            previous: None,
            task: None,
            ahead_until_ms: None,
        }
    }

    /// The first event, before any command.
    pub fn ready() -> Event {
        Event::Ready {
            version: VERSION.to_owned(),
        }
    }

    /// Carries a command out, however long it takes.
    pub fn handle(&mut self, command: Command) -> Option<Event> {
        let event = self.accept(command);
        match &self.task {
            Some(_) if event.is_none() => self.go_on(f64::INFINITY),
            _ => event,
        }
    }

    /// Whether there are steps to take.
    pub fn is_busy(&self) -> bool {
        self.task.is_some() || self.ahead_until_ms.is_some()
    }

    /// Takes steps for so many milliseconds, or to the answer.
    pub fn go_on(&mut self, slice_ms: f64) -> Option<Event> {
        let Some(mut task) = self.task.take() else {
            self.run_ahead(slice_ms);
            return None;
        };
        let current = self.current.as_mut().filter(|run| run.id() == task.run);
        let Some(current) = current else {
            return Some(no_such_run(task.run));
        };
        let event = current.go_on(&mut task, slice_ms, &*self.clock);
        if event.is_none() {
            self.task = Some(task);
        } else if task.is_endless() && matches!(event, Some(Event::Snapshot { .. })) {
            self.ahead_until_ms = Some((self.clock)() + AHEAD_MS);
        }
        event
    }

    fn run_ahead(&mut self, slice_ms: f64) {
        let is_due = self.ahead_until_ms.is_some_and(|ms| (self.clock)() < ms);
        let goes_on = match &mut self.current {
            Some(current) if is_due => current.run_ahead(slice_ms, &*self.clock),
            _ => false,
        };
        if !goes_on {
            self.ahead_until_ms = None;
        }
    }

    /// Takes a command on. A request for steps waits for `go_on`; a change hurries it up, and a new
    /// run makes it void.
    pub fn accept(&mut self, command: Command) -> Option<Event> {
        if let Some(task) = &mut self.task {
            task.hurry();
        }
        if !matches!(command, Command::Tune { .. }) {
            self.ahead_until_ms = None;
        }
        match command {
            Command::Start {
                run,
                settings,
                keep_previous,
                asset,
                resume,
            } => {
                self.task = None;
                let replaced = self.current.take();
                // A run that could not start leaves the one before it in its place.
                if keep_previous && replaced.is_some() {
                    self.previous = replaced;
                }
                Some(
                    self.begin(
                        run,
                        TrainingRun::start(run, settings, asset.as_deref(), resume)
                            .map_err(Failure::File),
                    ),
                )
            }
            Command::Revive { run, past } => {
                self.task = None;
                let is_it = |known: &mut TrainingRun| known.id() == past;
                let earlier = self.previous.take_if(is_it);
                let earlier = earlier.or_else(|| self.current.take_if(is_it));
                let earlier = earlier.map(|earlier| earlier.renumbered(run));
                Some(self.begin(run, earlier.ok_or(Failure::NoEarlier)))
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
                self.task = Some(Task::new(run, pace, view));
                None
            }
            Command::Time { widths, ms } => {
                Some(Event::Timed(speed::time(&widths, ms, &*self.clock)))
            }
            Command::Dissect { run, view } => {
                let current = self.current.as_mut().filter(|current| current.id() == run);
                let answer = current.map(|current| current.dissect(&view, &*self.clock));
                Some(answer.unwrap_or_else(|| no_such_run(run)))
            }
        }
    }

    fn begin(&mut self, run: Run, next: Result<TrainingRun, Failure>) -> Event {
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
        why: Failure::NoSuchRun,
    }
}
