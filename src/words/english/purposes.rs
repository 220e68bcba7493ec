use crate::words::table::table;

table! {
    /// What code and errors are good for: the figures and panels of lesson 6.
    Purposes {
        title_errors = "Errors of familiar and novel samples";
        title_search = "A code as a search engine";
        title_bits = "A code as a compressed image";
        title_walk = "Drawing from the code";
        errors_key = "never trained on: normal beats held out, ventricular beats all";
        errors_help = "Above, the errors of familiar samples that were held out; below, those of a kind never trained on. The height of a bar is the square root of how many there are. Press or drag to set the threshold: what is right of it raises an alarm.";
        errors_summary(found: u32, novel: u32, alarms: u32, familiar: u32) = "Errors of {familiar} familiar and {novel} novel samples: above the threshold are {found} novel ones and {alarms} familiar ones";
        threshold = "Threshold";
        threshold_help = "The error above which a sample raises an alarm.";
        find_threshold = "find it: 95 % of training samples below";
        search_help = "A held-out sample and the five training samples nearest to it: by the distance of their codes, by PCA with as many numbers, and by all pixels. A tick is the same class.";
        hit_key = "✓ the same class";
        miss_key = "✗ another class";
        hit(class: &str) = "{class}, the same class";
        no_hit(class: &str) = "{class}, another class";
        by_code = "by code";
        by_pca = "by PCA";
        by_features = "by pixels";
        precision = "right, of all held-out samples";
        precision_of(name: &str) = "Precision {name}";
        one_bit = "1 bit";
        many_bits(bits: u32) = "{bits} bits";
        bits = "Bits per code number";
        bits_slider_help = "Each code number is cut to one of so many equal steps of its range: 2, 4, 8 and so on with 1, 2, 3 bits.";
        bits_help = "Held-out images, one per column: as they are, as the network rebuilds them, and as network and PCA do when each code number has so few bits.";
        bits_by_numbers(k: u32, bits: u32, code_bits: u32, percent: f64, pixels: u32, pixel_bits: u32) = "{k} × {bits} = {code_bits} bits per image, {percent:.0} % of {pixels} pixels × 8 = {pixel_bits}";
        from = "from";
        to = "to";
        between_codes = "codes between";
        fade = "cross-fade";
        walk_help = "From one held-out sample to another: decoded from codes between theirs, by PCA, and as one image fading into the other.";
        walk_summary(steps: usize) = "{steps} images from one sample to another, by the network, by PCA and as a cross-fade";
        pca_auc = "The same by PCA";
        pca_auc_means = "By the error of PCA with as many numbers.";
        counts = "At this threshold";
        counts_help = "How many samples are above and below the threshold: the confusion matrix.";
        alarm = "alarm";
        no_alarm = "none";
        novel = "novel";
        familiar = "familiar";
        found = "found";
        missed = "missed";
        false_alarms = "false alarms";
        passed = "passed";
        rates = "Error against bits";
        rates_note = "held-out samples, log scale; drag the line";
        rates_help = "The held-out error when each code number is written with so many bits: the network's, and PCA's with as many numbers and bits.";
        rates_summary(bits: u32, error: f64, pca: f64) = "Error against bits: with {bits} per number {error:.4}, PCA {pca:.4}";
        faces = "Two faces";
        faces_note = "error against how far the code moves";
        faces_behind(step: u64) = "“unregularised” is still at step {step}";
        faces_alone = "error against how far the code moves; add noise, a penalty or weight decay to compare";
        faces_help = "An autoencoder must be sensitive enough to rebuild its samples, and insensitive to little changes of them. Each held-out sample: its error, and how far its code moves when its input is shaken by a tenth of the data's standard deviation. Grey is the same network without noise, penalty and weight decay.";
        faces_summary(error: f32, moved: f32, other_error: f32, other_moved: f32) = "Error {error:.4} and a code that moves by {moved:.3}; without regularisers {other_error:.4} and {other_moved:.3}";
        grid = "Decoded all over";
        grid_note = "point at a place";
        grid_help = "What the decoder makes of codes all over the plane of two code units; the others are at their mean.";
        grid_hint = "Point at a place, or use the arrow keys.";
        grid_summary = "Images decoded all over the code's plane; arrow keys move over them";
    }
}

impl Purposes {
    pub fn of_bits(&self, bits: u32) -> String {
        match bits {
            1 => self.one_bit.to_owned(),
            _ => self.many_bits(bits),
        }
    }

    /// What an image takes as k numbers of so many bits, beside 8 bits for each of its pixels.
    pub fn bits_of_image(&self, k: u32, bits: u32, pixels: u32) -> String {
        let (code_bits, pixel_bits) = (k * bits, 8 * pixels);
        let percent = 100.0 * f64::from(code_bits) / f64::from(pixel_bits.max(1));
        self.bits_by_numbers(k, bits, code_bits, percent, pixels, pixel_bits)
    }
}
