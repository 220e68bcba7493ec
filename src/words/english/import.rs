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
        columns_of_numbers(found: usize) { match found { 0 => "none".to_owned(), found => found.to_string() } };
        and_a_cell(found: &str, cell: &str) = "{found}, and here the words {cell}";
        at_least_rows(least: usize) = "at least {least} rows of numbers";
        rows(found: usize) = "{found}";
        cells(found: usize) { match found { 1 => "1 value".to_owned(), found => format!("{found} values") } };
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
        idx_values(sizes: &[usize]) { format!("values for {}", crossed(sizes)) };
        bytes(found: usize) = "{found} bytes";
        npy = "a whole npy array";
        array_of_samples = "an array of samples: rows, or images";
        array_of_numbers = "an array of numbers";
        dimensions(sizes: &[usize]) { if sizes.is_empty() { "a single value".to_owned() } else { format!("an array of {}", crossed(sizes)) } };

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
        copies(n: usize) { match n { 1 => "One row is the copy of another: both are trained on, or both held out.".to_owned(), n => format!("{n} rows are copies of others: those that are alike are trained on together, or held out together.") } };
        labelled(column: &str, classes: usize) = "{classes} classes, from {column}.";
        labels_file = "the labels";
        images_of(n: usize, width: usize, height: usize) = "{n} images of {width} × {height} pixels.";
        pictures(n: usize, side: usize) = "{n} pictures, in grey, within {side} × {side} pixels.";
        resized(side: usize) = "They are brought to {side} × {side} pixels.";
        white_paper = "They stand on white: dark becomes ink.";
        by_folder(classes: usize) = "{classes} classes, from the folders.";

        constant(columns: &str) = "Holds one value only, and is 0 in every sample: {columns}.";
        wordy(count: usize, columns: &str) { format!("{} no numbers: {columns}.", if count == 1 { "Holds" } else { "Hold" }) };
        mostly_empty(count: usize, columns: &str) { format!("{} mostly gaps: {columns}.", if count == 1 { "Holds" } else { "Hold" }) };
        repeated(count: usize) { match count { 1 => "The header stands once more among the rows.".to_owned(), count => format!("The header stands {count} more times among the rows.") } };
        doubled(columns: &str) = "Columns of the same name have a number now: {columns}.";
        gaps(count: usize, line: u64) { match count { 1 => format!("One row has a gap: line {line}."), count => format!("{count} rows have gaps, the first is line {line}.") } };
        sampled(n: usize, most: usize) = "Of {n} samples {most} are taken, evenly.";
        no_pictures(count: usize, names: &str) { format!("{}: {names}.", if count == 1 { "No picture".to_owned() } else { format!("{count} files are no pictures") }) };
    }
}

fn crossed(sizes: &[usize]) -> String {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    sizes.join(" × ")
}
