//! Errors per image on a ruler: what others have published above it, this network's below.

use super::{Align, Face, Mark, Palette, Rgb, Scene, tick_label};
use crate::words::words;

pub struct Ruler<'a> {
    /// Errors that others have published, and whose they are.
    pub published: &'a [(f64, &'a str)],
    /// Of new images, of those learned, and of new ones by PCA.
    pub held_out: f64,
    pub train: f64,
    pub pca: f64,
}

/// What the ends stand for; what lies beyond stands at the end.
const ENDS: [f64; 2] = [2.0, 60.0];
const TICKS: [f64; 5] = [2.0, 5.0, 10.0, 20.0, 50.0];
/// Room for half a label at either end.
const SIDE: f32 = 54.0;
/// Heights of the axis and of a row of labels, in CSS pixels.
const AXIS: f32 = 46.0;
const ROW: f32 = 17.0;
const SIZE: f32 = 14.0;
/// What a letter takes at most, on average.
const LETTER: f32 = 7.2;

impl Ruler<'_> {
    /// Where an error stands on a ruler of this width.
    pub fn x(width: f32, error: f64) -> f32 {
        let part = (error.max(ENDS[0]) / ENDS[0]).ln() / (ENDS[1] / ENDS[0]).ln();
        SIDE + (width - 2.0 * SIDE).max(0.0) * part.min(1.0) as f32
    }

    pub fn scene(&self, width: f32, palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        let x = |error| Self::x(width, error);
        let line = |points: Vec<[f32; 2]>, stroke, width| Mark::Line {
            points,
            stroke,
            width,
            dashed: false,
        };
        let ends = ENDS.map(x);
        scene.add(line(
            vec![[ends[0], AXIS], [ends[1], AXIS]],
            palette.control,
            1.0,
        ));
        for tick in TICKS {
            let at = x(tick);
            scene.add(line(
                vec![[at, AXIS], [at, AXIS + 4.0]],
                palette.control,
                1.0,
            ));
            scene.add(text(
                tick_label(tick),
                [at, AXIS + 13.0],
                Face::Sans,
                palette.ink3,
            ));
        }
        // What has been fallen through.
        let held_out = x(self.held_out);
        scene.add(line(
            vec![[held_out, AXIS], [ends[1], AXIS]],
            palette.error,
            5.0,
        ));
        for (i, (error, name)) in self.published.iter().enumerate() {
            // Neighbours take turns, so that no name covers another.
            let row = AXIS - 12.0 - ROW * (i % 2) as f32;
            scene.add(line(
                vec![[x(*error), row + 9.0], [x(*error), AXIS + 6.0]],
                palette.ink,
                1.5,
            ));
            let label = words().plot.error_of(name, *error, 2);
            scene.add(text(label, [x(*error), row], Face::SansBold, palette.ink));
        }
        let own = [
            (self.held_out, words().plot.held_out, palette.error),
            (self.pca, words().plot.pca_here, palette.pca),
            (self.train, words().plot.training, palette.error),
        ];
        let labels = own.map(|(error, name, _)| words().plot.error_of(name, error, 2));
        let spans: Vec<[f32; 2]> = (own.iter().zip(&labels))
            .map(|((error, ..), label)| {
                let half = 0.5 * LETTER * label.chars().count() as f32;
                [x(*error) - half, x(*error) + half]
            })
            .collect();
        for (((error, _, colour), label), row) in own.into_iter().zip(labels).zip(rows(&spans)) {
            let (at, y) = (x(error), AXIS + 32.0 + ROW * row as f32);
            // Further down it would run through another label.
            if row == 0 {
                scene.add(line(vec![[at, AXIS], [at, y - 9.0]], colour, 1.0));
            }
            scene.add(Mark::Ring {
                centre: [at, AXIS],
                radius: 4.5,
                stroke: colour,
                width: 2.0,
            });
            scene.add(text(label, [at, y], Face::Sans, colour));
        }
        scene.add(Mark::Dots {
            centres: vec![[held_out, AXIS]],
            radius: 6.0,
            fill: palette.error,
            opacity: 1.0,
        });
        scene
    }
}

/// The first row for each label, from where to where it goes, in which it meets none before it.
fn rows(spans: &[[f32; 2]]) -> Vec<usize> {
    let mut rows: Vec<usize> = Vec::new();
    for (i, [from, to]) in spans.iter().enumerate() {
        let taken = |row: usize| {
            let before = rows.iter().zip(&spans[..i]);
            before
                .filter(|(other, _)| **other == row)
                .any(|(_, [left, right])| from < right && left < to)
        };
        let row = (0..i).find(|row| !taken(*row)).unwrap_or(i);
        rows.push(row);
    }
    rows
}

fn text(text: String, at: [f32; 2], face: Face, fill: Rgb) -> Mark {
    Mark::Text {
        text,
        at,
        size: SIZE,
        face,
        fill,
        align: Align::Centre,
    }
}
