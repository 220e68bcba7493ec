//! The network as an hourglass: columns of units, and the links between them. Here is where
//! everything stands.

mod gaps;
mod keys;
mod pointer;
mod units;

pub use pointer::Target;

/// Room at the left and right for the columns of pixels, above for the code's numbers and below for
/// the widths, in CSS pixels.
const SIDE: f32 = 14.0;
const TOP: f32 = 26.0;
const BOTTOM: f32 = 30.0;
/// Units of the code stand this far apart, while there is room.
const CODE_GAP: f32 = 64.0;
const LARGEST_UNIT: f32 = 10.0;
/// The most code units whose numbers are written beside them.
const MOST_NUMBERS: usize = 4;

/// A column of units.
#[derive(Clone, Copy, Debug)]
pub struct UnitColumn<'a> {
    /// How many there are; as many as activations, or more.
    pub width: u32,
    /// Of the units that are shown.
    pub activations: &'a [f32],
}

/// What the links are drawn by.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Emphasis {
    /// Strength is |weight × activation| over a faint |weight|.
    #[default]
    Flow,
    /// The same, up to a column; what lies beyond is dimmed.
    FlowUpTo(usize),
    /// Strength is |value| alone, for gradients and updates.
    Value,
}

/// The network of one sample.
#[derive(Clone, Copy, Debug)]
pub struct HourglassFigure<'a> {
    pub columns: &'a [UnitColumn<'a>],
    /// (shown before, shown after) for each gap, row by row: weights, or what is drawn in their place.
    pub links: &'a [&'a [f32]],
    pub emphasis: Emphasis,
    /// Paper and ink of the features.
    pub features: [f32; 2],
    /// (column, shown unit) that is looked at.
    pub unit: Option<(usize, usize)>,
    /// (gap, from, to) that is looked at.
    pub link: Option<(usize, usize, usize)>,
    /// Whether inputs and outputs are pixels, or else coordinates.
    pub has_pixels: bool,
    /// Whether the code's width is written under it, or else told by a control there.
    pub names_k: bool,
}

impl HourglassFigure<'_> {
    fn middle(&self) -> usize {
        self.columns.len() / 2
    }

    fn is_feature(&self, column: usize) -> bool {
        column == 0 || column + 1 == self.columns.len()
    }

    fn x(&self, column: usize, [width, _]: [f32; 2]) -> f32 {
        let gaps = self.columns.len().saturating_sub(1).max(1);
        SIDE + (width - 2.0 * SIDE) * column as f32 / gaps as f32
    }

    /// Between two units of a column.
    fn pitch(&self, column: usize, [_, height]: [f32; 2]) -> f32 {
        let room = height - TOP - BOTTOM;
        let n = self.columns[column].activations.len();
        let share = room * (n as f64 / 64.0).powf(0.55).min(1.0) as f32;
        let most = if column == self.middle() || !self.has_pixels && self.is_feature(column) {
            share.max((CODE_GAP * n as f32).min(0.45 * room))
        } else {
            share
        };
        most / n.max(1) as f32
    }

    /// Where a unit stands.
    pub fn place(&self, column: usize, unit: usize, size: [f32; 2]) -> [f32; 2] {
        let n = self.columns[column].activations.len();
        let middle = TOP + 0.5 * (size[1] - TOP - BOTTOM);
        let from_middle = unit as f32 - 0.5 * (n as f32 - 1.0);
        [
            self.x(column, size),
            middle + from_middle * self.pitch(column, size),
        ]
    }

    /// Where the code's column begins and ends, with room round its units, from the top.
    pub fn code_ends(&self, size: [f32; 2]) -> [f32; 2] {
        let column = self.middle();
        let n = self.columns[column].activations.len();
        let last = n.saturating_sub(1);
        // A few units bear their numbers above and below them.
        let numbers = if n <= MOST_NUMBERS { 16.0 } else { 0.0 };
        let room = self.radius(column, size) + 12.0 + numbers;
        [
            self.place(column, 0, size)[1] - room,
            self.place(column, last, size)[1] + room,
        ]
    }

    /// Half of what a unit or a pixel takes in width.
    fn half_width(&self, column: usize, size: [f32; 2]) -> f32 {
        if self.is_feature(column) && self.has_pixels {
            4.0
        } else {
            self.radius(column, size)
        }
    }

    fn radius(&self, column: usize, size: [f32; 2]) -> f32 {
        (0.46 * self.pitch(column, size)).min(LARGEST_UNIT)
    }

    /// Whether a unit is exactly 0: it takes no part in what flows.
    fn is_off(&self, column: usize, unit: usize) -> bool {
        let flows = self.emphasis != Emphasis::Value;
        flows && !self.is_feature(column) && self.columns[column].activations[unit] == 0.0
    }

    /// The value that decides how strong a link is drawn.
    fn strength(&self, gap: usize, from: usize, to: usize) -> f32 {
        let columns = self.columns[gap + 1].activations.len();
        let value = self.links[gap][from * columns + to];
        match self.emphasis {
            Emphasis::Value => value.abs(),
            Emphasis::Flow | Emphasis::FlowUpTo(_) => {
                (value * self.columns[gap].activations[from]).abs()
            }
        }
    }
}
