//! One colour per concept, light and dark. The style sheet holds the same values (a test compares).

use std::sync::LazyLock;

/// sRGB, 0 … 255.
pub type Rgb = [u8; 3];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// Colours by what they stand for.
pub struct Palette {
    pub paper: Rgb,
    pub ink: Rgb,
    pub ink2: Rgb,
    pub ink3: Rgb,
    pub grid: Rgb,
    pub control: Rgb,
    pub input: Rgb,
    pub code: Rgb,
    pub code_fill: Rgb,
    pub reconstruction: Rgb,
    pub error: Rgb,
    pub pca: Rgb,
    pub penalty: Rgb,
    /// Weights by their sign.
    pub positive: Rgb,
    pub negative: Rgb,
    /// One per class, 0 … 9.
    pub classes: [Rgb; 10],
    /// For images of the input.
    pub input_ramp: LazyLock<Ramp>,
    /// For reconstructed images.
    pub reconstruction_ramp: LazyLock<Ramp>,
    /// For PCA's images.
    pub pca_ramp: LazyLock<Ramp>,
    /// For squared errors, feature by feature.
    pub error_ramp: LazyLock<Ramp>,
    /// For activations of the code.
    pub code_ramp: LazyLock<Ramp>,
    /// For weights: 0.5 stands for zero.
    pub weight_ramp: LazyLock<Ramp>,
    /// For a true coordinate.
    pub factor_ramp: LazyLock<Ramp>,
}

const fn hex(rgb: u32) -> Rgb {
    [(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8]
}

const fn classes(rgb: [u32; 10]) -> [Rgb; 10] {
    let mut colours = [[0; 3]; 10];
    let mut i = 0;
    while i < 10 {
        colours[i] = hex(rgb[i]);
        i += 1;
    }
    colours
}

static LIGHT: Palette = Palette {
    paper: hex(0xfcfbf8),
    ink: hex(0x1d2228),
    ink2: hex(0x49515a),
    ink3: hex(0x666e77),
    grid: hex(0xebe8e1),
    control: hex(0x7f868e),
    input: hex(0x2b323a),
    code: hex(0x8a5700),
    code_fill: hex(0xe29b1b),
    reconstruction: hex(0x0b5fb0),
    error: hex(0xc2361d),
    pca: hex(0x00756a),
    penalty: hex(0x9a2f7e),
    positive: hex(0x6a8a12),
    negative: hex(0x6b4bb0),
    classes: classes([
        0x9d5280, 0xb68566, 0x1f6746, 0x2b9eb3, 0x2a299e, 0x9b75f8, 0x701819, 0x3873b8, 0x5b3f70,
        0x797812,
    ]),
    input_ramp: LazyLock::new(|| Ramp::new(&[(0.0, hex(0xf3f1ec)), (1.0, hex(0x1d2228))])),
    reconstruction_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xeef1f4)),
            (0.5, hex(0x4b93d3)),
            (1.0, hex(0x0a3668)),
        ])
    }),
    pca_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xedf2ef)),
            (0.5, hex(0x3fa092)),
            (1.0, hex(0x033f39)),
        ])
    }),
    error_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xf6f0ec)),
            (0.5, hex(0xdd6a4c)),
            (1.0, hex(0x6d1607)),
        ])
    }),
    code_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xf5f2ea)),
            (0.3, hex(0xf2c566)),
            (0.62, hex(0xbf760c)),
            (1.0, hex(0x3a1d02)),
        ])
    }),
    weight_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x3f2382)),
            (0.22, hex(0x8061c4)),
            (0.5, hex(0xf6f4ef)),
            (0.78, hex(0x84a32c)),
            (1.0, hex(0x37500a)),
        ])
    }),
    factor_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x3b1c6b)),
            (0.33, hex(0x2f6f9f)),
            (0.66, hex(0x4f9a4d)),
            (1.0, hex(0xc7a21c)),
        ])
    }),
};

static DARK: Palette = Palette {
    paper: hex(0x14171b),
    ink: hex(0xeceae5),
    ink2: hex(0xb7bdc4),
    ink3: hex(0x939ba4),
    grid: hex(0x23282e),
    control: hex(0x717a84),
    input: hex(0xe6e3dd),
    code: hex(0xf3bd57),
    code_fill: hex(0xf0b13c),
    reconstruction: hex(0x71b4f6),
    error: hex(0xff7f66),
    pca: hex(0x41c9b5),
    penalty: hex(0xe690d3),
    positive: hex(0xb3cc52),
    negative: hex(0xa790f2),
    classes: classes([
        0xc85d85, 0xed8402, 0x418341, 0x55f8fa, 0x6987f6, 0x895cba, 0xf89eac, 0x8fc0fa, 0xb58ec7,
        0xe3dda5,
    ]),
    input_ramp: LazyLock::new(|| Ramp::new(&[(0.0, hex(0x1d2126)), (1.0, hex(0xf1efe9))])),
    reconstruction_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x19212a)),
            (0.5, hex(0x3478b8)),
            (1.0, hex(0xd3e8ff)),
        ])
    }),
    pca_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x17231f)),
            (0.5, hex(0x1f8578)),
            (1.0, hex(0xc6f4ea)),
        ])
    }),
    error_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x241b19)),
            (0.5, hex(0xb5472f)),
            (1.0, hex(0xffd2c6)),
        ])
    }),
    code_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x1e1d1c)),
            (0.25, hex(0x5b3a08)),
            (0.6, hex(0xd08b1c)),
            (1.0, hex(0xffe9b0)),
        ])
    }),
    weight_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xc5b4ff)),
            (0.22, hex(0x8f6fe6)),
            (0.5, hex(0x1d2126)),
            (0.78, hex(0x8fab25)),
            (1.0, hex(0xd9ee8a)),
        ])
    }),
    factor_ramp: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x8f6fe6)),
            (0.33, hex(0x4f9fd8)),
            (0.66, hex(0x63c06a)),
            (1.0, hex(0xf3e27a)),
        ])
    }),
};

impl Palette {
    pub fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    pub fn class(&self, class: u8) -> Rgb {
        self.classes[usize::from(class) % self.classes.len()]
    }
}

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

fn oklab_from_rgb(rgb: Rgb) -> [f32; 3] {
    let [r, g, b] = rgb.map(|c| {
        let c = f32::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
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
            1.055 * c.powf(1.0 / 2.4) - 0.055
        };
        (c.clamp(0.0, 1.0) * 255.0).round() as u8
    })
}
