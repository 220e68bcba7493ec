use crate::words::table::table;

table! {
    /// What a readout is called, and what its number is.
    Readings {
        epoch = "Epoch";
        epoch_means = "How often every training sample has been seen.";
        step = "Step";
        step_means = "How many batches the network has learned from.";
        steps_per_s = "Steps per second";
        steps_per_s_means = "How fast it learns on this device.";
        loss = "Loss";
        loss_means = "What training makes small: the sum of all terms, over the training part.";
        train = "Training error";
        train_means = "Mean of (r − x)² over training samples and features.";
        held_out = "Held-out error";
        held_out_means = "The same over samples that were never trained on.";
        pca = "PCA error";
        pca_means = "The held-out error of PCA with as many numbers.";
        per_image = "Squared error per image";
        per_image_means = "The held-out error summed over an image's pixels, as most papers print it.";
        penalty = "Penalty";
        penalty_means = "What the activations of the code cost.";
        active = "Active units";
        active_means = "The fraction of activations above 1 % of their unit's largest.";
        mean = "Mean activation";
        mean_means = "The mean of all code activations over the training part.";
        angle = "Largest principal angle";
        angle_means = "Between what a linear network can make and what PCA can: 0° is the same.";
        gain = "Denoising gain";
        gain_means = "How much nearer to the clean samples the network brings noisy ones, in decibels.";
        per_image_label = "Error per image";
        angle_label = "Largest principal angle, °";
        gain_label = "Denoising gain, dB";
    }
}
