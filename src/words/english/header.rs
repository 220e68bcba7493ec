use crate::words::table::table;

table! {
    /// The band at the top.
    Header {
        name = "Hourglass";
        to_dark = "Dark theme (T)";
        to_light = "Light theme (T)";
        theme = "Theme";
        language = "Language";
        present = "Present";
        present_hint = "For a projector: larger (F)";
        sound = "Sound: the error as a tone (M)";
        character_keys = "single keys (off: only arrows and Esc act)";
        help = "Help";
        help_hint = "What is what, and the keys (?)";
        settings = "Lesson and settings";
        about = "About the data";
        help_lead = "Point at anything: it says what it is.";
        close_help = "Close help";
        done = "done";
        lessons = "Lessons";
        share = "Share";
        export = "Export";
        share_help = "The page as it stands, as a link, a code to scan or a frame";
        export_help = "This run as a file, a program or a table; and a saved run back";
        desk_failed(why: &str) = "What goes out and comes in could not be loaded: {why}";
    }
}
