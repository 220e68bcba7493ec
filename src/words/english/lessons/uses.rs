use crate::words::table::table;

table! {
    /// Lesson 6: anomalies, retrieval, compression and drawing.
    Uses {
        heartbeats = "heartbeats";
        heartbeats_text = "Trained on normal heartbeats alone, it knows no others. Each beat's error says how badly it is rebuilt.";
        heartbeats_ask = "It has never seen a ventricular beat. Can it find them?";
        heartbeats_options = ["No, it needs examples", "Yes, nearly all"];
        heartbeats_outcome = "Nearly all: what is not like its own beats does not fit through 4 numbers. PCA finds them too; the idea is the bottleneck, not the network.";
        heartbeats_try = "[Let it learn|play], then drag the threshold: all found, no false alarms?";
        heartbeats_goal_1 = "normal beats better than by PCA, area under ROC over 0.99";
        heartbeats_goal_2 = "your threshold: over 99 % found, under 2 % false alarms";
        beats_told(found: u32, novel: u32, alarms: u32, familiar: u32) = "{found} of {novel} ventricular beats are found, {alarms} of {familiar} normal ones raise a false alarm.";
        beats_under_pca(beats: &str, percent: f64) = "{beats} Normal beats: {percent:.0} % of PCA's error.";
        beats_over_pca(beats: &str) = "{beats} PCA still rebuilds normal beats better.";
        retrieval = "digits like this one";
        retrieval_text = "Images with like codes look alike: a search engine. Each row has the five training digits nearest to yours.";
        retrieval_ask = "Whose five nearest are right most often?";
        retrieval_options = ["2 code numbers", "2 principal components", "All 64 pixels"];
        retrieval_outcome = "The pixels. But two code numbers come near, two of PCA's do not.";
        retrieval_try = "[Let it learn|play] until the first goal is ticked, then give it [8 numbers|k=8]: who is ahead now?";
        retrieval_goal_1 = "with 2 numbers: 15 percentage points over PCA";
        retrieval_goal_2 = "PCA has caught up";
        one_number = "1 number";
        many_numbers(k: u32) = "{k} numbers";
        found_with(numbers: &str, code: f64, pca: f64, pixels: f64) = "With {numbers} {code:.0} % of the nearest codes are right, {pca:.0} % by PCA, and {pixels:.0} % by all pixels.";
        compression = "few bits";
        compression_text = "A code is a compressed image. Each of its 8 numbers takes one of 2, 4, 8 … steps: 1, 2, 3 … bits.";
        compression_ask = "How many bits per number until the error hardly grows?";
        compression_options = ["6 or fewer", "About 10", "All 32"];
        compression_outcome = "6 or fewer: 48 bits an image, once both sides have the decoder. Further bits record what the decoder hardly uses.";
        compression_try = "[Let it learn|play]. Take [1 bit|bits 1] per number, then drag the slider up: when are the digits back?";
        compression_goal_1 = "6 bits or fewer, the error up by less than a tenth";
        compression_goal_2 = "1 or 2 bits: the error more than doubled";
        bits_enough(bits: u32) = "{bits} bits per image: as good as with all bits.";
        bits_percent(bits: u32, percent: f64) = "{bits} bits per image: the error is {percent:.0} % larger than with all bits.";
        bits_times(bits: u32, times: f64) = "{bits} bits per image: the error is {times:.1} times that with all bits.";
        drawing = "drawing from the code";
        drawing_text = "The decoder turns any two numbers into an image. The grid tries them everywhere, the walk between two samples.";
        drawing_ask = "Half way from a 3 to an 8, what comes out?";
        drawing_options = ["Something like a digit", "Two digits, each half as dark"];
        drawing_outcome = "Something like a digit, though not always a good one. Two at half strength is what a cross-fade gives.";
        drawing_try = "[Let it learn|play] until the digits are good. Choose other ends for the walk; move over the grid.";
        drawing_goal_1 = "a walk of your own";
        drawing_goal_2 = "the grid explored";
    }
}

impl Uses {
    /// How many beats of each kind are found, of how many, and the error beside PCA's.
    pub fn told(&self, counts: [u32; 4], ratio: f64) -> String {
        let [found, novel, alarms, familiar] = counts;
        let beats = self.beats_told(found, novel, alarms, familiar);
        match ratio {
            ratio if ratio < 0.995 => self.beats_under_pca(&beats, 100.0 * ratio),
            _ => self.beats_over_pca(&beats),
        }
    }

    /// How often the nearest code, PCA's, and the nearest by all pixels are right, in percent.
    pub fn found(&self, k: u32, parts: [f64; 3]) -> String {
        let [code, pca, pixels] = parts;
        let numbers = match k {
            1 => self.one_number.to_owned(),
            _ => self.many_numbers(k),
        };
        self.found_with(&numbers, code, pca, pixels)
    }

    /// What writing k numbers in so many bits costs, in percent of the error.
    pub fn written(&self, bits: u32, k: u32, percent: f64) -> String {
        match percent {
            percent if percent < 0.5 => self.bits_enough(k * bits),
            percent if percent < 100.0 => self.bits_percent(k * bits, percent),
            _ => self.bits_times(k * bits, 1.0 + percent / 100.0),
        }
    }
}
