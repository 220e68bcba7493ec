use crate::words::table::table;

table! {
    /// Points that can be put elsewhere.
    Points {
        help = "Drag a point, or select one and press Shift and an arrow key: PCA's line follows at once, the network as it learns.";
        hint = "Drag any point (a finger taps it first)";
        moved(points: usize) {
            match points {
                1 => "1 point moved".to_owned(),
                _ => format!("{points} points moved"),
            }
        };
        moved_help = "Points that lie where you put them. They go back with this button, with other data or another seed; the page's link holds them.";
        put_back = "Put back";
    }
}
