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
        error_axis = "error of a sample, log scale";
        threshold(error: f64) = "threshold {error:.4}";
        passed(count: u32, kind: &str) = "{count} {kind} pass";
        missed(count: u32, kind: &str) = "{count} {kind} missed";
        false_alarm = "1 false alarm";
        many_false_alarms(count: u32) = "{count} false alarms";
        found_of(count: u32) = "{count} found";
        bits = "bits per code number";
        code_moves = "how far the code moves, in its standard deviations";
        unregularised = "unregularised";
        both_good = "↙ rebuilds, and stands firm";
        autoencoder = "network";
        bottleneck = "bottleneck size k";
    }
}

impl Plot {
    pub fn error_of(&self, name: &str, error: f64, decimals: usize) -> String {
        format!("{name} {}", written(error, decimals))
    }

    pub fn false_alarms_of(&self, count: u32) -> String {
        match count {
            1 => self.false_alarm.to_owned(),
            _ => self.many_false_alarms(count),
        }
    }
}
