//! Points in space on a plane: seen from the front, a little from above and from the side.

/// How far the view is turned about the upright axis, and down, in radians.
const TURN: f64 = 0.3;
const TILT: f64 = 0.3;

/// Two directions of the picture in the space of the data, from `columns` coordinates.
fn directions(columns: usize) -> [[f32; 3]; 2] {
    if columns < 3 {
        return [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]];
    }
    let [[turn_sin, turn_cos], [tilt_sin, tilt_cos]] =
        [TURN, TILT].map(|angle| [libm::sin(angle), libm::cos(angle)].map(|x| x as f32));
    [
        [turn_cos, turn_sin, 0.0],
        [-tilt_sin * turn_sin, tilt_sin * turn_cos, tilt_cos],
    ]
}

/// Rows of coordinates -> pairs on the picture, row by row. Points in the plane stay as they are.
pub fn project(values: &[f32], columns: usize) -> Vec<f32> {
    let directions = directions(columns);
    values
        .chunks_exact(columns.max(1))
        .flat_map(|point| {
            directions.map(|direction| point.iter().zip(direction).map(|(x, d)| x * d).sum())
        })
        .collect()
}
