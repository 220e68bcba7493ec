use crate::words::table::table;

table! {
    /// A training step in slow motion.
    Slow {
        taking = "Taking one step …";
        title(step: u64) = "One step in slow motion: step {step}";
        help = "What happens at this stage of one training step, with its numbers.";
        back = "Back";
        next_step = "Next step";
        on = "Next";
        hold = "Hold";
        run_on = "Run on";
        leave = "Leave";
        batch(n: usize) = "A batch of {n} training samples arrives. We follow the first.";
        corrupt = "The input is corrupted; the target stays clean.";
        encode(k: usize) = "The encoder squeezes it into {k} numbers.";
        decode = "The decoder rebuilds it from these numbers alone.";
        error = "How far is r from x? Square every difference, take the mean.";
        error_by_entropy = "How far is r from x? Training adds up how surprising each pixel of x is to r: the cross-entropy. The squares are there to compare.";
        backward = "Backwards: how much would each weight's growth raise the loss? That is its gradient.";
        update = "Every weight moves a little against its gradient.";
        corruption = "Mean squared corruption";
        sample_error = "Error of this sample";
        batch_loss = "Batch loss";
        batch_penalty = "Batch penalty";
        batch_decay = "Batch weight decay";
        layer(n: usize, rms: &str) = "layer {n}: {rms}";
        largest_gradient = "Largest shown gradient";
        rms = "root mean square";
        largest_change = "Largest shown change";
        rate = "Learning rate η";
        sgd(rate: &str, gradient: &str, change: &str) = "Plain descent, for the weight that moves most: −η × gradient = −{rate} × {gradient} = {change}";
        momentum(rate: &str, gradient: &str, velocity: &str, change: &str) = "Momentum, for the weight that moves most: gradient {gradient}, with nine tenths of the steps before v = {velocity}; −η × v = −{rate} × {velocity} = {change}";
        adam(rate: &str, gradient: &str, m: &str, v: &str, change: &str) = "Adam, for the weight that moves most: gradient {gradient}; running mean m = {m}, of squares v = {v}; −η × m / √v = −{rate} × {m} / √{v} = {change}";
        batch_size = "Samples in the batch";
        batch_sample = "a sample of the batch";
        squared_error = "squared error";
    }
}
