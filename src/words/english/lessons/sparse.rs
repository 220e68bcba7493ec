use crate::words::table::table;

table! {
    /// Lesson 4: few units lit.
    Sparse {
        l1 = "digits, L1";
        l1_text = "Each of 64 units adds its {atom}, scaled by its activation. Few lit units make a code one can read. An {L1} penalty puts a price *λ* on activations.";
        l1_ask = "What becomes of the sum?";
        l1_options = ["A few atoms are left", "All stay, each weaker"];
        l1_outcome = "At λ = 0.01 a few are left: most units are at exactly 0, and other digits light other units.";
        l1_try = "[Let it learn|play]: all share the work. Then set *λ* to [0.01|lambda=0.01] and drag across the digits.";
        l1_goal_1 = "no price: over half the units lit";
        l1_goal_2 = "a price: under a quarter lit, the digit still there";
        kl = "digits, KL";
        kl_text = "Every unit's mean activation is to be *ρ*. {KL} measures how far each mean *ρ̂* is from it; plum is too much. Atoms have length 1, or tiny activations would cheat.";
        kl_ask = "From *ρ* = 0.05 to 0.2: what does the error do?";
        kl_options = ["It falls", "It rises"];
        kl_outcome = "It falls: the code may say more about each digit.";
        kl_try = "[Let it learn|play] until the bars reach *ρ*. Then try [0.2|rho=0.2].";
        kl_goal_1 = "mean ρ̂ within a fifth of ρ, ρ at most 0.05";
        kl_goal_2 = "the same with ρ at least 0.15";
        patches = "natural images";
        patches_text = "Whitened squares of photographs, 12 × 12 pixels. The mean activation of each of 100 units is to be 0.02.";
        patches_ask = "What will an atom look like?";
        patches_options = ["A small landscape", "An edge at one place"];
        patches_outcome = "An edge, at one place and angle, as the first cells of the visual cortex like them (Olshausen & Field 1996).";
        patches_try = "[Let it learn fast|speed=fast] and [play|play]: edges take a minute. Press an atom to see what excites it.";
        patches_goal_1 = "mean activation under 0.1";
        patches_goal_2 = "a unit seen closely, after 2,000 steps";
        shared(lit: f64, k: u32, missed: f64) = "Most share the work: {lit:.1} of {k} units are lit for a sample; {missed:.0} % of the variance is missed.";
        sparse(lit: f64, k: u32, missed: f64) = "Sparse: {lit:.1} of {k} units are lit for a sample; {missed:.0} % of the variance is missed.";
        held(percent: f64, missed: f64) = "The mean activation is {percent:.0} % of ρ; {missed:.0} % of the variance is missed.";
    }
}
