//! All samples' way through the network of one moment, a few at a time: training goes on between.

use ndarray::{ArrayView2, s};

use super::now::Now;
use crate::model::{Pass, Trace};

/// Samples that go through the network between two looks at the clock.
const AT_ONCE: usize = 64;

#[derive(Default)]
pub struct Survey {
    /// The moment that is surveyed; later steps do not change it.
    now: Option<Now>,
    trace: Trace<f32>,
    done: usize,
    pass: Pass<f32>,
    /// Whether the network has other units since the survey began.
    pub is_of_before: bool,
}

impl Survey {
    /// Begins anew with the next samples.
    pub fn stop(&mut self) {
        self.now = None;
    }

    /// Sends samples (n, d) through the network of the moment at which the survey began, for so many
    /// milliseconds, a few at least. At the end: the moment, and the way of all samples.
    pub fn go_on(
        &mut self,
        newest: &Now,
        inputs: ArrayView2<f32>,
        budget_ms: f64,
        clock: &dyn Fn() -> f64,
    ) -> Option<(Now, Trace<f32>)> {
        let begun = clock();
        let n = inputs.nrows();
        if self.now.is_none() {
            self.trace.fit(newest.trainer.network(), n);
            self.done = 0;
            self.is_of_before = false;
        }
        let now = self.now.get_or_insert_with(|| newest.clone());
        while self.done < n {
            let to = (self.done + AT_ONCE).min(n);
            let some = inputs.slice(s![self.done..to, ..]);
            self.pass.forward(now.trainer.network(), some);
            self.trace.put(self.done, &self.pass.trace);
            self.done = to;
            if clock() - begun >= budget_ms {
                break;
            }
        }
        let now = (self.done == n).then(|| self.now.take()).flatten()?;
        Some((now, std::mem::take(&mut self.trace)))
    }

    /// Room for the next survey.
    pub fn give_back(&mut self, trace: Trace<f32>) {
        self.trace = trace;
    }
}
