//! Where an axis has its numbers, and how they are written.

use crate::words::localised;

/// About `count` round numbers within low … high: steps of 1, 2 or 5 times a power of ten.
pub fn linear_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let length = high - low;
    if length.is_nan() || length <= 0.0 || !length.is_finite() || count == 0 {
        return Vec::new();
    }
    let rough = length / count as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|m| m * power)
        .into_iter()
        .find(|&step| step >= rough)
        .unwrap_or(10.0 * power);
    let first = (low / step).ceil() as i64;
    let last = (high / step).floor() as i64;
    (first..=last).map(|i| i as f64 * step).collect()
}

/// 1-2-5 numbers within low … high, or powers of ten alone where those would be more than `most`, or some of the former
/// where the latter would be less than two: one number alone gives no scale.
pub fn logarithmic_ticks(low: f64, high: f64, most: usize) -> Vec<f64> {
    if low.is_nan() || low <= 0.0 || high <= low || !high.is_finite() {
        return Vec::new();
    }
    let powers = low.log10().floor() as i32..=high.log10().ceil() as i32;
    let within = |multiples: &[f64]| -> Vec<f64> {
        powers
            .clone()
            .flat_map(|power| multiples.iter().map(move |m| m * 10_f64.powi(power)))
            .filter(|tick| (low * 0.999..=high * 1.001).contains(tick))
            .collect()
    };
    let fine = within(&[1.0, 2.0, 5.0]);
    if fine.len() <= most {
        return fine;
    }
    let decades = within(&[1.0]);
    let some = if decades.len() < 2 { fine } else { decades };
    let every = some.len().div_ceil(most.max(1)).max(1);
    some.into_iter().step_by(every).collect()
}

/// Where the middle of a label goes that belongs to x and reaches so far to either side: within the picture, and in
/// its middle where there is no room.
pub fn label_place(x: f32, reach: f32, width: f32) -> f32 {
    match width > 2.0 * reach {
        true => x.clamp(reach, width - reach),
        false => 0.5 * width,
    }
}

/// The shortest decimal writing, with a true minus sign.
pub fn tick_label(value: f64) -> String {
    let text = if value != 0.0 && !(1e-5..1e6).contains(&value.abs()) {
        // A third digit is needed where a tick stands every half power of ten.
        let rounded = format!("{value:.2e}");
        let (digits, power) = rounded.split_once('e').unwrap_or((&rounded, "0"));
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        format!("{digits}e{power}")
    } else {
        let rounded = format!("{value:.6}");
        let trimmed = rounded.trim_end_matches('0').trim_end_matches('.');
        if trimmed == "-0" { "0" } else { trimmed }.to_owned()
    };
    localised(&text)
}
