//! The links of each gap between two columns, as pixels.

use super::{Emphasis, HourglassFigure};
use crate::plot::{Curve, LinkPicture, Palette, Pixels};

/// The most links that are drawn between two columns: the strongest.
const MOST_LINKS: usize = 150;

impl HourglassFigure<'_> {
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
            .filter(|&(from, to)| !self.is_off(gap, from) && !self.is_off(gap + 1, to))
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
                        (false, true) => dimmed * (0.05 + 0.8 * f64::from(part).powf(1.4) as f32),
                        (false, false) => 0.05 * dimmed,
                    },
                }
            })
            .collect()
    }
}
