use crate::words::table::table;

table! {
    /// A sample that the student spoils, and particles in the plane.
    Spoil {
        title = "Spoil it, and see it repaired";
        title_draw = "Draw, and see what the network makes of it";
        ground = "What you draw on";
        on_sample = "a sample";
        on_sheet = "an empty sheet";
        sheet_help = "Your drawing, what the network and PCA make of it, and how strange it is to the network: its error beside those of held-out images. It stays in the gallery.";
        reconstruction = "rebuilt";
        strange = "strangeness";
        strange_help = "How often held-out images have an error, and where yours is. What the network has learnt to rebuild has a small one.";
        less_strange(of: usize) = "less strange than any of {of} held-out images";
        strangest(of: usize) = "stranger than all {of} held-out images";
        stranger_than(below: usize, of: usize) = "stranger than {below} of {of} held-out images";
        error_axis = "error of an image, mean of (r − x)²";
        yours_mark = "yours";
        drawn_key = "never trained on; the last one is your drawing";
        sheet_hint = "draw on x; arrow keys and Enter do it too";
        sheet_is_empty = "Nothing is drawn yet.";
        brush = "Brush";
        ink = "ink";
        rubber = "rubber";
        put_back = "Put it back";
        wipe = "Wipe it";
        hint = "draw on x̃; arrow keys and Enter do it too";
        help = "A held-out sample, your spoilt copy of it, and what the network, the same network trained without noise and PCA make of that. Errors are against the clean sample.";
        clean = "clean";
        yours = "yours: draw here";
        repaired = "repaired";
        plain = "trained without noise";
        plain_step(step: u64) = "trained without noise, to step {step}";
        pca = "PCA";
        error(error: f64) = "error {error:.4}";
        sheet = "An empty sheet: draw on it, or move with the arrow keys and press Enter";
        drawable = "The sample to spoil: draw on it, or move with the arrow keys and press Enter";
        drop_some = "Drop particles";
        clear_particles = "Clear them";
        particles_help = "Particles go where the field sends them, pass after pass through the network. Press on the plane to drop one.";
        angle = "Angle to the score";
        angle_help = "The mean angle between r(x) − x and the true score of the noisy data, within two standard deviations of the data.";
        field = "r(x) − x, darker where longer";
        true_score = "true score";
        before_after = "error: x̃, r, no noise";
        gain = "gain, dB";
    }
}

impl Spoil {
    /// How many of so many held-out images have a smaller error than the drawing.
    pub fn stranger(&self, below: usize, of: usize) -> String {
        match below {
            0 => self.less_strange(of),
            _ if below == of => self.strangest(of),
            _ => self.stranger_than(below, of),
        }
    }
}
