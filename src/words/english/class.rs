use crate::words::table::table;

table! {
    /// What students hand in, and a class's results.
    Class {
        hand_in = "Hand in your result";
        class = "Read a class's results";
        nothing_yet = "Nothing is learned yet: press Play first.";
        your_name = "Your name, if you like";
        your_code = "Your result as a code: settings, curve and answer";
        paste = "Paste the codes here, one after another; other text among them does no harm";
        scan = "Scan with the camera";
        stop_scanning = "Stop scanning";
        photos = "or open photos of codes";
        camera = "What the camera sees: hold a code before it";
        no_camera(why: &str) = "There is no camera to see through: {why}";
        not_safe = "browsers show the camera only to pages that come over https, or from this very device.";
        no_code = "No code was found in one of the photos.";
        read_none = "No result yet.";
        codeless = "No result code in this text: one begins with HG1-.";
        read_one = "One result.";
        read_many(count: usize) = "{count} results.";
        damaged_one(codes: &str) = "One code is damaged: {codes}.";
        damaged_many(count: usize, codes: &str) = "{count} codes are damaged: {codes}.";
        mixed = "They are of different samples: their errors do not compare.";
        nobody(place: usize) = "number {place}";
        curves(count: usize) = "Held-out error over the steps of {count} results, both scales logarithmic";
        pca = "PCA";
        first_step = "step 1";
        step(step: u32) = "step {step}";
        results = "Results, the lowest held-out error first";
        rank = "Rank";
        name = "Name";
        held_out = "Held-out error";
        train = "Training error";
        steps = "Steps";
        changed = "Changed";
        answer = "Predicted";
        page = "Page";
        open = "open";
        drew_a_line = "a line";
    }
}

impl Class {
    pub fn read(&self, count: usize) -> String {
        match count {
            0 => self.read_none.to_owned(),
            1 => self.read_one.to_owned(),
            _ => self.read_many(count),
        }
    }

    pub fn damaged(&self, count: usize, codes: &str) -> String {
        match count {
            1 => self.damaged_one(codes),
            _ => self.damaged_many(count, codes),
        }
    }
}
