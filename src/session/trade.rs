//! What sparsity costs: a point for every price at which the run stood still for a while.

use std::rc::Rc;

use crate::protocol::Readouts;
use crate::settings::{Key, PenaltyChoice, Settings};
use crate::words::words;

/// So many steps at the same settings say what they lead to.
const SETTLED_STEPS: u64 = 400;
/// More would be a cloud.
const MOST: usize = 60;

/// How many units were lit, with which error, at which price.
#[derive(Clone, Debug, PartialEq)]
pub struct Trade {
    pub lit: f64,
    pub held_out: f64,
    /// The price, as its control says it.
    pub price: String,
}

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
        let is_same = |known: &Settings| price(known) == price(settings) && known.k == settings.k;
        let goes_on = now.step >= self.last_step
            && self.since.as_ref().is_some_and(|(known, _)| is_same(known));
        self.last_step = now.step;
        if !goes_on {
            let done = Rc::make_mut(&mut self.done);
            done.extend(self.now.take());
            done.drain(..done.len().saturating_sub(MOST));
            let same_data = |known: &Settings| known.data == settings.data && known.n == settings.n;
            if self
                .since
                .as_ref()
                .is_some_and(|(known, _)| !same_data(known))
            {
                done.clear();
            }
            self.since = Some((settings.clone(), now.step));
        }
        let since = self.since.as_ref().map_or(0, |(_, step)| *step);
        self.now = price(settings)
            .filter(|_| now.step >= since + SETTLED_STEPS)
            .map(|price| Trade {
                lit: now.lit_per_sample,
                held_out: now.heldout_mse,
                price,
            });
    }
}

/// What lit units cost; `None` where they cost nothing because there is no penalty.
fn price(settings: &Settings) -> Option<String> {
    let of = |letter: &str, key: Key| {
        let knob = key.knob();
        words()
            .session
            .price(letter, &knob.label(&knob.value(settings)))
    };
    match settings.penalty {
        PenaltyChoice::None => None,
        PenaltyChoice::L1 => Some(of("λ", Key::Lambda)),
        PenaltyChoice::Kl => Some(of("ρ", Key::Rho)),
    }
}
