//! What is made again now and then, because it takes its time.

/// A thing, when it was last made and what that took, in milliseconds.
#[derive(Debug)]
pub struct Rarely<T> {
    made: Option<T>,
    made_ms: f64,
    cost_ms: f64,
}

impl<T> Default for Rarely<T> {
    fn default() -> Self {
        Self {
            made: None,
            made_ms: 0.0,
            cost_ms: 0.0,
        }
    }
}

impl<T: Clone> Rarely<T> {
    /// The newest one. Making it takes no more than this share of the time.
    pub fn get(&mut self, share: f64, clock: &dyn Fn() -> f64, make: impl FnOnce() -> T) -> T {
        let begun = clock();
        match &self.made {
            Some(made) if share * (begun - self.made_ms) < self.cost_ms => made.clone(),
            _ => {
                let made = make();
                self.made_ms = clock();
                self.cost_ms = self.made_ms - begun;
                self.made.insert(made).clone()
            }
        }
    }
}
