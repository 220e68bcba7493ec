use crate::words::table::table;

table! {
    /// Points that can be put elsewhere.
    Points {
        help = "Drag a point, or select one and press Shift and an arrow key: PCA's line follows at once, the network as it learns.";
        hint = "Drag any point (a finger taps it first)";
        one_moved = "1 point moved";
        many_moved(points: usize) = "{points} points moved";
        moved_help = "Points that lie where you put them. They go back with this button, with other data or another seed; the page's link holds them.";
        put_back = "Put back";
    }
}

impl Points {
    pub fn moved(&self, points: usize) -> String {
        match points {
            1 => self.one_moved.to_owned(),
            _ => self.many_moved(points),
        }
    }
}
