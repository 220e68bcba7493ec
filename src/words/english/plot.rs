use crate::words::table::table;
use crate::words::written;

table! {
    /// What is written into pictures.
    Plot {
        log_scale = "mean squared error, log scale";
        penalty = "penalty";
        pca = "PCA";
        pca_here = "PCA here";
        training = "training";
        held_out = "held-out";
        step = "step";
        per_image_scale = "squared error per image, log scale; lines: 2006";
        error_of(name: &str, error: f64, decimals: usize) { format!("{name} {}", written(error, decimals)) };
        error_alone(error: f64) { format!("error {}", written(error, 4)) };
        start_from = "start from";
        the_bias = "the bias";
        smaller = "smaller";
        lit = "code units lit for a sample";
        your_best = "your best";
        do_nothing = "do nothing";
        plain = "trained without noise";
        denoising = "this network";
        noise_level = "corruption level";
        below(level: f32) = "below {level:.2}";
        harm = "it does harm";
        worst = "largest error";
        best = "smallest";
        held_out_samples = "held-out samples";
        k(k: u32) = "k = {k}";
        k_shown(k: u32, shown: usize) = "k = {k}, {shown} shown";
        of(shown: usize, all: u32) = "{shown} of {all}";
        false_alarms = "false alarms";
        found = "found";
        your_line = "your line";
        error_axis = "error of a sample, log scale";
        threshold(error: f64) { format!("threshold {}", written(error, 4)) };
        passed(count: u32, kind: &str) = "{count} {kind} pass";
        missed(count: u32, kind: &str) = "{count} {kind} missed";
        false_alarms_of(count: u32) {
            match count {
                1 => "1 false alarm".to_owned(),
                _ => format!("{count} false alarms"),
            }
        };
        found_of(count: u32) = "{count} found";
        bits = "bits per code number";
        code_moves = "how far the code moves, in its standard deviations";
        unregularised = "unregularised";
        both_good = "↙ rebuilds, and stands firm";
        autoencoder = "network";
        bottleneck = "bottleneck size k";
    }
}
