//! The columns: units or pixels, their numbers and their widths.

use super::{HourglassFigure, MOST_NUMBERS, UnitColumn};
use crate::plot::{Align, Face, Mark, Palette, Scene};
use crate::words::{words, written};

impl HourglassFigure<'_> {
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
            &palette.ramps.input
        } else {
            &palette.ramps.reconstruction
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

    /// Area is |activation|; filled is positive, a ring negative, a small grey one off.
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
            let is_off = self.is_off(column, unit);
            let radius = most * (a.abs() / largest).sqrt().clamp(0.22, 1.0);
            // The paper behind, so that links end at the unit.
            scene.add(Mark::Dots {
                centres: vec![centre],
                radius: radius + 0.6,
                fill: if a < 0.0 || is_off {
                    palette.paper
                } else {
                    fill
                },
                opacity: 1.0,
            });
            if is_off {
                scene.add(Mark::Ring {
                    centre,
                    radius: radius - 0.4,
                    stroke: palette.control,
                    width: 1.0,
                });
            }
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
                text: written((*a).into(), 2),
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
            (true, true) => words().plot.k(width),
            (true, false) => words().plot.k_shown(width, activations.len()),
            (false, true) => width.to_string(),
            (false, false) => words().plot.of(activations.len(), width),
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
}
