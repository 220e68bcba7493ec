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
        spiral_text = "Points are pushed off a spiral, the network pushes back. Lines, *r*(*x*) − *x*, show where it would send any place. They estimate the {score} (Alain & Bengio 2014), as diffusion models do.";
        spiral_ask = "Off the spiral, where do the lines lead?";
        spiral_options = ["To the spiral", "To the middle"];
        spiral_outcome = "To the spiral, by the shortest way.";
        spiral_try = "[Let it learn|play] and press on the plane: a particle follows the lines.";
        spiral_goal_1 = "nearer than the noise: gain over 1.5 dB";
        spoil = "spoil it yourself";
        spoil_text = "Pixels turn to ink or paper by chance. Your hand spoils in other ways: scribble on the digit, or rub some of it out.";
        spoil_ask = "It was never shown a scribble. Does it take one away?";
        spoil_options = ["Most of it", "No: it knows only its own noise"];
        spoil_outcome = "Most of it: it does not know what noise is like, but what digits are like.";
        spoil_try = "[Let it learn|play] until the first goal is ticked. Then spoil the digit.";
        spoil_goal_1 = "gain over 3 dB";
        spoil_goal_2 = "your own damage halved";
        mended(percent: f64) = "{percent:.0} % of the error that you made is gone.";
        not_mended = "That is no digit any more: what comes out is not nearer to the one that it was.";
        copy = "copy or clean";
        copy_text = "A code of 100 numbers, wider than the image. The last columns are nonsense, each pixel from another digit.";
        copy_ask = "Trained without noise, what does it learn?";
        copy_options = ["To copy anything", "To draw digits"];
        copy_outcome = "To copy: nothing forces a choice. Under noise a copy is wrong, and it has to know digits.";
        copy_try = "[Let it learn|play] until nonsense comes back. Then [add noise|noise=gaussian&level=0.4]: what becomes of the nonsense?";
        copy_goal_1 = "nonsense copied: under 2 % of it missed";
        copy_goal_2 = "under noise: nonsense refused, gain over 3 dB";
        copies(percent: f64) = "It copies anything: nonsense comes back with an error of {percent:.1} %.";
        copies_so_far(percent: f64) = "Nonsense comes back with an error of {percent:.0} %.";
        cleans(percent: f64, gain: f64) = "It cleans, with a gain of {gain:.1} dB, and refuses nonsense: it comes back with an error of {percent:.0} %.";
        score = "the score";
        score_text = "Three clusters of known density: dark lines are the true {score} of the noisy data, blue ones *r*(*x*) − *x* (Miyasawa 1961).";
        score_ask = "How near will its lines come to the true ones?";
        score_options = ["They differ by about 60°", "Within 25°"];
        score_outcome = "Within 25°, where there are data: a denoiser knows the score.";
        score_try = "[Let it learn|play] until the first goal is ticked, then press on the plane: particles follow the lines.";
        score_goal_1 = "within 25° of the score";
        score_goal_2 = "three particles dropped";
        off_score(angle: f64) = "Where there are data, its directions are {angle:.0}° from the true score, on average.";
        harm = "It does harm: the noisy input is nearer to the clean one than the reconstruction.";
        gains(times: f64, gain: f64) = "The noise's error is {times:.1} times the reconstruction's: a gain of {gain:.1} dB.";
        nothing = "No noise goes in: there is nothing to undo.";
    }
}
