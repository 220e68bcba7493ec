//! Colours, and what lies between them.

/// sRGB, 0 … 255.
pub type Rgb = [u8; 3];

/// Colours for 0 … 1, interpolated in OKLab (Ottosson 2020).
#[derive(Clone, Debug, PartialEq)]
pub struct Ramp {
    colours: [Rgb; 256],
}

impl Ramp {
    /// At least one stop, in order.
    pub fn new(stops: &[(f32, Rgb)]) -> Self {
        Self {
            colours: std::array::from_fn(|i| between(stops, i as f32 / 255.0)),
        }
    }

    /// The colour of a value; beyond 0 … 1 the nearest end.
    pub fn at(&self, value: f32) -> Rgb {
        self.colours[(value.clamp(0.0, 1.0) * 255.0).round() as usize]
    }
}

fn between(stops: &[(f32, Rgb)], at: f32) -> Rgb {
    let next = stops.iter().position(|&(t, _)| t >= at).unwrap_or(0);
    let (t1, end) = stops[next];
    let (t0, start) = stops[next.saturating_sub(1)];
    let part = if t1 > t0 { (at - t0) / (t1 - t0) } else { 1.0 };
    let [a, b] = [start, end].map(oklab_from_rgb);
    rgb_from_oklab(std::array::from_fn(|i| a[i] + part * (b[i] - a[i])))
}

fn power(base: f32, exponent: f64) -> f32 {
    f64::from(base).powf(exponent) as f32
}

fn oklab_from_rgb(rgb: Rgb) -> [f32; 3] {
    let [r, g, b] = rgb.map(|c| {
        let c = f32::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            power((c + 0.055) / 1.055, 2.4)
        }
    });
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

fn rgb_from_oklab([lightness, a, b]: [f32; 3]) -> Rgb {
    let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    [
        4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
        -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
        -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
    ]
    .map(|c| {
        let c = if c <= 0.003_130_8 {
            12.92 * c
        } else {
            1.055 * power(c, 1.0 / 2.4) - 0.055
        };
        (c.clamp(0.0, 1.0) * 255.0).round() as u8
    })
}
