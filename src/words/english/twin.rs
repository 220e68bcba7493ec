use crate::words::table::table;

table! {
    /// Two networks side by side.
    Twin {
        title = "Twins: the same seed, the same batches";
        but = "but another";
        differs = "Twin differs in";
        setting = "The twin's setting";
        leave = "One network again";
        multiples = "Six side by side";
        multiples_help = "The same network for six values of one control: the same seed and batches, each in a worker of its own.";
        they_differ = "They differ in";
        side_by_side(count: usize) = "{count} networks: the same seed, the same batches";
        trained(done: usize, all: usize, steps: u64) = "{done} of {all} trained for {steps} steps";
        cancel = "Cancel";
        value_of(name: &str, value: &str) = "{name} {value}";
        go_on = "go on with it";
        go_on_with(name: &str) = "Go on with {name}";
        progress_of(name: &str) = "{name}: progress";
        waiting = "The twin is being set up …";
        this = "This run";
        twin = "Twin";
        error = "held-out error";
        error_of(name: &str) = "{name}: held-out error";
        diverged = "its error became infinite";
        at_step(step: u64) = "at step {step}";
    }
}
