use crate::words::table::table;

table! {
    /// Where things go out of the page and come in.
    Desk {
        share = "Share";
        export = "Export";
        close = "Close";

        share_note = "Whoever opens it sees the same experiment with the same numbers. Nothing is sent anywhere.";
        own_note = "The link does not hold your own data: whoever opens it needs the file of the run, which Export makes, and brings it back there.";
        for_a_class = "Prepare the page for a class";
        opens = "It opens";
        as_it_stands = "as it stands now";
        question = "A question of yours";
        for_a_projector = "Larger, for a projector";
        without_header = "Without the header, for a frame";
        theme = "Theme";
        own_theme = "each viewer's own";
        light = "light";
        dark = "dark";
        language = "Language";
        own_language = "each viewer's own";
        controls = "Controls";
        free = "free";
        locked = "fixed";
        hidden = "hidden";
        result = "What it will look like";
        link = "Link";
        frame = "Frame for another page";
        copy = "Copy";
        copied = "Copied.";
        by_hand = "The browser does not let the page copy: select the text and copy it by hand.";
        code = "The link as a code";
        code_note = "Point a phone at it.";
        long = "The link is too long for a code to scan.";

        to_come_back = "To go on here";
        to_go_on = "To go on in Python";
        numbers = "Tables";
        other_programs = "For other programs";
        no_run = "There is no run on the page that could be saved.";
        pictures = "Pictures as they stand";
        picture_note = "twice the size; PNG";
        svg = "SVG";
        film = "animated";
        animated(title: &str) = "{title}, as it went through the run: an animated PNG";
        filming(done: usize, of: usize) = "Looking back: picture {done} of {of}";
        at_step(title: &str, step: u64) = "Step {step}: {title}";
        size_changed = "the picture changed its size on the way.";
        read = "Read here";
        read_table(title: &str) = "Read here: {title}";
        table_of(rows: usize, all_rows: usize, columns: usize, all_columns: usize) = "{rows} of {all_rows} rows, {columns} of {all_columns} columns. Copy takes all of them, as CSV.";
        from_the_top = "from the top:";
        cancel = "Cancel";
        as_svg(title: &str) = "{title}, as SVG";
        bring_back = "Bring a run back";
        bring_note = "A file of the kind above, “The run” or “The weights”. The run on the page stays at hand.";
        busy = "Working…";
        saved(name: &str) = "{name} is saved.";
        stuck(why: &str) = "The file could not be made: {why}";
        no_data = "the file of the data set is not as it should be.";
        no_thread = "the thread that makes files could not be started.";
        gone = "the file could not be read: it has changed, or is no longer there.";
        unreadable(name: &str, why: &str) = "{name} is no run that Hourglass can go on with: {why}";
        reader(why: &str) = "it is neither the JSON nor the safetensors that this page writes ({why}).";
        other_kind = "another program wrote it. Only files that this page exported hold the settings.";
        newer(layout: u32) = "a later version of this page wrote it (layout {layout}). Reload the page and try again.";
        setting(setting: &str) = "the setting {setting} is none that this page knows.";
        tensor(name: &str, shape: &str) = "it should hold “{name}” of the shape {shape}, and does not.";
        other_data = "the samples that it brings along do not fit together.";
        not_finite = "some of its weights are not finite numbers.";
    }
}
