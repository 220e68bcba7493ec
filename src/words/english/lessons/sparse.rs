use crate::words::table::table;

table! {
    /// Lesson 4: few units lit.
    Sparse {
        l1 = "digits, L1";
        l1_text = "As many code units as pixels. Each adds its {atom} as often as its activation says. An {L1} penalty puts a price *λ* on every activation.";
        l1_ask = "At a price, what becomes of the sum?";
        l1_options = ["A few atoms are left", "All atoms get weaker"];
        l1_outcome = "A few are left: most units are at exactly 0, and other digits light other units.";
        l1_try = "[Let it learn|play]: all share the work. Then set *λ* to [0.01|lambda=0.01] and drag across the digits.";
        l1_goal_1 = "no price: over half the units lit";
        l1_goal_2 = "a price: under a quarter lit, the digit still there";
        kl = "digits, KL";
        kl_text = "Every unit is to be lit on average at *ρ*. {KL} measures how far each mean *ρ̂* is from it; plum is too much. Atoms have length 1, or tiny activations would cheat.";
        kl_ask = "From *ρ* = 0.05 to 0.2: what does the error do?";
        kl_options = ["It falls", "It rises"];
        kl_outcome = "It falls: the code may say more about each digit.";
        kl_try = "[Let it learn|play] until the bars reach *ρ*. Then try [0.2|rho=0.2].";
        kl_goal_1 = "ρ̂ within a fifth of 0.05";
        kl_goal_2 = "and of a ρ of 0.15 or more";
        patches = "natural images";
        patches_text = "Whitened squares of photographs, 12 × 12 pixels. Each of 100 units may be lit at 0.02 on average.";
        patches_ask = "What will an atom look like?";
        patches_options = ["A small landscape", "An edge at one place"];
        patches_outcome = "An edge, at one place and angle, as the first cells of the visual cortex like them (Olshausen & Field 1996).";
        patches_try = "[Let it learn fast|speed=fast] and [play|play]: edges take a minute. Press an atom to see what excites it.";
        patches_goal_1 = "mean activation under 0.1";
        patches_goal_2 = "a unit seen closely";
        shared(lit: f64, k: u32, missed: f64) = "All share the work: {lit:.1} of {k} units are lit for a sample; {missed:.0} % of the variance is missed.";
        sparse(lit: f64, k: u32, missed: f64) = "Sparse: {lit:.1} of {k} units are lit for a sample; {missed:.0} % of the variance is missed.";
        held(percent: f64, missed: f64) = "The mean activation is {percent:.0} % of ρ; {missed:.0} % of the variance is missed.";
    }
}
