use crate::words::table::table;

table! {
    /// The user's own samples: chosen, drawn, looked at.
    Samples {
        data = "Your own data";
        note = "They stay in this page: nothing is sent anywhere.";
        ways = "Where the samples come from";
        from_files = "From files";
        draw_points = "Draw points";
        draw_images = "Draw images";

        choose = "A table (CSV), images, or a zip, IDX, npy or npz file: choose it, or drop it here.";
        files = "Files";
        folder = "A folder of images; folders in it become classes.";
        folder_of_images = "Folder of images";
        paste = "Or paste rows of a table here";
        pasted = "pasted.csv";
        reading = "Reading …";
        decoding(done: usize, all: usize) = "Decoding pictures: {done} of {all} …";
        cancel = "Cancel";
        undecoded = "This browser can decode none of these pictures.";

        left_out = "Left out, or changed";
        first_images(count: usize) = "The first {count} images";
        first_rows = "The first rows as they stand in the file";
        more_columns(count: usize) = "and {count} more";
        points(count: usize) = "{count} points in the plane";
        header = "The first row names the columns";
        classes = "Classes from";
        no_classes = "no column";
        as_images = "Each row is an image";
        side = "Size";
        side_of(side: usize) = "{side} × {side}";
        inverted = "Dark is ink";
        standardise = "Bring every column to one scale";
        train_none = "Train";
        train_on(count: usize) = "Train on these {count}";

        tools = "Tool";
        spray = "Spray";
        line = "Line";
        erase = "Erase";
        draw_here = "Draw points here: with the pointer, or move with the arrow keys and press Space";
        draw_here_image = "Draw an image here: with the pointer, or move with the arrow keys and press Space";
        no_points = "No points yet: five are the least.";
        many_points(count: usize) = "{count} points";
        no_images = "No images yet: ten or more learn best, five are the least.";
        one_image = "One image";
        many_images(count: usize) = "{count} images";
        undo = "Undo";
        add = "Add this image";
        drawn_points = "drawn points";
        drawn_images = "drawn images";

        keep = "Keep them on this device too";
        not_kept = "This device did not keep them: there is no room, or the browser keeps nothing here. Press again to train on them all the same.";
        kept = "Kept on this device";
        forget(title: &str) = "Forget {title}";
        forget_it = "Forget";
        damaged(title: &str) = "“{title}” could not be read again.";
    }
}

impl Samples {
    pub fn train(&self, count: usize) -> String {
        match count {
            0 => self.train_none.to_owned(),
            _ => self.train_on(count),
        }
    }

    pub fn points_drawn(&self, count: usize) -> String {
        match count {
            0 => self.no_points.to_owned(),
            _ => self.many_points(count),
        }
    }

    pub fn images_drawn(&self, count: usize) -> String {
        match count {
            0 => self.no_images.to_owned(),
            1 => self.one_image.to_owned(),
            _ => self.many_images(count),
        }
    }
}
