use crate::words::table::table;

table! {
    /// What all lessons have in common.
    Lessons {
        intro = "What is an autoencoder?";
        pca = "Autoencoder against PCA";
        undercomplete = "Undercomplete";
        sparse = "Sparse";
        denoising = "Denoising";
        uses = "Uses";
        lab = "Lab";
        short = ["Basics", "PCA", "Narrow", "Sparse", "Noise", "Uses", "Lab"];
        drag = "[Let it learn|play] and drag what you like.";
        untrained = "Untrained: the weights are still random.";
        under_pca(percent: f64) = "On new samples the error is {percent:.0} % of PCA's.";
        like_pca = "On new samples its error is PCA's.";
        percent_over_pca(percent: f64) = "On new samples PCA is still better: the network makes {percent:.0} % more error.";
        times_over_pca(times: f64) = "On new samples PCA is still better: the network makes {times:.1} times its error.";
        far_over_pca(times: f64) = "On new samples PCA is still better: the network makes {times:.0} times its error.";
        pca_copies(k: u32, missed: f64) = "PCA copies everything with k = {k}; the network misses {missed:.1} % of the variance.";
        mean = "The mean: every sample comes out the same.";
        off = "The code is off for every sample: each comes out the same, as the mean.";
        worse_than_mean = "The error is larger than that of showing the mean every time.";
        so_far(missed: f64) = "So far {missed:.0} % of the held-out variance is missed.";
    }
}

impl Lessons {
    /// How many times PCA's error the network's is, on new samples.
    pub fn over_pca(&self, times: f64) -> String {
        match times {
            ..2.0 => self.percent_over_pca(100.0 * (times - 1.0)),
            ..10.0 => self.times_over_pca(times),
            _ => self.far_over_pca(times),
        }
    }
}
