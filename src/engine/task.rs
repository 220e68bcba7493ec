//! A request for steps, and how far it has come.

use crate::protocol::{Pace, Run, View};

pub struct Task {
    pub run: Run,
    pub view: View,
    pub pace: Pace,
    pub taken: u32,
    /// What the steps taken took.
    pub spent_ms: f64,
    /// Whether a change waits to be seen.
    pub is_hurried: bool,
}

impl Task {
    pub fn new(run: Run, pace: Pace, view: View) -> Self {
        Self {
            run,
            view,
            pace,
            taken: 0,
            spent_ms: 0.0,
            is_hurried: false,
        }
    }

    /// Whether it asks for as many steps as go into its time, newest first.
    pub fn is_endless(&self) -> bool {
        self.pace.steps == u32::MAX && self.view.at.is_none()
    }

    /// Asks for no more than one step, and waits for nobody.
    pub fn hurry(&mut self) {
        self.is_hurried = true;
        self.pace.steps = self.pace.steps.min(1);
        if self.pace.steps == 0 {
            self.pace.budget_ms = 0.0;
        }
    }

    /// Whether it is time to answer, `elapsed_ms` after the steps before. Training may take as long
    /// as the answer will, whatever the budget.
    pub fn is_spent(&self, elapsed_ms: f64, answer_ms: f64) -> bool {
        let budget_ms = self.pace.budget_ms.max(answer_ms);
        let spent = self.taken > 0 && self.spent_ms + elapsed_ms >= budget_ms;
        self.taken >= self.pace.steps || spent
    }
}
