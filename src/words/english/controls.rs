use crate::words::table::table;

table! {
    /// The controls.
    Controls {
        no_number(text: &str) = "“{text}” is not a number";
        beyond(low: f64, high: f64) = "it goes from {low} to {high}";
        nearest(label: &str, asked: f64) = "{label} is the nearest to {asked}";
        split(train: u32, held_out: u32) = "{train} to train on, {held_out} held out";
        typed(name: &str) = "{name}, typed";
        layer(n: usize) = "Layer {n} units";
        layer_help = "How many units this hidden layer has, in the encoder and in the decoder.";
        restarts = "starts a new run";
        random_seed = "Random seed";
        data_set(title: &str, lesson: &str) = "{title}. {lesson}";
        fixed = "fixed by whoever made the link";
        own_data = "Your own data …";
        group_data = "Data";
        group_network = "Network";
        group_loss = "Loss";
        group_corruption = "Corruption of the input";
        group_training = "Training";
        settings = "Settings";
        close = "Close settings";
        own = "Controls of this lesson";
        all = "All controls";
    }
}
