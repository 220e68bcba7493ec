use crate::words::table::table;

table! {
    /// The data sets, where they come from, and what may be wrong with their files.
    Data {
        own_credit = "drawn by Hourglass";
        own_licence = "MIT OR Apache-2.0";
        line = "Points along a line";
        line_lesson = "One straight direction: PCA is all it takes.";
        blobs = "Three blobs";
        blobs_lesson = "Three clusters: one number can still tell them apart.";
        circle = "A circle";
        circle_lesson = "A closed curve: one number follows it, but must cut it somewhere.";
        moons = "Two moons";
        moons_lesson = "Two moons: no line separates them.";
        moons_credit = "drawn by Hourglass, after scikit-learn's make_moons";
        spiral = "A spiral of one turn";
        spiral_lesson = "One number along the curve: it must be unrolled.";
        cross = "Two lines that cross";
        cross_lesson = "A crossing: no single curve follows both lines without a jump.";
        s_curve = "An S-shaped sheet in space";
        s_curve_lesson = "A bent sheet: two numbers are enough, but no flat plane holds it.";
        s_curve_credit = "drawn by Hourglass, after scikit-learn's make_s_curve";
        swiss_roll = "A rolled-up sheet in space";
        swiss_roll_lesson = "A rolled sheet: neighbours in space may be far apart along it.";
        swiss_roll_credit = "drawn by Hourglass, after scikit-learn's make_swiss_roll";
        digits = "1,797 handwritten digits, 8×8";
        digits_lesson = "64 pixels, but far fewer ways to write a digit.";
        digits_licence = "CC BY 4.0";
        digits_credit = "Alpaydin & Kaynak (1998), UCI Machine Learning Repository, doi 10.24432/C50P49";
        mnist = "5,000 handwritten digits, 28×28 (MNIST)";
        mnist_lesson = "784 pixels: the larger the image, the more of it is redundant.";
        mnist_licence = "CC BY-SA 3.0";
        mnist_credit = "LeCun, Cortes & Burges, The MNIST database of handwritten digits";
        fashion = "5,000 pieces of clothing, 28×28";
        fashion_lesson = "Clothes: outlines survive a narrow bottleneck, patterns do not.";
        fashion_classes = ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];
        fashion_licence = "MIT, © 2017 Zalando SE";
        fashion_credit = "Xiao, Rasul & Vollgraf (2017), Fashion-MNIST";
        bars = "Crossing bars, 8×8";
        bars_lesson = "Sixteen bars, each there or not: a sparse code finds the bars.";
        bars_credit = "drawn by Hourglass, after Földiák (1990)";
        balls = "One ball, 12×12";
        balls_lesson = "144 pixels, but only two things vary: where the ball is, across and down.";
        patches = "6,000 patches of natural images, 12×12, whitened";
        patches_lesson = "Natural images: a sparse code finds edges.";
        patches_classes = ["camera", "chelsea", "coffee", "grass", "gravel"];
        patches_licence = "CC0";
        patches_credit = "photographs by Lav Varshney, Stéfan van der Walt, Rachel Michetti, linolafett and CC0Textures, with scikit-image";
        ecg = "1,987 heartbeats of one person";
        ecg_lesson = "Trained on normal beats alone, it rebuilds the abnormal ones badly, and so finds them.";
        ecg_classes = ["normal", "ventricular"];
        ecg_licence = "ODC-By 1.0";
        ecg_credit = "MIT-BIH Arrhythmia Database, record 119: Moody & Mark (2001), doi 10.13026/C2F305; Goldberger et al. (2000), PhysioNet";
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
