//! Why a run diverged, and what puts it right: found by trying, not by rule.

use super::now::Now;
use super::sound::is_sound;
use crate::data::Dataset;
use crate::protocol::Cause;
use crate::train::{Penalty, TrainConfig};

/// A trial takes so many steps …
const STEPS: usize = 100;
/// … and holds where the loss of the last few is within this factor of that of the first few.
const FEW: usize = 10;
const HELD: f64 = 2.0;
/// The learning rates that are tried, each a tenth of the one before, down to this one.
const LEAST_RATE: f64 = 1e-5;
/// The whole search takes no longer, in milliseconds: the page waits for it.
const PATIENCE_MS: f64 = 4000.0;

/// What a diverged run can go on from.
pub struct Remedy {
    pub cause: Cause,
    /// The weights, and the learning rate that holds from there; `None` where none was found.
    pub from: Option<(Now, f64)>,
}

/// Tries the moments in their order, while there is time. `is_edited`: whether a weight was set by hand
/// since the first.
pub fn remedy(
    moments: [&Now; 2],
    is_edited: bool,
    dataset: &Dataset,
    clock: &dyn Fn() -> f64,
) -> Remedy {
    let begun = clock();
    let has_time = || clock() - begun < PATIENCE_MS;
    let holds = |from: &Now, change: &dyn Fn(&mut TrainConfig)| {
        has_time() && holds(from, dataset, change, &has_time)
    };
    let [newest, _] = moments;
    let rate = newest.trainer.config().learning_rate;
    if is_edited && holds(newest, &|_| {}) {
        return Remedy {
            cause: Cause::Weight,
            from: Some((newest.clone(), rate)),
        };
    }
    let rates = std::iter::successors(Some(tenth(rate)), |rate| Some(tenth(*rate)));
    let rates: Vec<f64> = rates.take_while(|rate| *rate >= LEAST_RATE).collect();
    let tries = moments
        .into_iter()
        .flat_map(|moment| rates.iter().map(move |&rate| (moment, rate)));
    let from = tries
        .filter(|&(moment, rate)| holds(moment, &|config| config.learning_rate = rate))
        .map(|(moment, rate)| (moment.clone(), rate))
        .next();
    let has_terms = |config: &TrainConfig| {
        config.objective.decay > 0.0 || config.objective.penalty != Penalty::None
    };
    let cause = if has_terms(newest.trainer.config())
        && moments
            .into_iter()
            .any(|moment| holds(moment, &without_terms))
    {
        Cause::Terms
    } else if from.is_some() {
        Cause::Rate
    } else {
        Cause::Unknown
    };
    Remedy { cause, from }
}

/// To two figures, so that it can be read out.
fn tenth(rate: f64) -> f64 {
    let tenth = rate / 10.0;
    format!("{tenth:.1e}").parse().unwrap_or(tenth)
}

fn without_terms(config: &mut TrainConfig) {
    config.objective.penalty = Penalty::None;
    config.objective.decay = 0.0;
}

/// Whether training is seen to go on soundly from a moment under another configuration.
fn holds(
    from: &Now,
    dataset: &Dataset,
    change: &dyn Fn(&mut TrainConfig),
    has_time: &dyn Fn() -> bool,
) -> bool {
    let mut now = from.clone();
    let mut config = *now.trainer.config();
    change(&mut config);
    now.trainer.set_config(config);
    let mut losses = Vec::with_capacity(STEPS);
    for _ in 0..STEPS {
        let loss = now.take_step(dataset).total();
        if !is_sound(loss) || !has_time() {
            return false;
        }
        losses.push(loss);
    }
    let sum = |losses: &[f64]| losses.iter().sum::<f64>();
    sum(&losses[STEPS - FEW..]) <= HELD * sum(&losses[..FEW])
}
