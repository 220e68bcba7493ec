use crate::words::table::table;

table! {
    /// Ways to fail.
    Failures {
        copy = "The copy";
        copy_symptom = "The error is almost zero, and nonsense comes back as well as digits.";
        copy_cause = "The bottleneck is as wide as the image: nothing forces a choice.";
        copy_fix = "Narrow the bottleneck to 8";
        dead = "Dead ReLUs";
        dead_symptom = "Code units stand at 0 for every image and never wake up.";
        dead_cause = "A step too far pushed their sums below zero, where a ReLU has no slope to learn from.";
        dead_fix = "A leaky start: tanh units, rate 0.003";
        saturated = "Saturated sigmoids";
        saturated_symptom = "The loss falls to the average image and stays there for thousands of steps.";
        saturated_cause = "Through two sigmoids a slope shrinks at least sixteenfold: the early layers hardly hear of the error.";
        saturated_fix = "ReLU units and Adam";
        mean = "The mean image";
        mean_symptom = "Whatever goes in, a blur comes out; the curve is flat.";
        mean_cause = "The learning rate is so small that thousands of steps change nothing.";
        mean_fix = "Adam, rate 0.003";
        divergence = "Divergence";
        divergence_symptom = "The error grows from step to step until it is no number any more.";
        divergence_cause = "Each step overshoots the valley by more than the one before.";
        divergence_fix = "Learning rate 0.05";
    }
}
