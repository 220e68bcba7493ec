//! One colour per concept, light and dark, and with more contrast for who has asked for it. The style sheet holds the same
//! values (a test compares).

use std::sync::LazyLock;

use super::{Ramp, Rgb};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    pub is_dark: bool,
    pub has_more_contrast: bool,
}

impl Theme {
    pub const LIGHT: Self = Self {
        is_dark: false,
        has_more_contrast: false,
    };
    pub const DARK: Self = Self {
        is_dark: true,
        ..Self::LIGHT
    };
    pub const ALL: [Self; 4] = [
        Self::LIGHT,
        Self::DARK,
        Self::LIGHT.with_more_contrast(),
        Self::DARK.with_more_contrast(),
    ];

    pub const fn with_more_contrast(self) -> Self {
        Self {
            has_more_contrast: true,
            ..self
        }
    }
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
    pub ramps: &'static Ramps,
}

/// Colours of values.
pub struct Ramps {
    /// For images of the input.
    pub input: LazyLock<Ramp>,
    /// For reconstructed images.
    pub reconstruction: LazyLock<Ramp>,
    /// For PCA's images.
    pub pca: LazyLock<Ramp>,
    /// For squared errors, feature by feature.
    pub error: LazyLock<Ramp>,
    /// For activations of the code.
    pub code: LazyLock<Ramp>,
    /// For weights: 0.5 stands for zero.
    pub weight: LazyLock<Ramp>,
    /// For a true coordinate.
    pub factor: LazyLock<Ramp>,
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

const LIGHT: Palette = Palette {
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
    ramps: &LIGHT_RAMPS,
};

const LIGHT_WITH_MORE_CONTRAST: Palette = Palette {
    paper: hex(0xffffff),
    ink: hex(0x000000),
    ink2: hex(0x1d2228),
    ink3: hex(0x2b323a),
    control: hex(0x2b323a),
    code: hex(0x6b4300),
    reconstruction: hex(0x094a8a),
    error: hex(0x9c2411),
    pca: hex(0x005a52),
    penalty: hex(0x7c2365),
    negative: hex(0x5233a0),
    ..LIGHT
};

static LIGHT_RAMPS: Ramps = Ramps {
    input: LazyLock::new(|| Ramp::new(&[(0.0, hex(0xf3f1ec)), (1.0, hex(0x1d2228))])),
    reconstruction: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xeef1f4)),
            (0.5, hex(0x4b93d3)),
            (1.0, hex(0x0a3668)),
        ])
    }),
    pca: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xedf2ef)),
            (0.5, hex(0x3fa092)),
            (1.0, hex(0x033f39)),
        ])
    }),
    error: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xf6f0ec)),
            (0.5, hex(0xdd6a4c)),
            (1.0, hex(0x6d1607)),
        ])
    }),
    code: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xf5f2ea)),
            (0.3, hex(0xf2c566)),
            (0.62, hex(0xbf760c)),
            (1.0, hex(0x3a1d02)),
        ])
    }),
    weight: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x3f2382)),
            (0.22, hex(0x8061c4)),
            (0.5, hex(0xf6f4ef)),
            (0.78, hex(0x84a32c)),
            (1.0, hex(0x37500a)),
        ])
    }),
    factor: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x3b1c6b)),
            (0.33, hex(0x2f6f9f)),
            (0.66, hex(0x4f9a4d)),
            (1.0, hex(0xc7a21c)),
        ])
    }),
};

const DARK: Palette = Palette {
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
    ramps: &DARK_RAMPS,
};

const DARK_WITH_MORE_CONTRAST: Palette = Palette {
    paper: hex(0x000000),
    ink: hex(0xffffff),
    ink2: hex(0xeceae5),
    ink3: hex(0xdcd8cf),
    control: hex(0xdcd8cf),
    ..DARK
};

static DARK_RAMPS: Ramps = Ramps {
    input: LazyLock::new(|| Ramp::new(&[(0.0, hex(0x1d2126)), (1.0, hex(0xf1efe9))])),
    reconstruction: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x19212a)),
            (0.5, hex(0x3478b8)),
            (1.0, hex(0xd3e8ff)),
        ])
    }),
    pca: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x17231f)),
            (0.5, hex(0x1f8578)),
            (1.0, hex(0xc6f4ea)),
        ])
    }),
    error: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x241b19)),
            (0.5, hex(0xb5472f)),
            (1.0, hex(0xffd2c6)),
        ])
    }),
    code: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0x1e1d1c)),
            (0.25, hex(0x5b3a08)),
            (0.6, hex(0xd08b1c)),
            (1.0, hex(0xffe9b0)),
        ])
    }),
    weight: LazyLock::new(|| {
        Ramp::new(&[
            (0.0, hex(0xc5b4ff)),
            (0.22, hex(0x8f6fe6)),
            (0.5, hex(0x1d2126)),
            (0.78, hex(0x8fab25)),
            (1.0, hex(0xd9ee8a)),
        ])
    }),
    factor: LazyLock::new(|| {
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
        match (theme.is_dark, theme.has_more_contrast) {
            (false, false) => &LIGHT,
            (true, false) => &DARK,
            (false, true) => &LIGHT_WITH_MORE_CONTRAST,
            (true, true) => &DARK_WITH_MORE_CONTRAST,
        }
    }

    pub fn class(&self, class: u8) -> Rgb {
        self.classes[usize::from(class) % self.classes.len()]
    }
}
