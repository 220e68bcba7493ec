use crate::words::table::table;

table! {
    /// What a listener is told of a run, in one sentence of these parts.
    Aloud {
        error(step: u64, error: f64) = "Step {step}: held-out error {error:.4}";
        under_pca(percent: f64) = ", {percent:.0} % under PCA";
        over_pca(percent: f64) = ", {percent:.0} % over PCA";
        times_pca(times: f64) = ", {times:.1} times PCA's";
        like_pca = ", the same as PCA's";
        dead(dead: u32, k: u32) = "; {dead} of {k} units dead";
    }
}
