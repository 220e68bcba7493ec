//! What a pointer is on.

use super::HourglassFigure;
use crate::plot::ease;

/// A pointer finds what is within so many CSS pixels.
const REACH: f32 = 7.0;

/// What a pointer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// (column, shown unit).
    Unit(usize, usize),
    /// (gap, from, to).
    Link(usize, usize, usize),
}

impl HourglassFigure<'_> {
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
