//! Colours: the style sheet has the same ones, and they can be told from the paper.

use hourglass::plot::{Palette, Ramp, Theme};

const STYLE: &str = include_str!("../../static/style/tokens.css");
const MORE_CONTRAST: &str = include_str!("../../static/style/contrast.css");

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[test]
fn the_style_sheet_has_the_palettes_colours() {
    type Colour = fn(&Palette) -> [u8; 3];
    let named: [(&str, Colour); 15] = [
        ("paper", |p| p.paper),
        ("ink", |p| p.ink),
        ("ink2", |p| p.ink2),
        ("ink3", |p| p.ink3),
        ("grid", |p| p.grid),
        ("control", |p| p.control),
        ("input", |p| p.input),
        ("code", |p| p.code),
        ("code-fill", |p| p.code_fill),
        ("reconstruction", |p| p.reconstruction),
        ("error", |p| p.error),
        ("pca", |p| p.pca),
        ("penalty", |p| p.penalty),
        ("positive", |p| p.positive),
        ("negative", |p| p.negative),
    ];
    for (name, colour) in named {
        let [light, dark, light_more, dark_more] =
            Theme::ALL.map(|theme| hex(colour(Palette::of(theme))));
        let wanted = format!("--{name}: light-dark({light}, {dark});");
        assert!(STYLE.contains(&wanted), "the style sheet lacks {wanted}");
        let wanted = format!("--{name}: light-dark({light_more}, {dark_more});");
        let is_changed = (light, dark) != (light_more, dark_more);
        assert_eq!(MORE_CONTRAST.contains(&wanted), is_changed, "{wanted}");
    }
}

/// WCAG 2.2's contrast ratio.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let luminance = |rgb: [u8; 3]| {
        let [r, g, b] = rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn text_stands_out_by_4_5_and_graphics_by_3() {
    for theme in Theme::ALL {
        let p = Palette::of(theme);
        for text in [
            p.ink,
            p.ink2,
            p.ink3,
            p.code,
            p.reconstruction,
            p.error,
            p.pca,
        ] {
            assert!(contrast(text, p.paper) >= 4.5, "{theme:?} {}", hex(text));
        }
        for graphic in p.classes.into_iter().chain([p.control]) {
            assert!(
                contrast(graphic, p.paper) >= 3.0,
                "{theme:?} {}",
                hex(graphic)
            );
        }
    }
}

/// WCAG 2.2's enhanced contrast.
#[test]
fn with_more_contrast_text_stands_out_by_7_and_controls_by_4_5() {
    for theme in [Theme::LIGHT, Theme::DARK].map(Theme::with_more_contrast) {
        let p = Palette::of(theme);
        let colours = [
            p.code,
            p.reconstruction,
            p.error,
            p.pca,
            p.penalty,
            p.negative,
        ];
        for text in [p.ink, p.ink2, p.ink3].into_iter().chain(colours) {
            assert!(contrast(text, p.paper) >= 7.0, "{theme:?} {}", hex(text));
        }
        assert!(contrast(p.control, p.paper) >= 4.5, "{theme:?}");
    }
}

#[test]
fn a_ramp_starts_and_ends_at_its_stops_and_never_turns_back() {
    let ramp = Ramp::new(&[
        (0.0, [238, 241, 244]),
        (0.5, [75, 147, 211]),
        (1.0, [10, 54, 104]),
    ]);
    assert_eq!(ramp.at(0.0), [238, 241, 244]);
    assert_eq!(ramp.at(1.0), [10, 54, 104]);
    assert_eq!((ramp.at(-3.0), ramp.at(7.0)), (ramp.at(0.0), ramp.at(1.0)));
    let brightness = |v: f32| -> u32 { ramp.at(v).iter().map(|&c| u32::from(c)).sum() };
    for i in 0..255 {
        let (low, high) = (i as f32 / 255.0, (i + 1) as f32 / 255.0);
        assert!(brightness(low) >= brightness(high));
    }
}

/// How people see who lack one kind of cone: linear RGB to linear RGB (Machado, Oliveira & Fernandes 2009, severity 1).
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "all cones",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// OKLab (Ottosson 2020): lightness 0 … 1, and two opponent hues; equal distances look equally far.
fn seen(colour: [u8; 3], vision: &[[f64; 3]; 3]) -> [f64; 3] {
    let linear = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    let times = |matrix: &[[f64; 3]; 3], v: [f64; 3]| {
        matrix.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>())
    };
    let cones = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    let lab = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    let rgb = times(vision, linear).map(|c| c.clamp(0.0, 1.0));
    times(&lab, times(&cones, rgb).map(f64::cbrt))
}

fn distance(a: [u8; 3], b: [u8; 3], vision: &[[f64; 3]; 3]) -> f64 {
    let (a, b) = (seen(a, vision), seen(b, vision));
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b) * (a - b))
        .sum::<f64>()
        .sqrt()
}

/// Classes, the signs of weights, and what stands side by side in one chart or figure. A distance of 0.02 is just
/// noticed; the network's and PCA's curves, which tritanopia brings nearer, differ by their dashes as well.
#[test]
fn colours_are_told_apart_by_people_without_one_kind_of_cone() {
    for theme in Theme::ALL {
        let p = Palette::of(theme);
        for (name, vision) in &VISIONS {
            for (i, a) in p.classes.iter().enumerate() {
                for b in &p.classes[..i] {
                    let apart = distance(*a, *b, vision);
                    assert!(
                        apart > 0.09,
                        "{theme:?}, {name}: {} {} {apart:.3}",
                        hex(*a),
                        hex(*b)
                    );
                }
            }
            let beside = [
                (p.positive, p.negative),
                (p.error, p.pca),
                (p.error, p.reconstruction),
                (p.input, p.reconstruction),
                (p.input, p.code),
                (p.input, p.pca),
                (p.code_fill, p.reconstruction),
                (p.code_fill, p.penalty),
                (p.code_fill, p.paper),
            ];
            for (a, b) in beside {
                let apart = distance(a, b, vision);
                assert!(
                    apart > 0.05,
                    "{theme:?}, {name}: {} {} {apart:.3}",
                    hex(a),
                    hex(b)
                );
            }
        }
    }
}

/// More is darker on light paper and lighter on dark, to everybody: a picture can be read without its hue.
#[test]
fn ramps_are_read_by_their_lightness_alone() {
    for theme in Theme::ALL {
        let p = Palette::of(theme);
        let ramps = [
            &p.ramps.input,
            &p.ramps.reconstruction,
            &p.ramps.pca,
            &p.ramps.error,
            &p.ramps.code,
        ];
        for (name, vision) in &VISIONS {
            for ramp in ramps {
                let light: Vec<f64> = (0..=16)
                    .map(|i| seen(ramp.at(i as f32 / 16.0), vision)[0])
                    .collect();
                let falls = light[16] < light[0];
                let steps = light.windows(2).map(|pair| {
                    if falls {
                        pair[0] - pair[1]
                    } else {
                        pair[1] - pair[0]
                    }
                });
                let least = steps.fold(f64::INFINITY, f64::min);
                assert!(least > 0.0, "{theme:?}, {name}: {light:?}");
                assert!(
                    (light[16] - light[0]).abs() > 0.4,
                    "{theme:?}, {name}: {light:?}"
                );
            }
            let [below, zero, above] = [0.0, 0.5, 1.0].map(|at| p.ramps.weight.at(at));
            for end in [below, above] {
                assert!(distance(end, zero, vision) > 0.3, "{theme:?}, {name}");
            }
            assert!(distance(below, above, vision) > 0.05, "{theme:?}, {name}");
        }
    }
}
