use crate::words::table::table;

table! {
    /// The Lab.
    Lab {
        digits = "digits through 2 numbers";
        digits_text = "Every control and every picture. Nothing here is a lesson.";
        digits_try = "Drag *k* while it learns.";
        ruler = "the ruler of 2006";
        ruler_text = "MNIST through 30 numbers. The lines are errors per image that Hinton & Salakhutdinov published: PCA, logistic PCA, and a deep autoencoder that had learned 60,000 images. This one learns 1,600.";
        ruler_try = "[Let it learn|play] past both PCA lines. Then take the [weight decay away|decay=0]: its own images get better, new ones worse.";
        ruler_goal_1 = "new images under PCA's 13.87";
        ruler_goal_2 = "new images under logistic PCA's 8.01";
        pca = "PCA";
        logistic_pca = "logistic PCA";
        deep = "deep autoencoder";
        under(new: f64, name: &str, error: f64, own: f64) = "{new:.2} per new image: under {name}'s {error:.2} of 2006; {own:.2} on its own images.";
        over(new: f64, error: f64) = "{new:.2} per new image: PCA's {error:.2} of 2006 is still better.";
        ruler_help = "Errors per image, on a logarithmic ruler: above it what others have published, below it this network's.";
        ruler_summary(held_out: f64, train: f64, pca: f64) = "Squared error per image: held-out {held_out:.2}, training {train:.2}, PCA here {pca:.2}";
    }
}
