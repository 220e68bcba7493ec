//! How far the code's column reaches, and how wide a hand that drags it makes the bottleneck.

/// Dragged outwards by so many CSS pixels, the bottleneck is twice as wide.
const DOUBLES: f64 = 48.0;

/// The bottleneck size after a drag from `k`, by so many CSS pixels outwards; not yet a whole number,
/// nor within any bounds.
pub fn dragged_k(k: u32, outwards: f64) -> f64 {
    f64::from(k) * (outwards / DOUBLES).exp2()
}
