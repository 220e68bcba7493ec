use crate::words::table::table;

table! {
    /// The rail of a lesson.
    Lesson {
        everything = "Everything at once";
        number(n: usize) = "Lesson {n}";
        lesson = "Lesson";
        try_help = "Things to do: the underlined words do them.";
        try_this = "Try this";
        experiment = "Experiment";
        experiment_help = "The experiments of this lesson; each starts anew.";
        answer = "your answer";
        line_dashed = "your line is dashed in the chart";
        draw_again = "Draw it again";
        draw = "draw with the pointer, or with the arrow keys";
        prediction = "Prediction";
        prediction_help = "Say what you expect before it happens; afterwards both stand side by side.";
        predict = "Predict first";
        pass = "Tell me";
        done = "(done)";
        to_do = "(to do)";
        goal(n: usize) = "goal {n}, named once you have answered";
        goals_help = "What has to happen for this experiment to be done. This device remembers it.";
        failures = "What can go wrong";
        failures_help = "Ways to fail, live: each can be put right again.";
        mended = "Mended.";
        mending = "Being mended …";
        there = "There it is.";
        wait = "Wait for it …";
        what_happened = "What happened?";
        fix(name: &str) = "Fix it: {name}";
        back = "Back to the lesson";
    }
}
