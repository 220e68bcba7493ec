//! Many normal numbers in f32: Box and Muller's method (1958) without a branch or a table, so that a whole
//! batch is made at once, and of nothing but sums, products, one root and one quotient, so that it is the
//! same on every machine.

use rand::RngExt;

use super::ChaCha8Rng;

/// Pairs that are made at once.
const PAIRS: usize = 32;

/// Fills a row with standard normals: two for each two uniform numbers, the last one's second is left out
/// where they are odd.
pub fn fill_with_normals(rng: &mut ChaCha8Rng, values: &mut [f32]) {
    let mut radii = [0.0; PAIRS];
    let mut turns = [0.0; PAIRS];
    for block in values.chunks_mut(2 * PAIRS) {
        let pairs = block.len().div_ceil(2);
        for (radius, turn) in radii.iter_mut().zip(&mut turns).take(pairs) {
            *radius = (1.0 - rng.random::<f64>()) as f32;
            *turn = rng.random::<f64>() as f32;
        }
        let mut made = [[0.0; 2]; PAIRS];
        for ((made, &radius), &turn) in made.iter_mut().zip(&radii).zip(&turns) {
            let radius = (-2.0 * ln(radius)).sqrt();
            let [sine, cosine] = sine_and_cosine(turn);
            *made = [radius * cosine, radius * sine];
        }
        block.copy_from_slice(&made.as_flattened()[..block.len()]);
    }
}

/// √½: what mantissas are brought between, from here to √2.
const ROOT_HALF: f32 = 0.707_106_77;
/// ln 2 in two parts: the first has so few digits that a whole number of times it is exact.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
/// Of x³, x⁴ … x¹¹ in ln(1 + x): the minimax polynomial of Cephes' `logf`.
const LN_TAIL: [f32; 9] = [
    3.333_333e-1,
    -2.499_999_4e-1,
    2.000_071_5e-1,
    -1.666_805_8e-1,
    1.424_932_3e-1,
    -1.242_014_1e-1,
    1.167_699_9e-1,
    -1.151_461e-1,
    7.037_683_6e-2,
];

/// ln x of a normal number above 0, to within 2·10⁻⁷ of itself or of 1.
pub fn ln(x: f32) -> f32 {
    // The exponent of x / √½, and the mantissa from √½ to √2.
    let bits = x.to_bits().wrapping_sub(ROOT_HALF.to_bits());
    let exponent = (bits as i32 >> 23) as f32;
    let mantissa = f32::from_bits((bits & 0x007f_ffff).wrapping_add(ROOT_HALF.to_bits()));
    let x = mantissa - 1.0;
    let tail = LN_TAIL.iter().rev().fold(0.0, |sum, c| sum * x + c);
    let square = x * x;
    let part = tail * x * square + exponent * LN_2[1] - 0.5 * square;
    part + x + exponent * LN_2[0]
}

/// 1.5 · 2²³: added, it leaves the nearest whole number in the last bits.
const ROUND: f32 = 12_582_912.0;
/// Of x³, x⁵, x⁷ and of x⁴, x⁶, x⁸ for |x| ≤ π/4: Cephes' `sinf` and `cosf`.
const SINE: [f32; 3] = [-1.666_665_5e-1, 8.332_161e-3, -1.951_529_6e-4];
const COSINE: [f32; 3] = [4.166_664_6e-2, -1.388_731_6e-3, 2.443_315_7e-5];

/// sin 2πt and cos 2πt for t from 0 to 1, to within 2·10⁻⁷.
pub fn sine_and_cosine(turn: f32) -> [f32; 2] {
    let shifted = 4.0 * turn + ROUND;
    let quarters = shifted.to_bits();
    let x = (turn - 0.25 * (shifted - ROUND)) * std::f32::consts::TAU;
    let square = x * x;
    let of = |tail: &[f32; 3]| tail.iter().rev().fold(0.0, |sum, c| sum * square + c);
    let sine = of(&SINE) * square * x + x;
    let cosine = of(&COSINE) * square * square - 0.5 * square + 1.0;
    let is_odd = quarters & 1 == 1;
    let [s, c] = [
        if is_odd { cosine } else { sine },
        if is_odd { sine } else { cosine },
    ];
    // Quarters 2 and 3 turn the sine's sign, 1 and 2 the cosine's.
    let sign = |bits: u32| (bits & 2) << 30;
    [
        f32::from_bits(s.to_bits() ^ sign(quarters)),
        f32::from_bits(c.to_bits() ^ sign(quarters.wrapping_add(1))),
    ]
}
