//! The exponential in f32: no branch and no table, so that a whole layer is computed at once, and nothing
//! but sums, products and shifts, so that it is the same on every machine.

/// Beyond, e^x is no number of full precision, or infinite.
const LEAST: f32 = -87.0;
const MOST: f32 = 88.0;
/// 1.5 · 2²³: added, it leaves the nearest whole number in the last bits.
const ROUND: f32 = 12_582_912.0;
/// ln 2 in two parts: the first has so few digits that a whole number of times it is exact.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
/// Of x², x³ … x⁷: the minimax polynomial of Cephes' `expf`.
const TAIL: [f32; 6] = [
    0.5,
    1.666_666_5e-1,
    4.166_579_6e-2,
    8.333_452e-3,
    1.398_199_9e-3,
    1.987_569_1e-4,
];

/// e^x to within 2·10⁻⁷ of itself for x in −87 … 88, and as at these ends beyond. What is no number stays
/// none.
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(LEAST, MOST);
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let twos = shifted - ROUND;
    let rest = x - twos * LN_2[0] - twos * LN_2[1];
    let tail = TAIL.iter().rev().fold(0.0, |sum, c| sum * rest + c);
    let part = tail * rest * rest + rest + 1.0;
    part * f32::from_bits((shifted.to_bits() << 23).wrapping_add(0x3f80_0000))
}
