use crate::words::table::table;

table! {
    /// What the page shows, and what has happened to a run.
    Session {
        atoms = "Atoms";
        spoil = "Draw";
        errors = "Errors";
        search = "Search";
        bits = "Bits";
        walk = "Walk";
        rates = "Bits";
        grid = "Grid";
        by_class = "by class";
        by_mean = "by mean";
        by_number = "by number";
        by_error = "by error";
        network = "Network";
        samples = "Samples";
        codes = "Code";
        units = "Units";
        uses = "Uses";
        sweep = "Sweep";
        trade = "Trade";
        levels = "Noise";
        faces = "Faces";
        components = "SVD";
        price(letter: &str, value: &str) = "{letter} {value}";
        batch = "batch";
        corrupt = "corrupt";
        encode = "encode";
        decode = "decode";
        error = "error";
        backward = "backward";
        update = "update";
        change(name: &str, from: &str, to: &str) = "{name} {from} → {to}";
        edited = "a weight set by hand";
        moved = "points moved by hand";
        no_earlier = "There is no earlier run to bring back.";
        no_such_run = "The trainer has no such run.";
        stale = "the trainer in this browser's cache is of another version; reload the page";
    }
}
