//! Mean activations as bars beside the heatmap's rows: sand up to ρ and plum beyond it, which is what
//! the penalty pushes back.

use super::{Align, Face, Mark, Palette, Scene, tick_label};

pub struct MeanBars<'a> {
    /// ρ̂ of each unit, from the top.
    pub means: &'a [f32],
    /// ρ, where a penalty aims at one.
    pub target: Option<f32>,
    /// The height of a row in CSS pixels.
    pub row: f32,
    /// The row of the unit that is looked at closely.
    pub marked: Option<usize>,
}

/// Over the rows, for the classes.
pub const HEAD: f32 = 18.0;
/// Under the rows, for the axis.
pub const AXIS: f32 = 22.0;

impl MeanBars<'_> {
    /// What the right end stands for: round, with room for the longest bar.
    pub fn extent(&self) -> f32 {
        let longest = self.means.iter().fold(0.0_f32, |most, m| most.max(m.abs()));
        let longest = longest.max(self.target.map_or(0.0, |target| 1.5 * target));
        let power = 10_f64.powf(f64::from(longest.max(1e-4)).log10().floor()) as f32;
        let rounds = [1.0, 2.0, 5.0, 10.0].map(|m| m * power);
        rounds
            .into_iter()
            .find(|&r| r >= longest)
            .unwrap_or(longest)
    }

    pub fn scene(&self, width: f32, palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        let extent = self.extent();
        let length = |mean: f32| (width - 1.0) * (mean.abs() / extent).min(1.0);
        let gap = if self.row >= 4.0 { 1.0 } else { 0.0 };
        let bar = |i: usize, from: f32, to: f32, fill| Mark::Rectangle {
            corner: [from, HEAD + i as f32 * self.row],
            size: [(to - from).max(0.0), self.row - gap],
            fill,
        };
        let aim = self.target.unwrap_or(f32::INFINITY);
        for (i, &mean) in self.means.iter().enumerate() {
            scene.add(bar(i, 0.0, length(mean.abs().min(aim)), palette.code_fill));
            if mean > aim {
                scene.add(bar(i, length(aim), length(mean), palette.penalty));
            }
        }
        let bottom = HEAD + self.row * self.means.len() as f32;
        scene.add(Mark::Line {
            points: vec![[0.5, HEAD], [0.5, bottom], [width, bottom]],
            stroke: palette.control,
            width: 1.0,
            dashed: false,
        });
        if let Some(row) = self.marked {
            let [top, end] = [row, row + 1].map(|at| HEAD + at as f32 * self.row - 0.5 * gap);
            scene.add(Mark::Line {
                points: vec![
                    [0.0, top],
                    [width, top],
                    [width, end],
                    [0.0, end],
                    [0.0, top],
                ],
                stroke: palette.ink,
                width: 1.5,
                dashed: false,
            });
        }
        let text = |text: String, x, align, fill| Mark::Text {
            text,
            at: [x, bottom + 0.5 * AXIS],
            size: 13.0,
            face: Face::Sans,
            fill,
            align,
        };
        scene.add(text(
            tick_label(f64::from(extent)),
            width,
            Align::Right,
            palette.ink2,
        ));
        if let Some(target) = self.target {
            let x = length(target);
            scene.add(Mark::Line {
                points: vec![[x, HEAD], [x, bottom + 3.0]],
                stroke: palette.penalty,
                width: 1.5,
                dashed: false,
            });
            let label = format!("ρ {}", tick_label(f64::from(target)));
            // At either end the label stays within the picture.
            let (at, align) = if x < 24.0 {
                (0.0, Align::Left)
            } else {
                (x, Align::Centre)
            };
            scene.add(text(label, at, align, palette.penalty));
        } else {
            scene.add(text("0".to_owned(), 1.0, Align::Left, palette.ink2));
        }
        scene
    }
}
