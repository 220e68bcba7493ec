use crate::words::table::table;

table! {
    /// The Lab.
    Lab {
        digits = "digits through 2 numbers";
        digits_text = "Every control and every picture. Nothing here is a lesson.";
        digits_try = "Drag *k* while it learns.";
    }
}
