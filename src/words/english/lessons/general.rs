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
        drag = "[Let it learn|play] and drag what you like.";
        untrained = "Untrained: the weights are still random.";
        under_pca(percent: f64) = "On new samples the error is {percent:.0} % of PCA's.";
        like_pca = "On new samples the network does what PCA does.";
        over_pca(times: f64) = "On new samples PCA is still better: {times:.1} times less error.";
    }
}
