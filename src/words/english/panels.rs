use crate::words::table::table;

table! {
    /// The panels beside the figure.
    Panels {
        pictures = "Pictures";
        pictures_help = "What stands here: the code, its units, what it is good for, error against k.";
        lab_help = "What stands here: up to three pictures, in the order in which you choose them. The link keeps them.";
        move_panel(name: &str) = "Move {name} to the front";
        hide_panel(name: &str) = "Hide {name}";
        code_help = "All samples by two of their code numbers. Point anywhere to see what the decoder makes of that place.";
        code = "Code";
        point = "point anywhere to decode";
        strip_help = "All samples along the one number of their code. Height tells nothing: it only keeps classes, and neighbours, apart. Point anywhere to see what the decoder makes of that place.";
        pca_help = "The same samples by their first principal components: the best that straight lines can do.";
        pca = "PCA";
        same = "the same samples";
        weights = "decoder weights";
        moves = "how the decoder moves";
        activations_help = "How strongly each code unit (row) answers to each held-out sample (column).";
        activations = "Activations";
        all_units_by_samples(k: u32) = "{k} units × samples";
        dead_units_by_samples(k: u32, dead: u32) = "{k} units × samples, {dead} dead";
        units = "units";
        samples = "samples";
        unit_order = "Units from the top";
        sample_order = "Samples from the left";
        closely(unit: u32, k: u32) = "unit {unit} of {k}";
        closely_help = "One code unit: what it adds to an image, the samples that excite it most, and how many samples have which activation.";
        close = "Close";
        atom = "its atom";
        exciting_input = "an input that excites it";
        exciting = "what excites it most, with its activation";
        histogram = "its activations, all samples";
        histogram_summary(lit: u32, low: f32, high: f32) = "Activations from {low:.2} to {high:.2}; {lit} samples are above the lowest bar";
        mean_help = "The mean activation of every code unit; plum is what is beyond the target ρ.";
        dictionary_help = "A dictionary: one atom per code unit, what it adds to the image; green adds, violet takes away. Framed: lit for the sample on the stage. Press one to see it closely.";
        dictionary = "Dictionary";
        working = "Working it out …";
        uses_help = "What the code and the errors are good for: telling strange samples from familiar ones, and finding like ones.";
        auc = "Area under the ROC curve";
        auc_means = "The chance that a sample of the unknown kind has a larger error than a familiar one.";
        precision = "Nearest codes, precision";
        precision_means = "Of the 5 training samples with the nearest codes, the part that is of the same class.";
        pca_precision = "The same with PCA";
        pca_precision_means = "With as many principal components as there are code units.";
        dead = "Dead units";
        of(some: u32, all: u32) = "{some} of {all}";
        dead_means = "Code units that hardly vary from sample to sample.";
        singular = "Singular values";
        singular_means = "Of decoder∘encoder: 1 for a component that passes whole, 0 for one that is lost.";
        roc = "ROC curve: found against false alarms";
        component = "component";
        like_component(component: &str, cosine: f32) = "like {component}: {cosine:.2}";
        svd = "SVD of the weights";
        svd_of = ", of decoder∘encoder";
        decoder_weights = "Decoder weights";
        decoder_weights_of = ", one tile per code unit";
        pca_of = ", its components";
        components_help = "The weights of a linear network as images. They span what PCA finds without being it. The singular value decomposition (SVD) takes encoder and decoder as one matrix and splits it into directions, the strongest first: PCA's components. A minus says that a sign is turned; the sign of a component means nothing.";
        components = "Components in the weights";
        back_to_weights = "Back to the weights";
        take_svd = "Take the SVD";
        sweep_summary(k: u32, held_out: f64, pca: f64) = "Error against k: at k = {k} held-out {held_out:.4}, PCA {pca:.4}";
        sweep_empty = "Error against k, still empty";
        sweep_help = "The error at every bottleneck size: PCA dashed, the network held out solid and in training dotted.";
        sweep = "Error against k";
        stop_sweep = "Stop the sweep";
        start_sweep = "Sweep k";
        draw_here = "Draw your line here";
        trade = "The trade";
        trade_note = "error against lit units, log scale";
        trade_help = "What sparsity costs: a dot for every λ or ρ at which the run stood for 400 steps, the present one ringed, and PCA with as many numbers as there are lit units. Further down and further left is better: who finds the best curve?";
        trade_empty = "Error against lit units, still empty: train for 400 steps at one price";
        trade_summary(count: usize, price: &str, lit: f64, error: f64) = "Error against lit units, {count} prices; at {price} {lit:.1} units are lit and the held-out error is {error:.4}";
        levels = "Error at every corruption level";
        levels_note = "held-out samples, drag to train at another";
        levels_behind(step: u64) = "“trained without noise” is still at step {step}";
        levels_help = "The held-out error if inputs are corrupted at other levels than the one trained at: doing nothing, PCA, the same network trained without corruption, and this one. Where doing nothing is as good as this network there is a ring.";
        levels_summary = "Error at every noise level";
        levels_even(level: f32) = "Error at every noise level: below {level:.2} doing nothing is better";
        pc(n: u32) = "PC {n}";
        pca_summary = "All samples by their first principal components";
        code_summary(n: usize) = "All samples by {n} of their code numbers; arrow keys move the decoded point";
        decoded = "decoded";
        across = "Horizontal axis";
        up = "Vertical axis";
        against = "against";
        dictionary_summary(n: usize, largest: f32) = "Decoder weights of {n} code units, from −{largest:.2} to {largest:.2}";
        heatmap_summary(units: usize, samples: usize, largest: f32) = "Activations of {units} code units for {samples} held-out samples; the largest is {largest:.3}";
        mean_summary(units: usize, largest: f32) = "Mean activation of each of {units} code units over the training part; the largest is {largest:.3}";
    }
}

impl Panels {
    pub fn units_by_samples(&self, k: u32, dead: u32) -> String {
        match dead {
            0 => self.all_units_by_samples(k),
            _ => self.dead_units_by_samples(k, dead),
        }
    }

    /// Which principal component a direction is like, and how much: a cosine.
    pub fn alike(&self, n: usize, cosine: f32) -> String {
        let sign = if cosine < 0.0 { "−" } else { "" };
        self.like_component(&format!("{sign}PC {n}"), cosine.abs())
    }
}
