use crate::words::table::table;

table! {
    /// Lesson 1: what an autoencoder is.
    Intro {
        waist = "The waist";
        waist_text = "An encoder *f* squeezes the image *x* into a short {code} *h*. A decoder *g* rebuilds an image *r* from that code alone. Nobody says what to keep.";
        waist_ask = "Eight numbers pass the waist. What is lost first?";
        waist_options = ["Which digit it is", "Fine detail"];
        waist_outcome = "Fine detail: nearly every digit can still be told.";
        waist_try = "[Let it learn|play], then squeeze: *k* to [1|k=1], and open it: *k* to [32|k=32].";
        waist_goal_1 = "error under a fifth of the untrained network's";
        waist_goal_2 = "trained at k = 1 or 2";
        waist_goal_3 = "trained at k = 24 or more";
        no_waist = "No waist";
        no_waist_text = "As many code numbers as pixels. Beside the digits: images of nonsense, each pixel taken from another digit. The network has never seen any.";
        no_waist_ask = "Will it rebuild the nonsense too?";
        no_waist_options = ["No, only digits", "Yes, anything"];
        no_waist_outcome = "Yes: it learned to copy, and nothing about digits.";
        no_waist_try = "[Let it learn|play] for a while and watch the nonsense. Then [squeeze it through 8|k=8].";
        no_waist_goal_1 = "nonsense copied at k = 64";
        no_waist_goal_2 = "nonsense refused at k = 8";
        straight = "Straight and narrow";
        straight_text = "The same eight numbers, but no bends: every unit only adds and scales. If nonsense is refused all the same, it is the narrow code that does it.";
        straight_try = "[Let it learn|play], then widen *k* to [64|k=64].";
        straight_goal_1 = "digits through, nonsense not";
        straight_goal_2 = "nonsense copied at k = 64";
        untrained = "Untrained: the weights are random, and so is what comes out.";
        average = "It has only found the average: every image comes out the same.";
        learning(k: u32, missed: f64) = "k = {k}: still learning, {missed:.0} % of the variance is missed.";
        copies(k: u32) = "k = {k}: nothing is squeezed, so it copies anything, nonsense too.";
        confuses(k: u32, missed: f64) = "k = {k}: {missed:.0} % is missed; many digits come out as another.";
        tells(k: u32, missed: f64) = "k = {k}: {missed:.0} % is missed; most digits can be told, all in the same handwriting.";
        survives(k: u32, missed: f64) = "k = {k}: {missed:.0} % is missed; the digit survives, the fine detail does not.";
        handwriting(k: u32, missed: f64) = "k = {k}: only {missed:.0} % is missed; even the handwriting comes through.";
        lags(k: u32, missed: f64, pca: f64, hidden: u32) = "k = {k}: {missed:.0} % is missed, by PCA {pca:.0} %: the {hidden} hidden units are the bottleneck now.";
        leaves_nothing(k: u32, missed: f64) = "k = {k}: no fewer numbers than pixels; {missed:.0} % is still to be learned.";
    }
}
