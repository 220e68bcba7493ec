use crate::words::table::table;
use crate::words::written;

table! {
    /// The strip at the bottom: transport, chart and the loss.
    Strip {
        twin_short = "twin";
        pinned_short = "A";
        penalty = "penalty";
        kl = "KL";
        mean = "mean";
        none = "none";
        terms = "The loss and its terms";
        terms_help = "What training makes small, with its present numbers. Point at a term to see what it acts on.";
        loss = "loss";
        reconstruction = "reconstruction error";
        decay = "weight decay";
        pause = "Pause";
        play = "Play";
        play_hint(name: &str) = "{name} (Space)";
        play_help = "Lets the network learn, or holds it (Space).";
        training = "Training";
        step = "Step";
        step_help = "One training step (.)";
        slow = "Slow motion";
        slow_help = "One step in slow motion (S)";
        reset = "Reset";
        reset_help = "Start again from new weights (R)";
        twin = "Twin";
        twin_help = "A second network beside this one, one setting different (W)";
        pin = "Pin run";
        pin_help = "Keep this run beside the next ones (P)";
        before(steps: u64) = "Before: {steps} steps";
        before_help = "The run that the present one took the place of. It is kept until the next one and can be brought back.";
        bring_back = "Bring it back";
        forget = "Forget it";
        pinned_help = "A run that was put aside to compare with, with its settings and pictures; its curve is grey.";
        pinned_same = "A: the same settings";
        pinned_since(changes: &str) = "A; since then {changes}";
        show_this = "Show this run";
        show_pinned = "Show A";
        unpin = "Unpin";
        show_pinned_key = "(A)";
        looking_help = "The pictures are of an earlier step. Training goes on from the newest one, or from here: what came after is then forgotten.";
        looking_back(step: u64) = "At step {step}";
        go_on = "Go on from here";
        to_now = "To now";
        no_step = "No step taken yet";
        summary_of(steps: u64, train: &str, held_out: &str, pca: &str) = "Error over {steps} steps: training {train}, held-out {held_out}, PCA {pca}";
        published_in(named: &str) = "; published in 2006: {named}";
        chart_help = "The error at every step: held-out solid, training dotted, PCA dashed. Every change of a control leaves a tick. Drag the handle to look back in time.";
        chart = "Error over training";
        at_step(step: u64) = "step {step}:";
        measured(step: u64) = "errors of step {step}, log scale";
        two_errors(held_out: &str, train: &str) = "held-out {held_out}, training {train}";
        press_space = "Press Space to train";
        drag = "Drag to look back";
        step_number(step: u64) = "step {step}";
    }
}

impl Strip {
    /// The errors of training, of what is held out and of PCA, after so many steps.
    pub fn summary(&self, steps: u64, errors: [f64; 3], decimals: usize) -> String {
        let [train, held_out, pca] = errors.map(|error| written(error, decimals));
        self.summary_of(steps, &train, &held_out, &pca)
    }

    pub fn errors(&self, held_out: f64, train: f64, decimals: usize) -> String {
        self.two_errors(&written(held_out, decimals), &written(train, decimals))
    }

    pub fn published(&self, named: &[(f64, &str)]) -> String {
        let named: Vec<String> = named
            .iter()
            .map(|(error, name)| format!("{name} {}", written(*error, 2)))
            .collect();
        self.published_in(&named.join(", "))
    }
}
