//! What the page may say to the trainer.

use serde::{Deserialize, Serialize};

use super::{Link, Run, Unit, UsesView, Weights};
use crate::settings::Settings;

/// Page -> trainer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Begin a run. Answered by `Started`, or by `Failed`.
    Start {
        run: Run,
        settings: Settings,
        /// Whether the run that this one replaces may be brought back by `Revive`.
        keep_previous: bool,
        /// The data set's file, where it has one.
        asset: Option<Vec<u8>>,
        /// Weights of an earlier trainer to go on from.
        resume: Option<Weights>,
    },
    /// Follow the settings from the next batch on. No answer.
    Tune { run: Run, settings: Settings },
    /// Take steps and show what the page looks at. Answered by exactly one
    /// `Snapshot` or `Diverged`, or by `Failed` where there is no such run.
    Train { run: Run, pace: Pace, view: View },
    /// Take one step and show it taken apart. Answered like `Train`.
    Dissect { run: Run, view: View },
    /// Go back to the last kept moment at or before a step and forget what came after it. No answer.
    Rewind { run: Run, step: u64 },
    /// Set one weight. No answer.
    Edit { run: Run, link: Link, weight: f32 },
    /// Return to the last weights whose loss was sound. No answer.
    Recover { run: Run },
    /// Train a network of these widths, mirrored about the middle one, on nothing, for so many
    /// milliseconds. Answered by `Timed`, and by nothing before.
    Time { widths: Vec<u32>, ms: f64 },
    /// Bring an earlier run back, under a new number: the one that was kept, or the one under way where the run that was to
    /// replace it was never begun. Answered by `Started`, or by `Failed`.
    Revive { run: Run, past: Run },
}

/// How many steps a `Train` may take: at most so many, within so many milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    pub steps: u32,
    pub budget_ms: f64,
}

/// What the page looks at: a snapshot holds no more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Whether numbers that take all samples may be those of a few steps before, so that training has the
    /// time.
    pub may_lag: bool,
    /// The sample that is hovered or selected.
    pub sample: Option<u32>,
    /// Samples of the gallery.
    pub gallery: Vec<u32>,
    /// The code units on the scatter's axes.
    pub axes: [u32; 2],
    /// A point of the code scatter to decode.
    pub probe: Option<[f32; 2]>,
    /// Samples of the activation heatmap, in the order of its columns.
    pub heatmap: Vec<u32>,
    /// Whether the decoder's weights are looked at.
    pub dictionary: bool,
    /// The code unit whose answers are looked at.
    pub code_unit: Option<u32>,
    /// Whether the field r(x) − x is looked at (points in the plane only).
    pub field: bool,
    /// Places of the plane from where particles follow the field.
    pub particles: Vec<[f32; 2]>,
    /// An image of the student's own, (d), and whether the errors are looked at beside which it is strange.
    pub sketch: Option<Vec<f32>>,
    pub strangeness: bool,
    /// Whether the network itself is looked at.
    pub network: bool,
    /// The unit that is looked at closely.
    pub unit: Option<Unit>,
    /// Whether nonsense, each feature from another sample, is sent through the network too.
    pub nonsense: bool,
    /// An earlier step to look at instead of the newest; no step is taken then.
    pub at: Option<u64>,
    /// Whether the snapshot brings the analyses along.
    pub analyses: bool,
    /// What the code and the errors are good for.
    pub uses: UsesView,
    /// Whether the same network is trained without corruption beside this one.
    pub plain: bool,
    /// Whether the snapshot brings the error at every level of the corruption along.
    pub levels: bool,
    /// Whether sensitivity is looked at, with and without regularisers.
    pub faces: bool,
    /// Whether the snapshot brings the weights along.
    pub weights: bool,
}
