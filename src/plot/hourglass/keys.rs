//! Units and links by the keys.

use super::{HourglassFigure, Target};

impl HourglassFigure<'_> {
    /// What a key leads to from what is looked at: arrows to the unit beside, Enter to the strongest link into a
    /// unit, arrows from there to the link beside or to its ends, Escape to nothing. `None` where it leads nowhere.
    pub fn beside(&self, target: Option<Target>, key: &str) -> Option<Option<Target>> {
        let count = |column: usize| self.columns[column].activations.len();
        let last = self.columns.len().checked_sub(1)?;
        let along = |at: usize, count: usize| match key {
            "ArrowUp" => Some(at.saturating_sub(1)),
            "ArrowDown" => Some((at + 1).min(count.saturating_sub(1))),
            _ => None,
        };
        let next = match (target, key) {
            (None, "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown") => {
                Target::Unit(self.columns.len() / 2, 0)
            }
            (Some(_), "Escape") => return Some(None),
            (Some(Target::Unit(column, unit)), "ArrowLeft" | "ArrowRight") => {
                let to = match key {
                    "ArrowLeft" => column.saturating_sub(1),
                    _ => (column + 1).min(last),
                };
                // About as high up there as here.
                let place = (unit * count(to)).checked_div(count(column)).unwrap_or(0);
                Target::Unit(to, if to == column { unit } else { place })
            }
            (Some(Target::Unit(column, unit)), "Enter") => {
                let gap = column.checked_sub(1)?;
                let strength = |&from: &usize| self.strength(gap, from, unit);
                let strongest =
                    (0..count(gap)).max_by(|a, b| strength(a).total_cmp(&strength(b)))?;
                Target::Link(gap, strongest, unit)
            }
            (Some(Target::Unit(column, unit)), _) => {
                Target::Unit(column, along(unit, count(column))?)
            }
            (Some(Target::Link(gap, from, _)), "ArrowLeft") => Target::Unit(gap, from),
            (Some(Target::Link(gap, _, to)), "ArrowRight") => Target::Unit(gap + 1, to),
            (Some(Target::Link(gap, from, to)), _) => {
                Target::Link(gap, along(from, count(gap))?, to)
            }
            (None, _) => return None,
        };
        Some(Some(next))
    }
}
