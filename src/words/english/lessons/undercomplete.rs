use crate::words::table::table;

table! {
    /// Lesson 3: a code smaller than the data.
    Undercomplete {
        sweep = "Error against k";
        sweep_text = "A code with fewer numbers than the input is called undercomplete. How much does each further number gain, for PCA and for the network?";
        sweep_ask = "Draw the network's error for *k* = 1 … 32 into the empty chart.";
        sweep_outcome = "It falls fast, then slowly, and stays under PCA at every k.";
        sweep_try = "[Sweep k|sweep] from 1 to 32: the running network grows unit by unit.";
        sweep_goal_1 = "k swept from 1 to 32";
        sweep_goal_2 = "under PCA at every k";
        twelve = "12 points";
        twelve_text = "Twelve points at random and one code number. Two layers of 64 units bend a curve through all of them. Three more are {held out}, never shown.";
        twelve_ask = "When the curve meets all twelve, how well does it do on the other three?";
        twelve_options = ["Nearly as well", "Badly"];
        twelve_outcome = "Badly: it learned the points, not where points lie.";
        twelve_try = "[Let it learn|play] and watch the two errors. Then try [500 points|n=500].";
        twelve_goal_1 = "through every training point";
        twelve_goal_2 = "and lost on new ones";
        hundred = "100 digits";
        hundred_text = "Trained on only 100 digits, the network rebuilds those almost perfectly. New digits tell the truth.";
        hundred_ask = "A new digit costs many times an old one's error. Will *k* = 32 make that ratio smaller?";
        hundred_options = ["Yes, it shrinks", "No, it grows"];
        hundred_outcome = "It grows: with more numbers the error on old digits falls much faster than on new ones.";
        hundred_try = "[Let it learn|play] and compare the pairs. Then set *k* to [32|k=32].";
        hundred_goal_1 = "new digits cost tenfold";
        hundred_goal_2 = "and twentyfold at k = 32";
        untrained = "Untrained.";
        under_pca_everywhere = "Under PCA at every k; from 20 numbers on, little is left to gain.";
        under_pca(k: u32, percent: f64) = "k = {k}: {percent:.0} % of the error that PCA makes with {k}.";
        over_pca(k: u32, ratio: f64) = "k = {k}: not yet under PCA, {ratio:.1} times its error.";
        untrained_points = "Untrained: the curve knows none of the points.";
        by_heart(here: f64, there: f64) = "Learned by heart: {here:.0} % of the variance missed, but {there:.0} % on new points.";
        parting(here: f64, there: f64) = "The errors part: {here:.0} % missed here, {there:.0} % on new points.";
        many(n: u32, here: f64, there: f64) = "With {n} points: {here:.0} % of the variance missed in training, {there:.0} % on new points.";
        alike(here: f64, there: f64) = "So far: {here:.0} % missed on old points, {there:.0} % on new ones.";
        untrained_digits = "Untrained: old and new digits are rebuilt equally badly.";
        gap(k: u32, times: f64) = "k = {k}: a new digit costs {times:.0} times the error of one it was trained on.";
        no_gap(k: u32, times: f64) = "k = {k}: so far a new digit costs {times:.1} times an old one's error.";
    }
}
