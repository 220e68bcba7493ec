use crate::words::table::table;

table! {
    /// The sheet that is printed.
    Worksheet {
        title = "On paper";
        print = "Worksheet";
        print_note = "the lesson, your answer, pictures and numbers; two pages to print";
        name = "Name";
        date = "Date";
        expect = "What I expect, and why";
        seen = "What I saw";
        found = "What I found";
        of_k(k: u32, error: f64) = "k {k}: {error:.3}";
        drew(line: &str) = "I drew: {line}";
        value(name: &str, value: &str) = "{name}: {value}";
        changed(settings: &str) = "Changed: {settings}.";
        unchanged = "Nothing was changed.";
        step = "Step";
        train = "Training error";
        held_out = "Held-out error";
        pca = "PCA error";
        lit = "Lit per sample";
        of(lit: &str, k: u32) = "{lit} of {k}";
        gain = "Denoising gain";
        decibels(gain: &str) = "{gain} dB";
        angle = "Largest principal angle";
        degrees(angle: &str) = "{angle}°";
    }
}
