//! What has been asked of the trainer and what will be: at most one request is in flight.

use crate::protocol::{Pace, Run};
use crate::settings::Speed;

/// How often the page takes the weights, to have them should the trainer die.
const KEEP_MS: f64 = 1000.0;
/// How often the analyses are made again while playing.
const ANALYSE_MS: f64 = 500.0;

const LOOK: Pace = Pace {
    steps: 0,
    budget_ms: 0.0,
};
/// The run waits for the networks beside it.
const CATCH_UP: Pace = Pace {
    steps: 0,
    budget_ms: 100.0,
};
const ONE_STEP: Pace = Pace {
    steps: 1,
    budget_ms: 0.0,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    pub in_flight: bool,
    /// Single steps that the user asked for.
    pub steps_wanted: u32,
    /// Whether the pictures lag behind what the user looks at.
    pub stale: bool,
    /// Whether the request asks for the weights, and when one last did.
    pub keeps_weights: bool,
    kept_ms: f64,
    /// Whether the request asks for the analyses, and when one last did.
    pub analyses: bool,
    analysed_ms: f64,
    pub asked: Asked,
    /// How many there were.
    pub sent: u64,
    /// How many there were when the run last got other settings.
    changed: u64,
    sent_ms: f64,
    /// Steps, and parts of one, that the clock has earned since the last request.
    earned: f64,
    /// Whether the last request was one of a run under way, whose numbers may lag behind its pictures and whose
    /// trainer may have gone on.
    is_under_way: bool,
    pub start: Start,
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    Steps(Pace),
    Dissection,
}

impl Default for Asked {
    fn default() -> Self {
        Self::Steps(LOOK)
    }
}

/// What the page would have a request for.
#[derive(Clone, Copy, Debug)]
pub struct Want {
    pub playing: bool,
    pub speed: Speed,
    /// The steps that are left to a goal, where there is one.
    pub to_go: Option<u32>,
    /// Whether networks beside the run are behind it.
    pub has_stragglers: bool,
    /// Whether the run has not been seen yet.
    pub is_unseen: bool,
    /// Whether the next step is wanted taken apart.
    pub dissects: bool,
    /// Whether analyses are on the page.
    pub analyses: bool,
    /// Whether the next picture must bring its weights along.
    pub needs_weights: bool,
}

/// How steps are asked for: by the clock, so that a fast screen learns no faster.
struct Gait {
    /// The least time between two requests.
    interval_ms: f64,
    /// Steps per second; as many as go into the budget where it is infinite.
    per_s: f64,
    /// The part of the time that steps may take.
    share: f64,
}

/// The time of frames that did not come, as of a page in the background, is not made up for.
const MOST_ELAPSED_MS: f64 = 100.0;
/// A request may take at least so long, whatever the share.
const LEAST_BUDGET_MS: f64 = 4.0;

fn gait(speed: Speed) -> Gait {
    let (interval_ms, per_s, share) = match speed {
        Speed::Slow => (0.0, 8.0, 0.5),
        // Every other frame of most screens: as smooth to the eye, and half the work. A little under three of 120 Hz.
        Speed::Normal => (24.0, 480.0, 0.7),
        // Twenty pictures a second, so that training has the machine and the page breathes.
        Speed::Fast => (40.0, f64::INFINITY, 0.7),
    };
    Gait {
        interval_ms,
        per_s,
        share,
    }
}

impl Request {
    /// The run has other settings: what was asked before is answered with those before.
    pub fn note_change(&mut self) {
        self.changed = self.sent;
    }

    /// The last request that was sent before other settings.
    pub fn changed(&self) -> u64 {
        self.changed
    }

    /// Whether the last answer was asked for with the settings of now.
    pub fn is_of_now(&self) -> bool {
        self.sent > self.changed
    }

    /// Sends the next request, if there is something to ask.
    pub fn send(&mut self, want: Want, now_ms: f64) {
        let Some(pace) = self.pace(want, now_ms) else {
            return;
        };
        let is_due = pace.steps > 0 && now_ms - self.kept_ms >= KEEP_MS;
        self.keeps_weights = want.needs_weights || is_due;
        if self.keeps_weights {
            self.kept_ms = now_ms;
        }
        let may_wait = want.playing && now_ms - self.analysed_ms < ANALYSE_MS;
        self.analyses = want.analyses && !may_wait;
        if self.analyses {
            self.analysed_ms = now_ms;
        }
        self.asked = if want.dissects {
            Asked::Dissection
        } else {
            Asked::Steps(pace)
        };
        self.is_under_way = want.playing;
        self.sent += 1;
        self.in_flight = true;
        self.stale = false;
    }

    /// How far the next request goes; `None` if there is none to send.
    fn pace(&mut self, want: Want, now_ms: f64) -> Option<Pace> {
        let gait = gait(want.speed);
        if want.is_unseen || want.dissects {
            Some(LOOK)
        } else if self.steps_wanted > 0 {
            self.steps_wanted -= 1;
            Some(ONE_STEP)
        } else if self.is_under_way && !want.playing {
            // Where it has come to, with exact numbers.
            Some(LOOK)
        } else if self.stale {
            // What the user did is shown first: at full pace it would wait for many steps.
            let goes_on = want.playing && want.speed != Speed::Slow;
            Some(if goes_on { ONE_STEP } else { LOOK })
        } else if want.has_stragglers && !want.playing {
            Some(CATCH_UP)
        } else {
            let elapsed_ms = (now_ms - self.sent_ms).min(MOST_ELAPSED_MS);
            let is_due = elapsed_ms >= gait.interval_ms || want.to_go.is_some();
            let pace = (want.playing && is_due).then(|| self.earn(&gait, elapsed_ms, now_ms))??;
            Some(Pace {
                steps: pace.steps.min(want.to_go.unwrap_or(u32::MAX)),
                ..pace
            })
        }
    }

    /// The steps that the time since the last ones has earned; `None` while it is less than one.
    fn earn(&mut self, gait: &Gait, elapsed_ms: f64, now_ms: f64) -> Option<Pace> {
        self.sent_ms = now_ms;
        let budget_ms = (gait.share * elapsed_ms).max(LEAST_BUDGET_MS);
        if gait.per_s.is_infinite() {
            return Some(Pace {
                steps: u32::MAX,
                budget_ms,
            });
        }
        self.earned += gait.per_s * elapsed_ms / 1000.0;
        let steps = self.earned.floor();
        self.earned -= steps;
        (steps >= 1.0).then_some(Pace {
            steps: steps as u32,
            budget_ms,
        })
    }
}

/// The last run that the trainer was told to begin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    asked: Option<Run>,
    /// How often a run was begun: a fresh trainer begins the same run again.
    pub count: u32,
    /// The earlier run that it is.
    pub revives: Option<Run>,
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

    /// Begins a run, or brings an earlier one back as this one.
    pub fn ask(&mut self, run: Run, revives: Option<Run>) {
        self.asked = Some(run);
        self.count += 1;
        self.revives = revives;
    }

    pub fn is_asked(&self, run: Run) -> bool {
        self.asked == Some(run)
    }
}
