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
    }
}
