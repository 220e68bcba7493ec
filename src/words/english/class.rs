use crate::words::table::table;

table! {
    /// What students hand in, and a class's results.
    Class {
        hand_in = "Hand in your result";
        class = "Read a class's results";
        nothing_yet = "Nothing is learned yet: press Play first.";
        your_name = "Your name, if you like";
        your_code = "Your result as a code: settings, curve and answer";
        paste = "Paste the codes here, one after another; other text among them does no harm";
        read(count: usize) { match count { 0 => "No result yet.".to_owned(), 1 => "One result.".to_owned(), count => format!("{count} results.") } };
        damaged(count: usize, codes: &str) { format!("{}: {codes}.", if count == 1 { "One code is damaged".to_owned() } else { format!("{count} codes are damaged") }) };
        mixed = "They are of different samples: their errors do not compare.";
        nobody(place: usize) = "number {place}";
        curves(count: usize) = "Held-out error over the steps of {count} results, both scales logarithmic";
        pca = "PCA";
        first_step = "step 1";
        step(step: u32) = "step {step}";
        results = "Results, the lowest held-out error first";
        rank = "Rank";
        name = "Name";
        held_out = "Held-out error";
        train = "Training error";
        steps = "Steps";
        changed = "Changed";
        answer = "Predicted";
        page = "Page";
        open = "open";
        drew_a_line = "a line";
    }
}
