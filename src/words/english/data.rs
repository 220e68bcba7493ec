use crate::words::table::table;

table! {
    /// The data sets, and what may be wrong with their files.
    Data {
        own = "Your own data";
        own_row(length: usize, numbers: &str) = "{length} features through {numbers} and back";
        own_lesson = "What you brought: it stays in this page.";
        line = "Points along a line";
        line_lesson = "One straight direction: PCA is all it takes.";
        blobs = "Three blobs";
        blobs_lesson = "Three clusters: one number can still tell them apart.";
        circle = "A circle";
        circle_lesson = "A closed curve: one number follows it, but must cut it somewhere.";
        moons = "Two moons";
        moons_lesson = "Two moons: no line separates them.";
        spiral = "A spiral of one turn";
        spiral_lesson = "One number along the curve: it must be unrolled.";
        cross = "Two lines that cross";
        cross_lesson = "A crossing: one number cannot follow both lines without a jump.";
        s_curve = "An S-shaped sheet in space";
        s_curve_lesson = "A bent sheet: two numbers are enough, but no flat plane holds it.";
        swiss_roll = "A rolled-up sheet in space";
        swiss_roll_lesson = "A rolled sheet: neighbours in space may be far apart along it.";
        digits = "1,797 handwritten digits, 8×8";
        digits_lesson = "64 pixels, but handwriting varies in far fewer ways.";
        mnist = "5,000 handwritten digits, 28×28 (MNIST)";
        mnist_lesson = "784 pixels: the larger the image, the more of it is redundant.";
        fashion = "5,000 pieces of clothing, 28×28";
        fashion_lesson = "Clothes: outlines survive a narrow bottleneck, patterns do not.";
        fashion_classes = ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];
        bars = "Crossing bars, 8×8";
        bars_lesson = "Sixteen bars, each there or not: a sparse code finds the bars.";
        balls = "One ball, 12×12";
        balls_lesson = "144 pixels, but only two things vary: where the ball is, across and down.";
        patches = "6,000 patches of natural images, 12×12, whitened";
        patches_lesson = "Natural images: a sparse code finds edges.";
        patches_classes = ["camera", "chelsea", "coffee", "grass", "gravel"];
        ecg = "1,987 heartbeats of one person";
        ecg_lesson = "Trained on normal beats alone, it rebuilds the abnormal ones badly, and so finds them.";
        ecg_classes = ["normal", "ventricular"];
        not_loaded(path: &str) = "{path} is not loaded.";
        damaged(path: &str) = "{path}: the file is damaged or no sample file.";
        too_short(path: &str) = "{path}: the file is too short.";
        other_format(path: &str) = "{path}: the file is not in the format of this page.";
        no_labels(path: &str) = "{path}: the file ends before its labels do.";
        out_of_range(path: &str) = "{path}: the file's labels or levels are out of range.";
        wrong_length(path: &str) = "{path}: the file's length does not fit its number of samples.";
        unknown_filter(path: &str) = "{path}: the file is filtered in a way that this page does not know.";
        wrong_size(path: &str) = "{path} holds samples of another size.";
    }
}
