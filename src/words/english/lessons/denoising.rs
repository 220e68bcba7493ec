use crate::words::table::table;

table! {
    /// Lesson 5: the way back to the data.
    Denoising {
        gaussian = "digits under gaussian noise";
        gaussian_text = "The input is corrupted, the target is clean: the network learns to undo the noise.";
        masking = "digits with missing pixels";
        masking_text = "Pixels go missing; what is left must tell the rest.";
        spiral = "the way back to a spiral";
        spiral_text = "Points off the spiral are sent back to it: the arrows are r − x.";
    }
}
