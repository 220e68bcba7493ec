//! Errors of familiar samples over those of novel ones, along one logarithmic axis, and the threshold
//! between them.

use super::axes::{line, text};
use super::marks::dot;
use super::{Align, Face, Mark, Palette, Rgb, Scene, label_place, logarithmic_ticks, tick_label};
use crate::words::words;

const LEFT: f32 = 8.0;
const RIGHT: f32 = 8.0;
const TOP: f32 = 28.0;
/// Over and under the bars, for what is said of them.
const SAID: f32 = 18.0;
const BOTTOM: f32 = 38.0;
/// From the threshold's line to the words beside it, and the width of one of their letters.
const ASIDE: f32 = 12.0;
const LETTER: f32 = 7.6;
/// Between the two histograms.
const MIDDLE: f32 = 2.0;
/// CSS pixels of a bar.
const BAR: f32 = 7.0;

/// A kind of samples: its name, their errors, how many are beyond the threshold, and the colour of its
/// class.
pub struct Kind<'a> {
    pub name: &'a str,
    pub errors: &'a [f32],
    pub above: u32,
    pub colour: Rgb,
}

pub struct ErrorsFigure<'a> {
    /// Familiar, then novel.
    pub kinds: [Kind<'a>; 2],
    pub threshold: f32,
    /// The marked sample: which kind, and its place there.
    pub marked: Option<(usize, usize)>,
}

impl ErrorsFigure<'_> {
    /// The axis: whole parts of a decade, so that it stands still while errors fall.
    fn ends(&self) -> [f64; 2] {
        const PARTS: f64 = 2.0;
        let all = self.kinds.iter().flat_map(|kind| kind.errors);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for &error in all.filter(|error| **error > 0.0) {
            let decades = PARTS * f64::from(error).log10();
            (low, high) = (low.min(decades.floor()), high.max(decades.ceil()));
        }
        match low < high {
            true => [low, high].map(|decades| 10_f64.powf(decades / PARTS)),
            false => [1e-4, 1.0],
        }
    }

    fn part(&self, error: f32) -> f32 {
        let [low, high] = self.ends();
        ((f64::from(error).clamp(low, high) / low).ln() / (high / low).ln()) as f32
    }

    fn x(&self, error: f32, width: f32) -> f32 {
        LEFT + (width - LEFT - RIGHT) * self.part(error)
    }

    /// The error at a place on the canvas.
    pub fn error_at(&self, [width, _]: [f32; 2], [x, _]: [f32; 2]) -> f32 {
        let [low, high] = self.ends();
        let part = ((x - LEFT) / (width - LEFT - RIGHT).max(1.0)).clamp(0.0, 1.0);
        (low * (high / low).powf(f64::from(part))) as f32
    }

    /// The height between the two kinds.
    fn middle(height: f32) -> f32 {
        TOP + 0.5 * (height - TOP - BOTTOM)
    }

    /// The sample whose error is nearest to a place on the canvas: its kind, and its place there.
    pub fn sample_at(&self, [width, height]: [f32; 2], place: [f32; 2]) -> Option<(usize, usize)> {
        let kind = usize::from(place[1] > Self::middle(height));
        let errors = self.kinds[kind].errors.iter().enumerate();
        let distance = |error: f32| (self.x(error, width) - place[0]).abs();
        errors
            .min_by(|a, b| distance(*a.1).total_cmp(&distance(*b.1)))
            .map(|(at, _)| (kind, at))
    }

    pub fn scene(&self, [width, height]: [f32; 2], palette: &Palette) -> Scene {
        let mut scene = Scene::default();
        let (middle, bottom) = (Self::middle(height), height - BOTTOM);
        let [low, high] = self.ends();
        for error in logarithmic_ticks(low, high, (width / 70.0) as usize) {
            let x = self.x(error as f32, width);
            scene.add(line(vec![[x, TOP], [x, bottom]], palette.grid, 1.0, false));
            let label = tick_label(error);
            let at = [label_place(x, 22.0, width), bottom + 12.0];
            scene.add(text(label, at, Align::Centre, palette.ink2));
        }
        let at = [0.5 * width, bottom + 29.0];
        let title = words().plot.error_axis.to_owned();
        scene.add(text(title, at, Align::Centre, palette.ink2));
        let room = 0.5 * (height - TOP - BOTTOM) - MIDDLE - SAID;
        for (i, kind) in self.kinds.iter().enumerate() {
            self.add_bars(&mut scene, (kind, i == 1), [width, middle], room);
        }
        let ends = vec![[LEFT, middle], [width - RIGHT, middle]];
        scene.add(line(ends, palette.control, 1.0, false));
        let marked = self
            .marked
            .and_then(|(kind, at)| Some((kind, *self.kinds[kind].errors.get(at)?)));
        if let Some((kind, error)) = marked {
            let y = if kind == 0 {
                middle - 9.0
            } else {
                middle + 9.0
            };
            scene.add(Mark::Ring {
                centre: [self.x(error, width), y],
                radius: 6.0,
                stroke: palette.ink,
                width: 2.5,
            });
        }
        self.add_threshold(&mut scene, [width, bottom], palette);
        scene
    }

    /// Bars whose heights are the square roots of the counts, upwards or downwards.
    fn add_bars(
        &self,
        scene: &mut Scene,
        (kind, is_below): (&Kind, bool),
        [width, middle]: [f32; 2],
        room: f32,
    ) {
        let bars = (((width - LEFT - RIGHT) / BAR) as usize).max(1);
        let step = (width - LEFT - RIGHT) / bars as f32;
        let mut counts = vec![0_u32; bars];
        for &error in kind.errors {
            counts[((self.part(error) * bars as f32) as usize).min(bars - 1)] += 1;
        }
        let most = counts.iter().max().copied().unwrap_or(0).max(1) as f32;
        for (i, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let tall = (room * (count as f32 / most).sqrt()).max(2.0);
            let top = match is_below {
                true => middle + MIDDLE,
                false => middle - MIDDLE - tall,
            };
            scene.add(Mark::Rectangle {
                corner: [LEFT + i as f32 * step, top],
                size: [step - 1.0, tall],
                fill: kind.colour,
            });
        }
    }

    /// The line, its handle, and how many of each kind are on which side.
    fn add_threshold(&self, scene: &mut Scene, [width, bottom]: [f32; 2], palette: &Palette) {
        let x = self.x(self.threshold, width);
        scene.add(line(
            vec![[x, 14.0], [x, bottom]],
            palette.error,
            2.0,
            false,
        ));
        scene.add(dot([x, 14.0], 7.0, palette.error));
        let words = &words().plot;
        let [familiar, novel] = &self.kinds;
        let quiet = |kind: &Kind| kind.errors.len() as u32 - kind.above;
        let [upper, lower] = [TOP + 7.0, bottom - 9.0];
        let passed = quiet(familiar);
        let missed = quiet(novel);
        let said = [
            (words.passed(passed, familiar.name), passed, upper, false),
            (words.missed(missed, novel.name), missed, lower, false),
            (
                words.false_alarms_of(familiar.above),
                familiar.above,
                upper,
                true,
            ),
            (words.found_of(novel.above), novel.above, lower, true),
        ];
        for (what, count, y, is_right) in said {
            let room = if is_right { width - x } else { x } - ASIDE;
            // On its own side of the line; in a narrow place the number alone.
            let fits = |text: &String| LETTER * text.chars().count() as f32 <= room;
            let Some(text) = [what, count.to_string()].into_iter().find(fits) else {
                continue;
            };
            scene.add(Mark::Text {
                text,
                at: [if is_right { x + ASIDE } else { x - ASIDE }, y],
                size: 15.0,
                face: Face::SansBold,
                fill: palette.ink,
                align: if is_right { Align::Left } else { Align::Right },
            });
        }
        let at = [x + 14.0, 14.0];
        let (at, align) = match x > width - 140.0 {
            true => ([x - 14.0, 14.0], Align::Right),
            false => (at, Align::Left),
        };
        let said = words.threshold(f64::from(self.threshold));
        scene.add(text(said, at, align, palette.error));
    }
}
