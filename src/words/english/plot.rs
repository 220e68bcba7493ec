use crate::words::table::table;

table! {
    /// What is written into pictures.
    Plot {
        log_scale = "mean squared error, log scale";
        penalty = "penalty";
        pca = "PCA";
        training = "training";
        held_out = "held-out";
        step = "step";
        error_of(name: &str, error: f64) = "{name} {error:.4}";
        error_alone(error: f64) = "error {error:.4}";
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
        bottleneck = "bottleneck size k";
    }
}
