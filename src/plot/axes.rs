//! What charts of errors share: a logarithmic axis of errors, thin lines, and names beside their ends.

use super::{Align, Face, Mark, Palette, Rgb, Scene, logarithmic_ticks, tick_label};

const TEXT: f32 = 13.0;
/// Between two names, one above the other.
const LABEL_GAP: f32 = 17.0;

/// The chart's rectangle in CSS pixels, and the errors at its bottom and top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErrorAxis {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
    pub low: f64,
    pub high: f64,
}

impl ErrorAxis {
    /// The height of an error; one beyond an end is drawn at that end.
    pub fn y(&self, error: f64) -> f32 {
        let part = (error.clamp(self.low, self.high) / self.low).ln() / (self.high / self.low).ln();
        self.bottom - (self.bottom - self.top) * part as f32
    }

    /// Grid, numbers and the line at the bottom.
    pub fn add_to(&self, scene: &mut Scene, palette: &Palette) {
        let most = ((self.bottom - self.top) / 26.0).max(2.0) as usize;
        for error in logarithmic_ticks(self.low, self.high, most) {
            let y = self.y(error);
            let ends = vec![[self.left, y], [self.right, y]];
            scene.add(line(ends, palette.grid, 1.0, false));
            let at = [self.left - 8.0, y];
            scene.add(text(tick_label(error), at, Align::Right, palette.ink2));
        }
        let ends = vec![[self.left, self.bottom], [self.right, self.bottom]];
        scene.add(line(ends, palette.control, 1.0, false));
    }

    /// A tick at the bottom, with its number.
    pub fn add_tick(&self, scene: &mut Scene, x: f32, name: String, palette: &Palette) {
        let ends = vec![[x, self.bottom], [x, self.bottom + 4.0]];
        scene.add(line(ends, palette.control, 1.0, false));
        let at = [x, self.bottom + 14.0];
        scene.add(text(name, at, Align::Centre, palette.ink2));
    }

    /// What the bottom's numbers are.
    pub fn add_title(&self, scene: &mut Scene, title: &str, palette: &Palette) {
        let at = [0.5 * (self.left + self.right), self.bottom + 30.0];
        scene.add(text(title.to_owned(), at, Align::Centre, palette.ink2));
    }

    /// Names in the margin, where no line goes, at the heights of the lines' ends.
    pub fn add_names(&self, scene: &mut Scene, names: Vec<(f32, &str, Rgb)>) {
        add_names(scene, names, self.right + 10.0, [self.top, self.bottom]);
    }
}

/// Names one under the other, each as near to its height as the others let it.
pub fn add_names(
    scene: &mut Scene,
    mut names: Vec<(f32, &str, Rgb)>,
    x: f32,
    [top, bottom]: [f32; 2],
) {
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = top;
    let count = names.len();
    for (i, (at, name, colour)) in names.into_iter().enumerate() {
        let below = LABEL_GAP * (count - 1 - i) as f32;
        let y = at.min(bottom - below).max(free);
        free = y + LABEL_GAP;
        scene.add(text(name.to_owned(), [x, y], Align::Left, colour));
    }
}

pub fn line(points: Vec<[f32; 2]>, stroke: Rgb, width: f32, dashed: bool) -> Mark {
    Mark::Line {
        points,
        stroke,
        width,
        dashed,
    }
}

pub fn text(text: String, at: [f32; 2], align: Align, fill: Rgb) -> Mark {
    Mark::Text {
        text,
        at,
        size: TEXT,
        face: Face::Sans,
        fill,
        align,
    }
}
