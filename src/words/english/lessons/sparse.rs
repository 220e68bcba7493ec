use crate::words::table::table;

table! {
    /// Lesson 4: few units lit.
    Sparse {
        l1 = "digits, L1";
        l1_text = "More code units than the data need, but a price on every activation: few are lit at a time. λ sets the price.";
        kl = "digits, KL";
        kl_text = "Every unit is to be lit on average at ρ. KL measures how far each mean ρ̂ is from it.";
        patches = "natural images";
        patches_text = "Whitened squares of photographs: the tiles become edges, as in the visual cortex.";
        lit(lit: f64, k: u32, missed: f64) = "Of {k} code units {lit:.1} are lit for a sample; {missed:.0} % of the variance is missed.";
    }
}
