use crate::words::table::table;

table! {
    /// What went wrong, and what to do about it.
    Notices {
        link(first: &str) = "About the link: {first}";
        links(first: &str, n: usize) = "About the link: {first} And {n} more.";
        stopped(why: &str) = "Training stopped: {why}.";
        silent = "The trainer has not answered for ten seconds. It may still be at work; what it has learned is kept.";
        replaced(why: &str, step: u64) = "The trainer stopped ({why}) and was started again from step {step}.";
        restart(step: u64) = "Restart from step {step}";
        loading_of(kb: usize, of: usize) = "Loading the data: {kb} of {of} kB";
        loading(kb: usize) = "Loading the data: {kb} kB";
        not_loaded(why: &str) = "The data could not be loaded: {why}. The sets that the page makes itself still work.";
        again = "Try again";
        diverged(step: u64, why: &str) = "The error became infinite at step {step}: {why}.";
        by_weight = "a weight was set by hand too far from the others";
        by_terms(rate: f64) = "at a learning rate of {rate} the penalty or the weight decay is too strong";
        by_rate(rate: f64) = "the learning rate of {rate} is too high";
        by_what = "no cause was found by trying";
        mend(step: u64, rate: &str) = "Continue from step {step} with learning rate {rate}";
        mend_as_is(step: u64) = "Continue from step {step}, before it was set";
        begin_anew(rate: &str) = "Start again with learning rate {rate}";
        not_started(why: &str) = "This run could not start: {why}";
        rested(steps: u64, seconds: f64) = "Stopped by itself: neither held-out error nor loss has improved for {steps} steps and {seconds} seconds.";
        go_on = "Go on";
        dismiss = "Dismiss";
        no_memory = "there is not enough memory";
        no_trainer = "it could not be loaded";
        no_words(language: &str, why: &str) = "The words in {language} did not come: {why}.";
        half_words = "the file is damaged, or of another version of the page";
        answered(status: u16) = "the server answered {status}";
        no_answer = "the connection failed";
        unknown = "an unknown error";
    }
}
