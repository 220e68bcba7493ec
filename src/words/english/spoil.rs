use crate::words::table::table;
use crate::words::written;

table! {
    /// A sample that the student spoils, and particles in the plane.
    Spoil {
        title = "Spoil it, and see it repaired";
        brush = "Brush";
        ink = "ink";
        rubber = "rubber";
        put_back = "Put it back";
        hint = "draw on x̃; arrow keys and Enter do it too";
        help = "A held-out sample, your spoilt copy of it, and what the network, the same network trained without noise and PCA make of that. Errors are against the clean sample.";
        clean = "clean";
        yours = "yours: draw here";
        repaired = "repaired";
        plain = "trained without noise";
        plain_step(step: u64) = "trained without noise, to step {step}";
        pca = "PCA";
        error(error: f64) { format!("error {}", written(error, 4)) };
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
