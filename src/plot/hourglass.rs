//! The network as an hourglass: columns of units, and the links between them.

use super::links::{Curve, LinkPicture, ease};
use super::{Align, Face, Mark, Palette, Pixels, Scene};

/// Room at the left and right for the columns of pixels, above for the code's numbers and below for
/// the widths, in CSS pixels.
const SIDE: f32 = 14.0;
const TOP: f32 = 26.0;
const BOTTOM: f32 = 30.0;
/// Units of the code stand this far apart, while there is room.
const CODE_GAP: f32 = 64.0;
const LARGEST_UNIT: f32 = 10.0;
/// The most links that are drawn between two columns: the strongest.
const MOST_LINKS: usize = 150;
/// A pointer finds what is within so many CSS pixels.
const REACH: f32 = 7.0;
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

/// What a pointer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// (column, shown unit).
    Unit(usize, usize),
    /// (gap, from, to).
    Link(usize, usize, usize),
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
        let share = room * (n as f32 / 64.0).powf(0.55).min(1.0);
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

    /// The links as pixels, on a canvas of so many CSS pixels at so many device pixels each.
    pub fn pixels(&self, size: [f32; 2], scale: f32, palette: &Palette) -> Pixels {
        let [width, height] = size.map(|length| (length * scale).round() as usize);
        let mut picture = LinkPicture::new(width, height, palette.paper);
        for gap in 0..self.links.len() {
            let left = self.x(gap, size) + self.half_width(gap, size);
            let right = self.x(gap + 1, size) - self.half_width(gap + 1, size);
            let curves = self.curves(gap, size, scale, palette);
            picture.blend_curves([scale * left, scale * right], &curves);
        }
        picture.pixels()
    }

    /// The strongest links of a gap, the faintest first.
    fn curves(&self, gap: usize, size: [f32; 2], scale: f32, palette: &Palette) -> Vec<Curve> {
        let [before, after] = [gap, gap + 1].map(|column| self.columns[column].activations.len());
        let mut links: Vec<(f32, usize, usize)> = (0..before)
            .flat_map(|from| (0..after).map(move |to| (from, to)))
            .map(|(from, to)| (self.strength(gap, from, to), from, to))
            .collect();
        if links.len() > MOST_LINKS {
            let cut = links.len() - MOST_LINKS;
            links.select_nth_unstable_by(cut, |a, b| a.0.total_cmp(&b.0));
            links.drain(..cut);
        }
        links.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let largest = links
            .last()
            .map_or(0.0, |link| link.0)
            .max(f32::MIN_POSITIVE);
        let dimmed = match self.emphasis {
            Emphasis::FlowUpTo(column) if gap >= column => 0.12,
            _ => 1.0,
        };
        let [start, end] = [gap, gap + 1].map(|column| {
            let (first, pitch) = (self.place(column, 0, size)[1], self.pitch(column, size));
            move |unit: usize| scale * (first + pitch * unit as f32)
        });
        links
            .into_iter()
            .map(|(strength, from, to)| {
                let part = strength / largest;
                let value = self.links[gap][from * after + to];
                let marked = self.link == Some((gap, from, to));
                let of_unit = self
                    .unit
                    .is_none_or(|unit| unit == (gap, from) || unit == (gap + 1, to));
                Curve {
                    from: start(from),
                    to: end(to),
                    width: scale * if marked { 3.0 } else { 0.6 + 1.7 * part },
                    colour: match value >= 0.0 {
                        true => palette.positive,
                        false => palette.negative,
                    },
                    opacity: match (marked, of_unit) {
                        (true, _) => 1.0,
                        (false, true) => dimmed * (0.05 + 0.8 * part.powf(1.4)),
                        (false, false) => 0.05 * dimmed,
                    },
                }
            })
            .collect()
    }

    /// Units, their numbers and the widths.
    pub fn scene(&self, size: [f32; 2], palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        for column in 0..self.columns.len() {
            if self.is_feature(column) && self.has_pixels {
                self.add_pixels(&mut scene, column, size, palette);
            } else {
                self.add_units(&mut scene, column, size, palette);
            }
            self.add_width(&mut scene, column, size, palette);
        }
        scene
    }

    fn add_pixels(&self, scene: &mut Scene, column: usize, size: [f32; 2], palette: &Palette) {
        let pitch = self.pitch(column, size);
        let ramp = if column == 0 {
            &palette.input_ramp
        } else {
            &palette.reconstruction_ramp
        };
        let [paper, ink] = self.features;
        for (unit, value) in self.columns[column].activations.iter().enumerate() {
            let [x, y] = self.place(column, unit, size);
            let is_marked = self.unit == Some((column, unit));
            let half = if is_marked { 6.0 } else { 4.0 };
            scene.add(Mark::Rectangle {
                corner: [x - half, y - 0.5 * pitch],
                size: [2.0 * half, pitch + 0.3],
                fill: ramp.at((value - paper) / (ink - paper)),
            });
        }
    }

    /// Area is |activation|; filled is positive, a ring negative.
    fn add_units(&self, scene: &mut Scene, column: usize, size: [f32; 2], palette: &Palette) {
        let activations = self.columns[column].activations;
        let largest = activations
            .iter()
            .fold(f32::MIN_POSITIVE, |most, a| most.max(a.abs()));
        let most = self.radius(column, size);
        let is_code = column == self.middle();
        let fill = match (self.is_feature(column), column) {
            (true, 0) => palette.input,
            (true, _) => palette.reconstruction,
            (false, _) => palette.code_fill,
        };
        let mut filled: Vec<([f32; 2], f32)> = Vec::new();
        for (unit, &a) in activations.iter().enumerate() {
            let centre = self.place(column, unit, size);
            let radius = most * (a.abs() / largest).sqrt().clamp(0.22, 1.0);
            // The paper behind, so that links end at the unit.
            scene.add(Mark::Dots {
                centres: vec![centre],
                radius: radius + 0.6,
                fill: if a < 0.0 { palette.paper } else { fill },
                opacity: 1.0,
            });
            if a < 0.0 {
                scene.add(Mark::Ring {
                    centre,
                    radius: radius - 0.4,
                    stroke: fill,
                    width: if radius > 5.0 { 2.4 } else { 1.2 },
                });
            }
            if self.unit == Some((column, unit)) {
                scene.add(Mark::Ring {
                    centre,
                    radius: most + 3.0,
                    stroke: palette.ink,
                    width: 1.5,
                });
            }
            filled.push((centre, a));
        }
        let is_written = is_code || self.is_feature(column);
        // The first number goes above its unit and the last below; between units there must be room.
        let n = activations.len();
        let has_room = n <= 2 || self.pitch(column, size) >= 2.0 * most + 20.0;
        if is_written && has_room && n <= MOST_NUMBERS {
            self.add_numbers(scene, &filled, most, is_code, palette);
        }
    }

    fn add_numbers(
        &self,
        scene: &mut Scene,
        units: &[([f32; 2], f32)],
        radius: f32,
        is_code: bool,
        palette: &Palette,
    ) {
        for (i, ([x, y], a)) in units.iter().enumerate() {
            // Above in the upper half, below in the lower one.
            let side = if 2 * i < units.len() { -1.0 } else { 1.0 };
            scene.add(Mark::Text {
                text: format!("{a:.2}").replace('-', "−"),
                at: [*x, y + side * (radius + 10.0)],
                size: if is_code { 15.0 } else { 13.0 },
                face: Face::SansBold,
                fill: if is_code { palette.code } else { palette.ink2 },
                align: Align::Centre,
            });
        }
    }

    fn add_width(&self, scene: &mut Scene, column: usize, size: [f32; 2], palette: &Palette) {
        let UnitColumn { width, activations } = self.columns[column];
        let is_code = column == self.middle();
        if is_code && !self.names_k {
            return;
        }
        let text = match (is_code, activations.len() == width as usize) {
            (true, true) => format!("k = {width}"),
            (true, false) => format!("k = {width}, {} shown", activations.len()),
            (false, true) => width.to_string(),
            (false, false) => format!("{} of {width}", activations.len()),
        };
        let align = match column {
            0 => Align::Left,
            last if last + 1 == self.columns.len() => Align::Right,
            _ => Align::Centre,
        };
        let x = match align {
            Align::Left => 2.0,
            Align::Right => size[0] - 2.0,
            Align::Centre => self.x(column, size),
        };
        scene.add(Mark::Text {
            text,
            at: [x, size[1] - 10.0],
            size: 14.0,
            face: if is_code { Face::SansBold } else { Face::Sans },
            fill: if is_code { palette.code } else { palette.ink2 },
            align,
        });
    }

    /// What is under a pointer: a unit before a link, a strong link before a faint one.
    pub fn target(&self, size: [f32; 2], [x, y]: [f32; 2]) -> Option<Target> {
        let units = (0..self.columns.len()).flat_map(|column| {
            let count = self.columns[column].activations.len();
            (0..count).map(move |unit| (column, unit))
        });
        let nearest = units
            .map(|(column, unit)| {
                let place = self.place(column, unit, size);
                ((place[0] - x).hypot(place[1] - y), column, unit)
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((distance, column, unit)) = nearest
            && distance <= self.radius(column, size).max(REACH)
        {
            return Some(Target::Unit(column, unit));
        }
        let gap = (0..self.links.len())
            .find(|&gap| x > self.x(gap, size) && x < self.x(gap + 1, size))?;
        let [left, right] = [gap, gap + 1].map(|column| self.x(column, size));
        let part = ease((x - left) / (right - left));
        let [before, after] = [gap, gap + 1].map(|column| self.columns[column].activations.len());
        (0..before)
            .flat_map(|from| (0..after).map(move |to| (from, to)))
            .filter(|&(from, to)| {
                let [start, end] = [
                    self.place(gap, from, size)[1],
                    self.place(gap + 1, to, size)[1],
                ];
                (start + part * (end - start) - y).abs() <= 0.5 * REACH
            })
            .max_by(|&a, &b| {
                let strength = |(from, to)| self.strength(gap, from, to);
                strength(a).total_cmp(&strength(b))
            })
            .map(|(from, to)| Target::Link(gap, from, to))
    }
}
