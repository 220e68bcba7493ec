use crate::words::table::table;

table! {
    /// Lesson 2: an autoencoder against PCA.
    Pca {
        on_the_line_goal_1 = "angle under 3°, error within 1 % of PCA's";
        line = "A line";
        line_text = "{PCA}, principal component analysis, keeps one number per point: its place along the best straight line, dashed. A linear autoencoder looks for a line of its own.";
        line_ask = "Can more training make the linear one beat PCA?";
        line_options = ["Yes, slowly", "No, they tie"];
        line_outcome = "They tie: no straight line is better than PCA's.";
        line_try = "[Let it learn|play] and watch the two lines. Then try [the digits|scene 1].";
        digits = "Digits";
        digits_text = "Two numbers for 64 pixels, all linear. Trained, it spans the same plane as PCA's first two components. The singular value decomposition ({SVD}) of its weights shows what they do.";
        digits_ask = "Will each code unit be one principal component?";
        digits_options = ["Yes", "No, a mixture"];
        digits_outcome = "A mixture: the error cannot tell one pair of axes of the plane from another (Plaut 2018).";
        digits_try = "[Let it learn|play] until the angle is under 3°, then [take the SVD|svd] of the weights.";
        digits_goal_1 = "components found in the weights";
        circle = "A circle";
        circle_text = "One number per point, and no straight line fits. With tanh units the decoder's curve may bend; made linear, the same network has only lines.";
        circle_ask = "With bends: how much of PCA's error is left?";
        circle_options = ["About a half", "Under a tenth"];
        circle_outcome = "Under a tenth: the curve runs round the ring.";
        circle_try = "[Let it learn|play] until the first goal is ticked. Then [pin it|pin] and [make it straight|act=linear].";
        circle_goal_1 = "bent: under a tenth of PCA's error";
        circle_goal_2 = "straight: PCA's error";
        untrained = "Untrained: the weights are random.";
        ties(degrees: f64) = "{degrees:.1}° from PCA, and the same error: they tie.";
        turning(degrees: f64, ratio: f64) = "Linear: {degrees:.0}° to go, {ratio:.2} times PCA's error.";
        bent(times: f64) = "Bent round the data: PCA's error is {times:.0} times as large.";
        bending(percent: f64) = "Bending: already {percent:.0} % of PCA's error.";
        stiff(ratio: f64) = "It may bend, but has not found out how: {ratio:.2} times PCA's error.";
    }
}
