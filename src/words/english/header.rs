use crate::words::table::table;

table! {
    /// The band at the top.
    Header {
        name = "Hourglass";
        to_dark = "Dark theme (T)";
        to_light = "Light theme (T)";
        theme = "Theme";
        present = "Present";
        present_hint = "For a projector: larger (F)";
        character_keys = "single keys (off: only arrows and Esc act)";
        help = "Help";
        help_hint = "What is what, and the keys (?)";
        settings = "Lesson and settings";
        about = "About the data";
        data_set = "Data set";
        credit = "Credit";
        licence = "Licence";
        about_note = "A fifth of every set is held out and never trained on. Everything runs in this page; nothing is sent anywhere.";
        help_lead = "Point at anything: it says what it is.";
        close_help = "Close help";
        done = "done";
        lessons = "Lessons";
    }
}
