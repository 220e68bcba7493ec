use crate::words::table::table;

table! {
    /// Two networks side by side.
    Twin {
        title = "Twins: the same seed, the same batches";
        but = "but another";
        differs = "Twin differs in";
        setting = "The twin's setting";
        leave = "One network again";
        waiting = "The twin is being set up …";
        this = "This run";
        twin = "Twin";
        error = "held-out error";
        error_of(name: &str) = "{name}: held-out error";
        diverged = "its error became infinite";
        at_step(step: u64) = "at step {step}";
    }
}
