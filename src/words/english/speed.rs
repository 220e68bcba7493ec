use crate::words::table::table;

table! {
    /// How fast this device trains.
    Speed {
        title = "How fast does this device learn?";
        about = "Three networks are trained for three seconds each, in the very thread and by the very code that train everywhere on this page, with no pictures to draw: ReLU units, a linear code, a sigmoid output, the mean squared error, Adam, batches of 64 samples, 32-bit numbers.";
        network = "Network";
        samples = "Samples per second";
        gflops = "GFLOP/s";
        gflops_means = "GFLOP/s: billions of floating-point operations per second: six for each weight and sample, a product and a sum forward, for the gradient of the weight and for that of its input.";
        measuring(at: usize, all: usize) = "Measuring network {at} of {all} …";
        done = "Done.";
        failed(why: &str) = "The trainer cannot run here: {why}";
        again = "Measure again";
        back = "To the lessons";
        this = "this device";
        known = "For comparison";
        server = "two noisy cores of an Intel Xeon server, Chromium 156";
    }
}
