//! From the difference between two states to commands: when a run starts, and the one request in
//! flight.

use super::{Asset, Panel, Phase, State, Trainer};
use crate::data::record;
use crate::protocol::{Command, Pace, Run};
use crate::settings::Speed;

/// The last run that the trainer was told to begin.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Start {
    asked: Option<Run>,
    /// How often a run was begun: a fresh trainer begins the same run again.
    count: u32,
    revived: bool,
    /// Whether the run that it replaces is worth bringing back.
    pub keep: bool,
}

impl Start {
    /// A fresh trainer has been told nothing.
    pub fn forget(&mut self) {
        *self = Self {
            count: self.count,
            ..Self::default()
        };
    }

    /// Begins a run, or brings the kept one back as this one.
    pub fn ask(&mut self, run: Run, revived: bool) {
        self.asked = Some(run);
        self.count += 1;
        self.revived = revived;
    }
}

/// What has been asked of the trainer and what will be.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Request {
    pub in_flight: bool,
    /// Single steps that the user asked for.
    pub steps_wanted: u32,
    /// Whether the next step is wanted taken apart.
    pub dissects: bool,
    /// Whether the pictures lag behind what the user looks at.
    pub stale: bool,
    /// Whether the request asks for the weights, and when one last did.
    pub keeps_weights: bool,
    kept_ms: f64,
    /// Whether the request asks for the analyses, and when one last did.
    pub analyses: bool,
    analysed_ms: f64,
    sent: u64,
    sent_ms: f64,
    asked: Option<Asked>,
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Asked {
    Steps(Pace),
    Dissection,
}

/// How often steps are asked for, and how many.
struct Gait {
    interval_ms: f64,
    pace: Pace,
}

fn gait(speed: Speed) -> Gait {
    let (interval_ms, steps, budget_ms) = match speed {
        Speed::Slow => (125.0, 1, 8.0),
        Speed::Normal => (0.0, 8, 8.0),
        // Twenty pictures a second, so that training has the machine and the page breathes.
        Speed::Fast => (40.0, u32::MAX, 34.0),
    };
    Gait {
        interval_ms,
        pace: Pace { steps, budget_ms },
    }
}

/// How often the page takes the weights, to have them should the trainer die.
const KEEP_MS: f64 = 1000.0;

/// How often the analyses are made again while playing.
const ANALYSE_MS: f64 = 500.0;

const LOOK: Pace = Pace {
    steps: 0,
    budget_ms: 0.0,
};
const ONE_STEP: Pace = Pace {
    steps: 1,
    budget_ms: 0.0,
};

impl State {
    /// Starts the wanted run as soon as the trainer and the data are there.
    pub(super) fn start_if_possible(&mut self) {
        let has_data = match record(self.settings.data).asset() {
            None => true,
            Some(_) => matches!(self.chosen_asset(), Some(Asset::Arrived(_))),
        };
        if self.trainer == Trainer::Ready && has_data && self.start.asked != Some(self.run) {
            self.start.ask(self.run, false);
            self.phase = Phase::Starting;
        }
    }

    /// Decides, once a frame, whether the trainer is asked for more.
    pub(super) fn send_next_request(&mut self) {
        let can_ask = self.trainer == Trainer::Ready && self.phase == Phase::Live;
        if !can_ask || self.request.in_flight {
            return;
        }
        let speed = if self.sweep.is_some() {
            Speed::Fast
        } else {
            self.settings.speed
        };
        let gait = gait(speed);
        let due = self.now_ms - self.request.sent_ms >= gait.interval_ms;
        let is_unseen = self.started.is_some();
        let dissects = self.request.dissects && !is_unseen;
        let pace = if is_unseen || dissects {
            LOOK
        } else if self.request.steps_wanted > 0 {
            self.request.steps_wanted -= 1;
            ONE_STEP
        } else if self.request.stale {
            // What the user did is shown first: at full pace it would wait for many steps.
            if self.playing && gait.pace.steps > 1 {
                ONE_STEP
            } else {
                LOOK
            }
        } else if self.playing && due {
            gait.pace
        } else {
            return;
        };
        if pace.steps > 0 {
            self.request.sent_ms = self.now_ms;
        }
        self.request.keeps_weights =
            pace.steps > 0 && self.now_ms - self.request.kept_ms >= KEEP_MS;
        if self.request.keeps_weights {
            self.request.kept_ms = self.now_ms;
        }
        let may_wait = self.playing && self.now_ms - self.request.analysed_ms < ANALYSE_MS;
        let has_analyses = matches!(self.panel, Panel::Uses | Panel::Components);
        self.request.analyses = has_analyses && !may_wait;
        if self.request.analyses {
            self.request.analysed_ms = self.now_ms;
        }
        self.request.asked = Some(if dissects {
            self.request.dissects = false;
            Asked::Dissection
        } else {
            Asked::Steps(pace)
        });
        self.request.sent += 1;
        self.request.in_flight = true;
        self.request.stale = false;
    }

    /// What the trainer must be told so that it follows from the state before to this one.
    pub fn commands_since(&self, before: &Self) -> Vec<Command> {
        let mut commands = Vec::new();
        let run = self.run;
        let is_running = self.start.asked == Some(run);
        if is_running && self.start.count != before.start.count {
            commands.push(if self.start.revived {
                Command::Revive { run }
            } else {
                self.start_command()
            });
        } else if is_running {
            if self.recoveries != before.recoveries {
                commands.push(Command::Recover { run });
            }
            if self.rewinds != before.rewinds {
                let step = self.rewinds.1;
                commands.push(Command::Rewind { run, step });
            }
            if let Some(edited) = self.edited.filter(|_| self.edited != before.edited) {
                commands.push(Command::Edit {
                    run,
                    link: edited.link,
                    weight: edited.after,
                });
            }
            if self.settings != before.settings {
                commands.push(Command::Tune {
                    run,
                    settings: self.settings.clone(),
                });
            }
        }
        if self.request.sent != before.request.sent
            && let Some(asked) = self.request.asked
        {
            let view = self.view();
            commands.push(match asked {
                Asked::Steps(pace) => Command::Train { run, pace, view },
                Asked::Dissection => Command::Dissect { run, view },
            });
        }
        commands
    }

    fn start_command(&self) -> Command {
        Command::Start {
            run: self.run,
            settings: self.settings.clone(),
            keep_previous: self.start.keep,
            resume: self.kept_weights().cloned(),
            asset: match self.chosen_asset() {
                Some(Asset::Arrived(bytes)) => Some(bytes.to_vec()),
                _ => None,
            },
        }
    }
}
