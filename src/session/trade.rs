//! What sparsity costs: a point for every price at which the run stood still for a while.

use std::rc::Rc;

use crate::protocol::{Readouts, SavedRun, Trade};
use crate::settings::{Key, PenaltyChoice, Settings, Value};
use crate::words::words;

/// So many steps at the same settings say what they lead to.
const SETTLED_STEPS: u64 = 400;
/// More would be a cloud.
const MOST: usize = 60;

/// A student's own trades on one data set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trades {
    /// Those that are done.
    pub done: Rc<Vec<Trade>>,
    /// Where the present run stands, once it has stood still for long enough.
    pub now: Option<Trade>,
    /// The settings since which step.
    since: Option<(Settings, u64)>,
    last_step: u64,
}

impl Trades {
    /// Takes a moment in. Other settings close the trade under way; other data begin anew.
    pub(super) fn take(&mut self, now: &Readouts, settings: &Settings) {
        let is_same = |known: &Settings| {
            known.penalty == settings.penalty
                && price(known) == price(settings)
                && known.k == settings.k
                && known.has_samples_of(settings)
        };
        let goes_on = now.step >= self.last_step
            && self.since.as_ref().is_some_and(|(known, _)| is_same(known));
        self.last_step = now.step;
        if !goes_on {
            let done = Rc::make_mut(&mut self.done);
            done.extend(self.now.take());
            done.drain(..done.len().saturating_sub(MOST));
            let since = self.since.as_ref();
            if since.is_some_and(|(known, _)| !known.has_samples_of(settings)) {
                done.clear();
            }
            self.since = Some((settings.clone(), now.step));
        }
        let since = self.since.as_ref().map_or(0, |(_, step)| *step);
        self.now = price(settings)
            .filter(|_| now.step >= since + SETTLED_STEPS)
            .map(|price| Trade {
                penalty: settings.penalty,
                price,
                lit: now.lit_per_sample,
                held_out: now.heldout_mse,
            });
    }

    /// All, the present one last.
    pub(super) fn all(&self) -> Vec<Trade> {
        self.done.iter().chain(&self.now).copied().collect()
    }

    /// Those that a saved run brings along.
    pub(super) fn of(run: &SavedRun) -> Self {
        Self {
            done: Rc::new(run.trades.clone()),
            ..Self::default()
        }
    }
}

/// What lit units cost; `None` where they cost nothing because there is no penalty.
fn price(settings: &Settings) -> Option<f64> {
    let (_, key) = priced_by(settings.penalty)?;
    match key.knob().value(settings) {
        Value::Number(price) => Some(price),
        Value::Choice(_) | Value::Widths(_) => None,
    }
}

/// The letter of a penalty's price, and its control.
fn priced_by(penalty: PenaltyChoice) -> Option<(&'static str, Key)> {
    match penalty {
        PenaltyChoice::None => None,
        PenaltyChoice::L1 => Some(("λ", Key::Lambda)),
        PenaltyChoice::Kl => Some(("ρ", Key::Rho)),
    }
}

/// A trade's price in the page's words, such as "λ 0.001".
pub fn price_of(trade: &Trade) -> String {
    let Some((letter, key)) = priced_by(trade.penalty) else {
        return String::new();
    };
    let value = Value::Number(trade.price);
    words().session.price(letter, &key.knob().label(&value))
}
