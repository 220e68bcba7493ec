use crate::words::table::table;

table! {
    /// What a readout is called, and what its number is.
    Readings {
        epoch = "Epoch";
        epoch_means = "How often every training sample has been seen.";
        step = "Step";
        step_means = "How many batches the network has learned from.";
        steps_per_s = "Steps per second";
        steps_per_s_means = "Steps taken in each of the last two seconds, by the clock.";
        loss = "Loss";
        loss_means = "What training makes small: the sum of all terms, over the training part.";
        train = "Training error";
        train_means = "Mean of (r − x)² over training samples and features.";
        held_out = "Held-out error";
        held_out_means = "The same over samples that were never trained on.";
        pca = "PCA error";
        pca_means = "The held-out error of PCA with as many numbers; 0 where they are enough to copy everything.";
        per_image = "Squared error per image";
        per_image_means = "The held-out error summed over an image's pixels, as most papers print it.";
        penalty = "Penalty";
        penalty_means = "What the activations of the code cost.";
        active = "Active units";
        active_means = "The fraction of code activations that are not off: above 0 for ReLU units, above 1 % of the layer's largest for others. 0 where nothing is made of the code.";
        out_of(some: &str, all: u32) = "{some} of {all}";
        lit = "Lit per sample";
        lit_means = "How many code units are active for one sample, on average (L0).";
        mean = "Mean activation";
        mean_means = "The mean of all code activations over the training part.";
        angle = "Largest principal angle";
        angle_means = "Between what a linear network can make and what PCA can: 0° is the same. One direction is enough for a large angle: where two variances are nearly equal, either serves and the error tells nothing. – where PCA's components are not unique, because variances are equal or zero.";
        gain = "Denoising gain";
        gain_means = "How much nearer to the clean samples the network brings noisy ones, in decibels.";
        per_image_label = "Error per image";
        angle_label = "Largest principal angle, °";
        gain_label = "Denoising gain, dB";
    }
}
