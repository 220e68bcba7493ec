use crate::words::table::table;

table! {
    /// Lesson 5: the way back to the data.
    Denoising {
        gaussian = "gaussian noise";
        gaussian_text = "The input *x̃* is corrupted, the target *x* stays clean. Copying no longer pays: the network has to learn what digits look like.";
        gaussian_ask = "Once trained, it gets a digit without any noise. Then *r* is …";
        gaussian_options = ["A perfect copy", "A little worse"];
        gaussian_outcome = "A little worse: it pulls everything towards what digits look like. Left of the ring, doing nothing is better.";
        gaussian_try = "[Let it learn|play] and compare the two rows of *r*. Then train at level [0.1|level=0.1].";
        gaussian_goal_1 = "gain over 5 dB";
        gaussian_goal_2 = "trained at a level of 0.15 or less";
        masking = "missing pixels";
        masking_text = "Four tenths of the pixels, others in every batch, are set to 0. What is left must tell the rest.";
        masking_ask = "How much of the error of doing nothing is left?";
        masking_options = ["About a half", "Under a third"];
        masking_outcome = "Under a third: pixels of a digit know of each other.";
        masking_try = "[Let it learn|play] until the goal is ticked. Then drag the level up to 0.9: when does the digit go?";
        masking_goal_1 = "under a third left: gain over 5 dB";
        masking_goal_2 = "trained at a level of 0.8 or more";
        spiral = "a spiral";
        spiral_text = "Points are pushed off a spiral, the network pushes back. The grey arrows, *r*(*x*) − *x*, show where it would send any place. They estimate the {score} (Alain & Bengio 2014), as diffusion models do.";
        spiral_ask = "Off the spiral, where do the arrows lead?";
        spiral_options = ["To the spiral", "To the middle"];
        spiral_outcome = "To the spiral, by the shortest way.";
        spiral_try = "[Let it learn|play] and watch the arrows turn.";
        spiral_goal_1 = "nearer than the noise: gain over 1.5 dB";
        harm = "It does harm: the noisy input is nearer to the clean one than the reconstruction.";
        gains(times: f64, gain: f64) = "The noise's error is {times:.1} times the reconstruction's: a gain of {gain:.1} dB.";
        nothing = "No noise goes in: there is nothing to undo.";
    }
}
