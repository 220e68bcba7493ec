use crate::words::table::table;

table! {
    /// What is understood of the user's own files, and what is wrong with them.
    Import {
        fault(place: &str, expected: &str, found: &str) = "{place}: expected {expected}, found {found}.";
        line_place(file: &str, line: u64) = "{file}, line {line}";
        cell_place(file: &str, line: u64, column: &str) = "{file}, line {line}, column “{column}”";
        column_place(file: &str, column: &str) = "{file}, column “{column}”";

        nothing = "Nothing was chosen";
        a_file = "a file";
        none = "none";
        another_file = "another kind of file";
        one_kind = "files of one kind: one table, one array, images, or images with their labels";
        kinds = "a table as text (CSV), images, or an IDX, npy, npz, zip or gzip file";
        binary = "bytes that are neither text nor any of these";
        rows_of_numbers = "rows of numbers";
        empty = "nothing";
        whole_archive = "a whole archive";
        whole_file = "a whole file";
        more_inside = "more in the archive";
        at_most_megabytes(most: usize) = "at most {most} MB";
        megabytes(found: usize) = "{found} MB";
        at_most_files(most: usize) = "at most {most} files";
        so_many_files(found: usize) = "{found}";
        so_many_columns(least: usize, most: usize) = "{least} to {most} columns of numbers";
        columns_found(found: usize) = "{found} columns";
        and_a_cell(found: &str, cell: &str) = "{found}, and here the words {cell}";
        at_least_rows(least: usize) = "at least {least} rows of numbers";
        rows(found: usize) = "{found}";
        one_cell = "1 value";
        many_cells(found: usize) = "{found} values";
        open_quote = "one value over several lines: a quote may be open";
        a_number = "a number";
        a_finite_number = "finite numbers";
        a_run = "a run: bring it back under Export";
        not_finite = "infinite or missing ones";
        numbers_of_f32 = "numbers under 3.4e38 (or columns brought to one scale)";
        numbers_of_f64 = "numbers that can be compared";
        too_far_apart = "numbers too far apart";
        what_varies = "values that vary";
        all_the_same = "the same in every sample";
        at_least_images(least: usize) = "at least {least} images";
        images(found: usize) = "{found}";
        images_too = "the images beside the labels: choose both files at once";
        only_labels = "labels alone";
        so_many_labels(n: usize) = "{n} labels";
        idx = "an IDX file";
        values_for(sizes: &str) = "values for {sizes}";
        bytes(found: usize) = "{found} bytes";
        npy = "a whole npy array";
        array_of_samples = "an array of samples: rows, or images";
        array_of_numbers = "an array of numbers";
        single_value = "a single value";
        array_of(sizes: &str) = "an array of {sizes}";

        by_commas = "A table with commas between the columns";
        by_semicolons = "A table with semicolons between the columns";
        by_tabs = "A table with tabs between the columns";
        by_bars = "A table with bars between the columns";
        by_spaces = "A table with spaces between the columns";
        with_commas = ", and decimal commas";
        in_encoding(encoding: &str) = ", written in {encoding}";
        rows_of(n: usize, d: usize) = "{n} rows of {d} numbers.";
        column(number: usize) = "column {number}";
        standardised = "Each column is brought to mean 0 and standard deviation 1.";
        as_they_are = "The columns stay as they are.";
        large = "Some numbers are large: training may diverge unless columns are brought to one scale.";
        one_copy = "One row is the copy of another: both are trained on, or both held out.";
        many_copies(n: usize) = "{n} rows are copies of others: those that are alike are trained on together, or held out together.";
        labelled(column: &str, classes: usize) = "{classes} classes, from {column}.";
        labels_file = "the labels";
        images_of(n: usize, width: usize, height: usize) = "{n} images of {width} × {height} pixels.";
        pictures(n: usize, side: usize) = "{n} pictures, in grey, within {side} × {side} pixels.";
        resized(side: usize) = "They are brought to {side} × {side} pixels.";
        white_paper = "They stand on white: dark becomes ink.";
        by_folder(classes: usize) = "{classes} classes, from the folders.";

        constant(columns: &str) = "Holds one value only, and is 0 in every sample: {columns}.";
        wordy_one(columns: &str) = "Holds no numbers: {columns}.";
        wordy_many(columns: &str) = "Hold no numbers: {columns}.";
        mostly_empty_one(columns: &str) = "Holds mostly gaps: {columns}.";
        mostly_empty_many(columns: &str) = "Hold mostly gaps: {columns}.";
        repeated_once = "The header stands once more among the rows.";
        repeated_often(count: usize) = "The header stands {count} more times among the rows.";
        doubled(columns: &str) = "Columns of the same name have a number now: {columns}.";
        one_gap(line: u64) = "One row has a gap: line {line}.";
        many_gaps(count: usize, line: u64) = "{count} rows have gaps, the first is line {line}.";
        sampled(n: usize, most: usize) = "Of {n} samples {most} are taken, evenly.";
        no_picture(names: &str) = "No picture: {names}.";
        many_no_pictures(count: usize, names: &str) = "{count} files are no pictures: {names}.";
    }
}

impl Import {
    pub fn columns_of_numbers(&self, found: usize) -> String {
        match found {
            0 => self.none.to_owned(),
            _ => found.to_string(),
        }
    }

    pub fn cells(&self, found: usize) -> String {
        match found {
            1 => self.one_cell.to_owned(),
            _ => self.many_cells(found),
        }
    }

    pub fn idx_values(&self, sizes: &[usize]) -> String {
        self.values_for(&crossed(sizes))
    }

    pub fn dimensions(&self, sizes: &[usize]) -> String {
        match sizes {
            [] => self.single_value.to_owned(),
            _ => self.array_of(&crossed(sizes)),
        }
    }

    pub fn copies(&self, n: usize) -> String {
        match n {
            1 => self.one_copy.to_owned(),
            _ => self.many_copies(n),
        }
    }

    pub fn wordy(&self, count: usize, columns: &str) -> String {
        match count {
            1 => self.wordy_one(columns),
            _ => self.wordy_many(columns),
        }
    }

    pub fn mostly_empty(&self, count: usize, columns: &str) -> String {
        match count {
            1 => self.mostly_empty_one(columns),
            _ => self.mostly_empty_many(columns),
        }
    }

    pub fn repeated(&self, count: usize) -> String {
        match count {
            1 => self.repeated_once.to_owned(),
            _ => self.repeated_often(count),
        }
    }

    pub fn gaps(&self, count: usize, line: u64) -> String {
        match count {
            1 => self.one_gap(line),
            _ => self.many_gaps(count, line),
        }
    }

    pub fn no_pictures(&self, count: usize, names: &str) -> String {
        match count {
            1 => self.no_picture(names),
            _ => self.many_no_pictures(count, names),
        }
    }
}

fn crossed(sizes: &[usize]) -> String {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    sizes.join(" × ")
}
