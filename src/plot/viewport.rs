//! From data to the screen and back. Screen y grows downwards.

/// A range of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    pub low: f32,
    pub high: f32,
}

/// An axis reaches so far beyond its numbers, in parts of the largest: its ticks stay short.
const LEAST_PAD: f32 = 0.01;

impl Extent {
    /// The range of the finite values; 0 … 1 where there are none.
    pub fn of(values: impl IntoIterator<Item = f32>) -> Self {
        let (low, high) = values
            .into_iter()
            .filter(|value| value.is_finite())
            .fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        if low <= high {
            Self { low, high }
        } else {
            Self {
                low: 0.0,
                high: 1.0,
            }
        }
    }

    /// Widened on both sides by a part of its length, and never of length zero.
    pub fn padded(self, part: f32) -> Self {
        let length = self.high - self.low;
        let pad = if length > 0.0 { part * length } else { 0.5 };
        // Numbers that hardly differ get an axis on which they can be told apart from nothing.
        let pad = pad.max(LEAST_PAD * self.low.abs().max(self.high.abs()));
        Self {
            low: self.low - pad,
            high: self.high + pad,
        }
    }

    /// The range to show next after `before`: it widens at once and shrinks only when much of it
    /// stands empty, so that axes do not tremble while the data move.
    pub fn following(self, before: Self) -> Self {
        const EMPTY: f32 = 0.35;
        let joined = Self {
            low: self.low.min(before.low),
            high: self.high.max(before.high),
        };
        if self.length() < (1.0 - EMPTY) * joined.length() {
            self
        } else {
            joined
        }
    }

    fn centre(self) -> f32 {
        0.5 * (self.low + self.high)
    }

    pub fn length(self) -> f32 {
        self.high - self.low
    }
}

/// A rectangle of the screen in which data are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    pub x: Extent,
    pub y: Extent,
    /// Left, top, width and height on the screen.
    pub area: [f32; 4],
}

impl Viewport {
    pub fn new(x: Extent, y: Extent, area: [f32; 4]) -> Self {
        Self { x, y, area }
    }

    /// The same scale on both axes: the narrower extent is widened about its centre.
    pub fn with_equal_aspect(x: Extent, y: Extent, area: [f32; 4]) -> Self {
        let [_, _, width, height] = area;
        let scale = (x.length() / width.max(1.0)).max(y.length() / height.max(1.0));
        let about = |extent: Extent, pixels: f32| Extent {
            low: extent.centre() - 0.5 * scale * pixels,
            high: extent.centre() + 0.5 * scale * pixels,
        };
        Self::new(about(x, width), about(y, height), area)
    }

    pub fn screen_from_data(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let [left, top, width, height] = self.area;
        [
            left + width * (x - self.x.low) / self.x.length(),
            top + height * (self.y.high - y) / self.y.length(),
        ]
    }

    pub fn data_from_screen(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let [left, top, width, height] = self.area;
        [
            self.x.low + self.x.length() * (x - left) / width,
            self.y.high - self.y.length() * (y - top) / height,
        ]
    }

    /// The point nearest to a place on the screen, if one is within so many pixels.
    pub fn nearest(
        &self,
        place: [f32; 2],
        points: impl IntoIterator<Item = [f32; 2]>,
        within: f32,
    ) -> Option<usize> {
        points
            .into_iter()
            .map(|point| {
                let at = self.screen_from_data(point);
                (at[0] - place[0]).hypot(at[1] - place[1])
            })
            .enumerate()
            .filter(|&(_, distance)| distance <= within)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(i, _)| i)
    }
}
