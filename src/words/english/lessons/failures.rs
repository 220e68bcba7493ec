use crate::words::table::table;

table! {
    /// Ways to fail.
    Failures {
        copy = "The copy";
        copy_symptom = "Wait until the error is almost zero: then nonsense, each pixel from another digit, comes back as well as digits.";
        copy_cause = "The bottleneck is as wide as the image: nothing forces a choice.";
        copy_fix = "Narrow the bottleneck to 8";
        dead = "Dead ReLUs";
        dead_symptom = "Half of the code units, or more, stand still whatever the image, and never wake up.";
        dead_cause = "A learning rate of 0.3 threw their sums below zero, where a ReLU has no slope to learn from. What is dead stays dead: only new weights help.";
        dead_fix = "New weights, a linear code, learning rate 0.003";
        cheat = "The cheat";
        cheat_symptom = "The bars end at ρ, as asked; yet all units are lit for every sample.";
        cheat_cause = "Nobody holds the atoms: each unit stays next to ρ and moves a little, and huge weights make much of that little.";
        cheat_fix = "New weights, unit-length atoms";
        dark = "Dead units";
        dark_symptom = "Half of the units, or more, are at 0 for every sample and never come back.";
        dark_cause = "With a learning rate of 0.03 the price pushes sums far below zero, where a ReLU has no slope to come back by.";
        dark_fix = "New weights, learning rate 0.003, λ = 0.003";
        saturated = "Vanishing gradients";
        saturated_symptom = "The network falls to the mean image and stays there for thousands of steps.";
        saturated_cause = "A sigmoid's slope is at most a quarter, and three stand between the error and the first layer: their slopes let at most a sixty-fourth through.";
        saturated_fix = "ReLU units and Adam";
        mean = "The mean image";
        mean_symptom = "Whatever goes in, the same blur comes out: the mean of all digits.";
        mean_cause = "A weight decay of 0.1 costs more than any weight earns: the weights go to 0, and the biases alone draw the mean.";
        mean_fix = "No weight decay";
        harm = "More harm than help";
        harm_symptom = "The gain is below 0 dB: a noisy digit, left alone, is nearer to the clean one than what comes out.";
        harm_cause = "So little noise hides less than 4 code numbers lose. Where noise is weak, the code must hold nearly everything.";
        harm_fix = "A code of 64 numbers";
        empty = "A gain without a pixel";
        empty_symptom = "Not one pixel goes in, one blur comes out for all: and still the gain is 5 dB.";
        empty_cause = "A gain compares with doing nothing, an empty image here. The mean of all digits is nearer to any digit than that. Look at what comes out too.";
        empty_fix = "Leave six pixels of ten";
        alike = "One code for all";
        alike_symptom = "Every digit finds the same five neighbours: one in ten is right, as by chance.";
        alike_cause = "Both code units are dead ReLUs: all codes are 0, so that all are equally near.";
        alike_fix = "New weights, a linear code, learning rate 0.01";
        rounded = "Rounded away";
        rounded_symptom = "The code holds everything, and 6 bits for each of its 64 numbers spoil it: the error is many times that with all bits.";
        rounded_cause = "Each number is rounded, and their errors add up. They are small, but next to nothing was missed before. A code of 8 loses more itself.";
        rounded_fix = "A code of 8 numbers";
        divergence = "Divergence";
        divergence_symptom = "The error grows from step to step until it is no number any more.";
        divergence_cause = "Each step overshoots the valley by more than the one before.";
        divergence_fix = "New weights, learning rate 0.05";
    }
}
