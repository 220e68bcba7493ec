//! A field in the plane as lines of flow, darker where it is longer, and particles that follow it.

use super::marks::dot;
use super::{Mark, Palette, Rgb, Scene, Viewport};

/// Steps of a line, and how long each is, in cells of the grid.
const STEPS: usize = 6;
const STEP: f32 = 0.3;
/// Strengths that are told apart; each is one mark.
const SHADES: usize = 5;
const FAINTEST: f32 = 0.16;
const DARKEST: f32 = 0.9;
/// The part of the strongest ways that are drawn as dark as the strongest.
const STRONGEST: f32 = 0.6;

/// A field on a square grid, row by row: x₁, x₂ and the way from there.
struct Grid<'a> {
    rows: Vec<&'a [f32]>,
    side: usize,
    low: [f32; 2],
    cell: f32,
}

impl<'a> Grid<'a> {
    fn of(field: &'a [f32]) -> Option<Self> {
        let rows: Vec<&[f32]> = field.chunks_exact(4).collect();
        let side = (rows.len() as f32).sqrt() as usize;
        (side >= 2 && side * side == rows.len()).then(|| Self {
            low: [rows[0][0], rows[0][1]],
            cell: rows[1][0] - rows[0][0],
            side,
            rows,
        })
    }

    /// The way from any place within the grid, between those of the four places around it.
    fn way(&self, place: [f32; 2]) -> Option<[f32; 2]> {
        let at = [0, 1].map(|axis| (place[axis] - self.low[axis]) / self.cell);
        let last = (self.side - 1) as f32;
        if at.iter().any(|at| !(0.0..=last).contains(at)) {
            return None;
        }
        let corner = at.map(|at| (at as usize).min(self.side - 2));
        let part = [0, 1].map(|axis| at[axis] - corner[axis] as f32);
        Some([2, 3].map(|column| {
            let value = |right: usize, up: usize| {
                self.rows[(corner[1] + up) * self.side + corner[0] + right][column]
            };
            let along = |up: usize| value(0, up) + part[0] * (value(1, up) - value(0, up));
            along(0) + part[1] * (along(1) - along(0))
        }))
    }

    /// Places along the flow, beginning at one of the grid.
    fn line(&self, from: [f32; 2]) -> Vec<[f32; 2]> {
        let mut line = vec![from];
        let mut at = from;
        for _ in 0..STEPS {
            let Some([dx, dy]) = self.way(at) else { break };
            let length = dx.hypot(dy);
            // No further than it would be sent.
            let step = (STEP * self.cell).min(length);
            if length <= f32::EPSILON {
                break;
            }
            at = [at[0] + step * dx / length, at[1] + step * dy / length];
            line.push(at);
        }
        line
    }
}

/// A line of flow from every other place of the field's grid, with a head at its end.
pub fn add_flow(scene: &mut Scene, view: &Viewport, field: &[f32], stroke: Rgb) {
    let Some(grid) = Grid::of(field) else { return };
    let length = |row: &[f32]| row[2].hypot(row[3]);
    let longest = grid.rows.iter().map(|row| length(row)).fold(0.0, f32::max);
    let mut shades: [Vec<[[f32; 2]; 2]>; SHADES] = Default::default();
    for (i, row) in grid.rows.iter().enumerate() {
        let [column, up] = [i % grid.side, i / grid.side];
        if (column + up) % 2 == 1 {
            continue;
        }
        let part = length(row) / (STRONGEST * longest).max(f32::MIN_POSITIVE);
        let shade = ((part * SHADES as f32) as usize).min(SHADES - 1);
        let line: Vec<[f32; 2]> = grid
            .line([row[0], row[1]])
            .into_iter()
            .map(|place| view.screen_from_data(place))
            .collect();
        shades[shade].extend(line.windows(2).map(|pair| [pair[0], pair[1]]));
        if let [.., from, to] = line[..] {
            shades[shade].extend(head(from, to));
        }
    }
    for (shade, ends) in shades.into_iter().enumerate() {
        let part = (shade as f32 + 0.5) / SHADES as f32;
        scene.add(Mark::Segments {
            ends,
            stroke,
            opacity: FAINTEST + part * (DARKEST - FAINTEST),
            width: 1.25,
        });
    }
}

/// Two short strokes back from an end.
fn head(from: [f32; 2], to: [f32; 2]) -> [[[f32; 2]; 2]; 2] {
    const LONG: f32 = 4.0;
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let scale = LONG / dx.hypot(dy).max(1e-6);
    let back = [to[0] - scale * dx, to[1] - scale * dy];
    let side = [-0.5 * scale * dy, 0.5 * scale * dx];
    [
        [[back[0] + side[0], back[1] + side[1]], to],
        [[back[0] - side[0], back[1] - side[1]], to],
    ]
}

/// Each particle where it is now, and the way that it came.
pub fn add_trails(
    scene: &mut Scene,
    view: &Viewport,
    ((trails, columns), ages): ((&[f32], usize), &[usize]),
    palette: &Palette,
) {
    if columns < 2 {
        return;
    }
    for (i, row) in trails.chunks_exact(columns).enumerate() {
        let age = ages.get(i).copied().unwrap_or(columns);
        let places = row.chunks_exact(2).take(age + 1);
        let points: Vec<[f32; 2]> = places
            .map(|place| view.screen_from_data([place[0], place[1]]))
            .collect();
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
            continue;
        };
        scene.add(Mark::Line {
            points,
            stroke: palette.code,
            width: 2.0,
            dashed: false,
        });
        scene.add(Mark::Ring {
            centre: first,
            radius: 3.5,
            stroke: palette.code,
            width: 1.5,
        });
        scene.add(dot(last, 6.0, palette.code));
        scene.add(dot(last, 4.5, palette.code_fill));
    }
}
