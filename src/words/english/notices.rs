use crate::words::table::table;

table! {
    /// What went wrong, and what to do about it.
    Notices {
        link(first: &str) = "About the link: {first}";
        links(first: &str, n: usize) = "About the link: {first} And {n} more.";
        stopped(why: &str) = "Training stopped: {why}.";
        restart(step: u64) = "Restart from step {step}";
        loading_of(kb: usize, of: usize) = "Loading the data: {kb} of {of} kB";
        loading(kb: usize) = "Loading the data: {kb} kB";
        not_loaded(why: &str) = "The data could not be loaded: {why}. The drawn sets still work.";
        again = "Try again";
        diverged(step: u64, rate: f64) = "The error became infinite at step {step}: the learning rate of {rate} is too high.";
        mend(step: u64, rate: f64) = "Continue from step {step} with learning rate {rate}";
        not_started(why: &str) = "This run could not start: {why}";
        rested(steps: u64) = "Stopped by itself: the held-out error has not improved for {steps} steps.";
        go_on = "Go on";
        dismiss = "Dismiss";
        no_trainer = "it could not be loaded";
        no_address = "the page has no address";
        no_window = "there is no window";
        answered(status: u16) = "the server answered {status}";
        empty_answer = "the answer is empty";
        unknown = "an unknown error";
    }
}
